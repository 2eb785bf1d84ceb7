import { type Slot, slotKey } from '../../domain/entry.ts'
import { decideMembership, type MembershipAct, type MembersState } from '../../domain/membership.ts'
import type { PushResult } from '../../sync/protocol.ts'
import type { Envelope } from '../../sync/wire-entry.ts'
import { actIn, type PlannedAct } from './membership-in.ts'
import type { Incoming } from './read-batch.ts'
import type { Alarm, Session } from './record-store.ts'

/** An entry that is stored already. */
export interface Known {
  seq: number
  hash: string
  receivedAt: string
  slot: Slot
}

/** How the one who sends stands to an assessment. `none`: there is none, or it is none of theirs; nobody may tell which. */
export type Standing =
  /** `members` is needed when the batch `hasActs`. */
  | { is: 'member'; head: number; known: ReadonlyMap<string, Known>; members: MembersState | null }
  /** `known` holds of what is stored only what is sent again, word for word. */
  /** No member, whose agency is invited, and who may take that up with this batch: what comes before they have is as of `none`. */
  | { is: 'offered'; head: number; known: ReadonlyMap<string, Known>; members: MembersState }
  | { is: 'kept-apart'; why: KeptApart; known: ReadonlyMap<string, Known> }
  | { is: 'none' }

export type KeptApart = 'device-revoked' | 'membership-ended'

export interface PushPlan {
  results: Map<number, PushResult>
  /** In the order of their numbers, which follow the head without a gap. */
  store: (Incoming & { seq: number })[]
  /** Membership entries among `store`. Applied after them, in this order. */
  acts: PlannedAct[]
  quarantine: (Incoming & { why: KeptApart })[]
  alarms: Alarm[]
}

/** Ids whose rows must be known before the plan is made: those of the batch, and those that they supersede. */
export const idsToKnow = (entries: readonly Incoming[]): string[] => [
  ...new Set(entries.flatMap(({ envelope }) => [envelope.id, ...envelope.supersedes])),
]

/** Decides what becomes of each entry of one assessment. What it says happens in the same transaction, under the lock. */
export function planPush(
  session: Session,
  assessment: string,
  entries: readonly Incoming[],
  standing: Standing,
  receivedAt: string,
): PushPlan {
  const plan: PushPlan = { results: new Map(), store: [], acts: [], quarantine: [], alarms: [] }
  if (standing.is === 'none') {
    for (const { at, envelope } of entries) plan.results.set(at, { result: 'unknown-assessment', id: envelope.id })
    return plan
  }
  const alarm = (what: Alarm['what'], entry: string) =>
    plan.alarms.push({ what, assessment, entry, user: session.user })
  const known = new Map(standing.known)
  const head = standing.is === 'kept-apart' ? 0 : standing.head
  let members = standing.is === 'kept-apart' ? null : standing.members
  let isOutside = standing.is === 'offered'
  let apart = standing.is === 'kept-apart' ? standing.why : null

  const decide = (incoming: Incoming): PushResult => {
    const { envelope, hash } = incoming
    const { id } = envelope
    const act = actIn(incoming, session)
    if (isOutside) {
      if (!takesUp(session, incoming, act, members, known)) return { result: 'unknown-assessment', id }
      isOutside = false
    }
    const before = known.get(id)
    // Before the author is looked at: after a restore, devices push again what they hold of others.
    if (before?.hash === hash) {
      return { result: 'duplicate', id, seq: before.seq, hash, receivedAt: before.receivedAt }
    }
    if (!incoming.vouched && !isOwn(session, envelope)) {
      alarm('other-author', id)
      return { result: 'invalid', id, why: 'other-author' }
    }
    if (apart !== null) {
      plan.quarantine.push({ ...incoming, why: apart })
      return { result: 'quarantined', id, hash, why: apart }
    }
    if (before) {
      alarm('conflict', id)
      return { result: 'conflict', id }
    }
    const slot = slotKey(envelope.slot)
    const missing = envelope.supersedes.filter((parent) => {
      const stored = known.get(parent)
      return !stored || slotKey(stored.slot) !== slot
    })
    if (missing.length > 0) return { result: 'missing-parent', id, missing }
    const seq = head + plan.store.length + 1
    plan.store.push({ ...incoming, seq })
    known.set(id, { seq, hash, receivedAt, slot: envelope.slot })
    if (act && members) {
      const { why, after } = decideMembership(members, act)
      plan.acts.push({ ...act, seq, why })
      members = after
      // What comes after one's own leaving is no member's any more.
      if (!after.people.get(session.user)?.member) apart = 'membership-ended'
    }
    return { result: 'stored', id, seq, hash, receivedAt }
  }
  for (const incoming of entries) plan.results.set(incoming.at, decide(incoming))
  return plan
}

/** What makes somebody a member who saw nothing of the record before: it cannot name anything in it. */
const takesUp = (
  session: Session,
  { envelope }: Incoming,
  act: MembershipAct | null,
  members: MembersState | null,
  known: ReadonlyMap<string, Known>,
): boolean =>
  act?.value?.act === 'take-up' &&
  isOwn(session, envelope) &&
  envelope.supersedes.length === 0 &&
  !known.has(envelope.id) &&
  members !== null &&
  decideMembership(members, act).why === null

const isOwn = (session: Session, { author }: Envelope): boolean =>
  session.authors.some(
    (own) =>
      own.id === author.id && own.name === author.name && own.role === author.role && own.agency === author.agency,
  )
