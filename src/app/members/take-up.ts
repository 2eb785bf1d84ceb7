import type { EntryContent } from '../../domain/compose.ts'
import { MEMBERS_SLOT, MEMBERSHIP_KIND, type MembershipValue, readMembership } from '../../domain/membership.ts'
import type { RecordStore } from '../../storage/record-port.ts'
import type { OutboxState } from '../../sync/outbox-state.ts'
import { membersSchema, offersSchema } from '../../sync/sharing-api.ts'
import type { OfferProblem, TakenUp } from '../../ui/members/offers-ports.ts'
import type { AskServer } from '../account/ask-server.ts'

export interface TakeUpParts {
  ask: AskServer
  /** The account of the practitioner at this device. */
  user: string
  store: Pick<RecordStore, 'load'> & { sync: Pick<RecordStore['sync'], 'follow' | 'standings'> }
  /** Records an entry of an assessment of which nothing else is here. */
  save(assessment: string, content: EntryContent): Promise<{ ok: true; entry: string } | { ok: false }>
  /** Sends, and says where the entry stands when that has ended; undefined when it is not known. */
  sent(assessment: string, entry: string): Promise<OutboxState | undefined>
}

/**
 * Takes up a record that is offered to one's agency. The server is asked first whether it still is: without an answer
 * nothing is recorded. The entry is composed without the record, of which nothing may be here, and names nothing in it.
 */
export async function takeUp(
  offered: { assessment: string; invitation: string },
  { ask, user, store, save, sent }: TakeUpParts,
): Promise<TakenUp> {
  const { assessment, invitation } = offered
  const answer = await ask('/api/agency/offers', offersSchema)
  if (!answer.ok) return { ok: false, problem: PROBLEMS[answer.code] ?? 'trouble' }
  const { agency, offers } = answer.body
  if (!offers.some((o) => o.assessment === assessment && o.invitation === invitation)) {
    return { ok: false, problem: 'not-offered' }
  }
  const entry = (await recordedBefore(store, offered, user)) ?? (await record())
  if (entry === null) return { ok: false, problem: 'not-saved' }
  const state = await sent(assessment, entry)
  if (state?.is === 'held-back') {
    return state.why === 'unknown-assessment' ? { ok: false, problem: 'not-offered' } : { ok: true, isWaiting: true }
  }
  if (state?.is !== 'received') return { ok: true, isWaiting: true }
  return { ok: true, isWaiting: false, alsoBy: await othersOf(ask, assessment, agency.id, user) }

  async function record(): Promise<string | null> {
    // Before anything of it is here: otherwise it would count as begun on this device.
    const followed = await store.sync.follow(assessment, false)
    if (!followed.ok) return null
    const value: MembershipValue = { act: 'take-up', agency, invitation }
    const slot = { question: MEMBERS_SLOT, subject: user }
    const saved = await save(assessment, { kind: MEMBERSHIP_KIND, slot, value, seen: [] })
    return saved.ok ? saved.entry : null
  }
}

/** It was taken up on this device before, and waits to be sent. What the server did not take is recorded anew. */
async function recordedBefore(
  store: TakeUpParts['store'],
  { assessment, invitation }: { assessment: string; invitation: string },
  user: string,
): Promise<string | undefined> {
  const [loaded, standings] = await Promise.all([store.load(assessment), store.sync.standings(assessment)])
  if (!loaded.ok || !standings.ok) return undefined
  const waits = new Set(standings.entries.flatMap(({ id, state }) => (state.is === 'on-this-device' ? [id] : [])))
  return loaded.entries.find(({ id, slot, kind, value }) => {
    if (!waits.has(id)) return false
    const act = kind === MEMBERSHIP_KIND && slot.subject === user ? readMembership(value) : null
    return act?.act === 'take-up' && act.invitation === invitation
  })?.id
}

/** Names of colleagues who have taken it up for the same agency. */
async function othersOf(ask: AskServer, assessment: string, agency: string, user: string): Promise<string[]> {
  const answer = await ask(`/api/assessments/${encodeURIComponent(assessment)}/members`, membersSchema)
  if (!answer.ok) return []
  const { members, people } = answer.body
  const others = members.filter((m) => m.takenUpFor === agency && m.user !== user)
  return others.map((m) => people.find(({ id }) => id === m.user)?.name ?? m.user)
}

const PROBLEMS: Readonly<Record<string, OfferProblem | undefined>> = {
  'no-answer': 'no-answer',
  'not-ours': 'no-answer',
  'signed-out': 'signed-out',
}
