import * as z from 'zod/mini'
import type { Author } from './entry.ts'

/** The slot of every membership entry; its subject is the user whose membership it is about. */
export const MEMBERS_SLOT = 'AGY-05-members'
export const MEMBERSHIP_KIND = 'membership'

/** What a record is shared for. */
export const SHARING_PURPOSES = [
  'safeguard-child',
  'safeguard-adult',
  'joint-assessment',
  'treatment-and-care',
  'change-of-worker',
  'oversight',
] as const
export type SharingPurpose = (typeof SHARING_PURPOSES)[number]

/** What lets it be shared: an article 6 basis of the UK GDPR with its condition of article 9. Consent is none of them. */
export const LAWFUL_BASES = [
  'public-task-safeguarding',
  'public-task-care',
  'legal-obligation',
  'vital-interests',
  'legitimate-interests',
] as const
export type LawfulBasis = (typeof LAWFUL_BASES)[number]

/**
 * Value of a `membership` entry. `user` and `to` are as the server's directory tells them; `id` is the account's.
 * `supersedes` of the entry names every membership entry of its slot that was on screen: an invitation brings somebody back
 * only when it names the ending that it undoes.
 */
export type MembershipValue =
  | {
      act: 'invite'
      user: Author
      purpose: SharingPurpose
      lawfulBasis: LawfulBasis
      note?: string | undefined
    }
  | { act: 'leave' }
  | { act: 'end'; reason: string }
  | { act: 'hand-over'; to: Author; reason: string }

const person = z.looseObject({ id: z.string(), name: z.string(), role: z.string(), agency: z.string() })
const words = z.string().check(z.regex(/\S/))
const membership = z.union([
  z.looseObject({
    act: z.literal('invite'),
    user: person,
    purpose: z.enum(SHARING_PURPOSES),
    lawfulBasis: z.enum(LAWFUL_BASES),
    note: z.optional(z.string()),
  }),
  z.looseObject({ act: z.literal('leave') }),
  z.looseObject({ act: z.literal('end'), reason: words }),
  z.looseObject({ act: z.literal('hand-over'), to: person, reason: words }),
])

/** Reads the opaque value of a `membership` entry; null when this version cannot. */
export const readMembership = (value: unknown): MembershipValue | null =>
  membership.safeParse(value).success ? (value as MembershipValue) : null

/** How one person stands. `by`: the entry that decided it last; null when no entry did. */
export interface MemberState {
  member: boolean
  by: string | null
}

/** Who may see one assessment. People who never were members are not in it. */
export interface MembersState {
  owner: string
  people: ReadonlyMap<string, MemberState>
}

/** One membership entry, by the account that recorded it. `value` is null when it cannot be read. */
export interface MembershipAct {
  entry: string
  supersedes: readonly string[]
  /** The account of its author. */
  actor: string
  /** The subject of its slot. */
  subject: string
  value: MembershipValue | null
}

/**
 * Why a membership entry changed nothing. It stays in the record as it is; who wanted it records it anew.
 * - `not-readable`: of a later version, broken, or its value is about another person than its slot.
 * - `not-a-member`: its author is no member (any more).
 * - `not-the-owner`: only the owner ends another's membership, and hands over.
 * - `owner-stays`: an owner hands over first.
 * - `nobody-to-act-on`: who is to be ended or to take over is no member: invite first.
 * - `already-a-member`: nothing to do.
 * - `ending-not-seen`: the membership was ended, and the invitation does not name that ending: its author had not seen it.
 * - `not-themselves`: one leaves for oneself only.
 * - `taken-in`: it was kept apart, and what is taken in later changes no membership: the owner records it anew.
 */
export const WITHOUT_EFFECT = [
  'not-readable',
  'not-a-member',
  'not-the-owner',
  'owner-stays',
  'nobody-to-act-on',
  'already-a-member',
  'ending-not-seen',
  'not-themselves',
  'taken-in',
] as const
export type WithoutEffect = (typeof WITHOUT_EFFECT)[number]

export interface DecidedAct {
  /** Null: it took effect. */
  why: WithoutEffect | null
  after: MembersState
}

/**
 * What one membership entry does. Applied to each entry once, in the order in which the server stored them: no clock is
 * asked, and the same entries in the same order always come to the same members.
 */
export function decideMembership(before: MembersState, act: MembershipAct): DecidedAct {
  const why = whyNot(before, act)
  if (why !== null || act.value === null) return { why, after: before }
  const standing = (member: boolean): MembersState => ({
    ...before,
    people: new Map(before.people).set(act.subject, { member, by: act.entry }),
  })
  switch (act.value.act) {
    case 'invite':
      return { why, after: standing(true) }
    case 'leave':
    case 'end':
      return { why, after: standing(false) }
    case 'hand-over':
      return { why, after: { ...before, owner: act.subject } }
  }
}

function whyNot({ owner, people }: MembersState, act: MembershipAct): WithoutEffect | null {
  const { actor, subject, value } = act
  const concerned = people.get(subject)
  if (!value || idIn(value, subject) !== subject) return 'not-readable'
  if (!people.get(actor)?.member) return 'not-a-member'
  switch (value.act) {
    case 'invite':
      if (concerned?.member) return 'already-a-member'
      if (concerned && (concerned.by === null || !act.supersedes.includes(concerned.by))) return 'ending-not-seen'
      return null
    case 'leave':
      if (subject !== actor) return 'not-themselves'
      return subject === owner ? 'owner-stays' : null
    case 'end':
    case 'hand-over':
      if (actor !== owner) return 'not-the-owner'
      if (subject === owner) return 'owner-stays'
      return concerned?.member ? null : 'nobody-to-act-on'
  }
}

function idIn(value: MembershipValue, subject: string): string {
  if (value.act === 'invite') return value.user.id
  return value.act === 'hand-over' ? value.to.id : subject
}
