import { MEMBERS_SLOT, MEMBERSHIP_KIND, type MembershipAct, readMembership } from '../../domain/membership.ts'
import type { Incoming } from './read-batch.ts'

/** A membership entry and what became of it. `why` is null when it took effect. */
export type PlannedAct = MembershipAct & { seq: number; why: string | null }

export const hasActs = (entries: readonly Incoming[]): boolean => entries.some(isInSlot)
const isInSlot = ({ envelope }: Incoming): boolean => envelope.slot.question === MEMBERS_SLOT

/** The one part of an entry that the server reads beside the envelope; null for every other entry. */
export function actIn(incoming: Incoming, actor: string): MembershipAct | null {
  if (!isInSlot(incoming)) return null
  const { kind, value } = JSON.parse(incoming.text) as { kind?: unknown; value?: unknown }
  if (kind !== MEMBERSHIP_KIND) return null
  const { id, supersedes, slot } = incoming.envelope
  return { entry: id, supersedes, actor, subject: slot.subject, value: readMembership(value) }
}
