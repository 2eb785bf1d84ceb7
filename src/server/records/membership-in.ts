import { MEMBERS_SLOT, MEMBERSHIP_KIND, type MembershipAct, readMembership } from '../../domain/membership.ts'
import type { Incoming } from './read-batch.ts'
import type { Session } from './record-store.ts'

/** A membership entry and what became of it. `why` is null when it took effect. */
export type PlannedAct = MembershipAct & { seq: number; why: string | null }

export const hasActs = (entries: readonly Incoming[]): boolean => entries.some(isInSlot)
const isInSlot = ({ envelope }: Incoming): boolean => envelope.slot.question === MEMBERS_SLOT

/** True for whoever sends what might make them a member: it is looked at before anybody is told that there is no such record. */
export const hasTakeUp = (entries: readonly Incoming[], session: Pick<Session, 'user' | 'agency'>): boolean =>
  entries.some((each) => actIn(each, session)?.value?.act === 'take-up')

/** The one part of an entry that the server reads beside the envelope; null for every other entry. */
export function actIn(incoming: Incoming, by: Pick<Session, 'user' | 'agency'>): MembershipAct | null {
  if (!isInSlot(incoming)) return null
  const { kind, value } = JSON.parse(incoming.text) as { kind?: unknown; value?: unknown }
  if (kind !== MEMBERSHIP_KIND) return null
  const { id, supersedes, slot } = incoming.envelope
  return {
    entry: id,
    supersedes,
    actor: by.user,
    agency: by.agency ?? null,
    subject: slot.subject,
    value: readMembership(value),
  }
}
