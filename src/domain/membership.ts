import * as z from 'zod/mini'
import type { Author } from './entry.ts'

/** The slot of every membership entry; its subject is the user, or the agency, that it is about. */
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

/** An agency as the server's directory tells it. */
export interface NamedAgency {
  id: string
  name: string
}

/**
 * Value of a `membership` entry. `user` and `to` are as the server's directory tells them; `id` is the account's.
 * `supersedes` of the entry names every membership entry of its slot that was on screen: an invitation brings somebody, or
 * an agency, back only when it names the ending that it undoes.
 *
 * An invited agency sees nothing. Somebody of it takes the record up, with their own name, and becomes a member by that.
 * `take-up` is about its author, names the entry that invited the agency (no later one), and is composed without the record.
 * `end` with an `agency` ends the invitation of that agency; whoever has taken it up stays a member.
 */
export type MembershipValue =
  | {
      act: 'invite'
      user: Author
      purpose: SharingPurpose
      lawfulBasis: LawfulBasis
      note?: string | undefined
    }
  | {
      act: 'invite-agency'
      agency: NamedAgency
      purpose: SharingPurpose
      lawfulBasis: LawfulBasis
      note?: string | undefined
    }
  | { act: 'take-up'; agency: NamedAgency; invitation: string }
  | { act: 'leave' }
  | { act: 'end'; reason: string; agency?: NamedAgency | undefined }
  | { act: 'hand-over'; to: Author; reason: string }

const person = z.looseObject({ id: z.string(), name: z.string(), role: z.string(), agency: z.string() })
const agency = z.looseObject({ id: z.string(), name: z.string() })
const words = z.string().check(z.regex(/\S/))
const grounds = {
  purpose: z.enum(SHARING_PURPOSES),
  lawfulBasis: z.enum(LAWFUL_BASES),
  note: z.optional(z.string()),
}
const membership = z.union([
  z.looseObject({ act: z.literal('invite'), user: person, ...grounds }),
  z.looseObject({ act: z.literal('invite-agency'), agency, ...grounds }),
  z.looseObject({ act: z.literal('take-up'), agency, invitation: z.string() }),
  z.looseObject({ act: z.literal('leave') }),
  z.looseObject({ act: z.literal('end'), reason: words, agency: z.optional(agency) }),
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

/** How the invitation of one agency stands. `by`: the entry that decided it last. `invitedBy`: the account that invited it last. */
export interface AgencyState {
  open: boolean
  by: string
  invitedBy: string
}

/** Who may see one assessment. People who never were members, and agencies that never were invited, are not in it. */
export interface MembersState {
  owner: string
  people: ReadonlyMap<string, MemberState>
  agencies: ReadonlyMap<string, AgencyState>
}

/** One membership entry, by the account that recorded it. `value` is null when it cannot be read. */
export interface MembershipAct {
  entry: string
  supersedes: readonly string[]
  /** The account of its author. */
  actor: string
  /** The agency for which that account may take records up, as the server knows it and never as an entry says; null for none. */
  agency: string | null
  /** The subject of its slot. */
  subject: string
  value: MembershipValue | null
}

/**
 * Why a membership entry changed nothing. It stays in the record as it is; who wanted it records it anew.
 * - `not-readable`: of a later version, broken, or its value is about another person or agency than its slot.
 * - `not-a-member`: its author is no member (any more).
 * - `not-the-owner`: only the owner ends another's membership, and hands over; an agency's invitation is ended by the owner or
 *   by whoever invited it.
 * - `owner-stays`: an owner hands over first.
 * - `nobody-to-act-on`: who is to be ended or to take over is no member, or the agency is not invited: invite first.
 * - `already-a-member`: nothing to do.
 * - `already-invited`: nothing to do; to change why an agency is invited, end it and invite it again.
 * - `ending-not-seen`: the membership, or the invitation, was ended, and the invitation does not name that ending: its author
 *   had not seen it. Somebody who was a member once comes back by a personal invitation alone.
 * - `not-themselves`: one leaves, and takes up, for oneself only.
 * - `no-invitation`: the agency of its author's account has no such open invitation.
 * - `taken-in`: it was kept apart, and what is taken in later changes no membership: the owner records it anew.
 */
export const WITHOUT_EFFECT = [
  'not-readable',
  'not-a-member',
  'not-the-owner',
  'owner-stays',
  'nobody-to-act-on',
  'already-a-member',
  'already-invited',
  'ending-not-seen',
  'not-themselves',
  'no-invitation',
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
  const { actor, entry, subject, value } = act
  const standing = (member: boolean): MembersState => ({
    ...before,
    people: new Map(before.people).set(subject, { member, by: entry }),
  })
  const invited = (open: boolean, invitedBy: string): MembersState => ({
    ...before,
    agencies: new Map(before.agencies).set(subject, { open, by: entry, invitedBy }),
  })
  switch (value.act) {
    case 'invite':
    case 'take-up':
      return { why, after: standing(true) }
    case 'invite-agency':
      return { why, after: invited(true, actor) }
    case 'leave':
      return { why, after: standing(false) }
    case 'end':
      if (!value.agency) return { why, after: standing(false) }
      return { why, after: invited(false, before.agencies.get(subject)?.invitedBy ?? '') }
    case 'hand-over':
      return { why, after: { ...before, owner: subject } }
  }
}

function whyNot({ owner, people, agencies }: MembersState, act: MembershipAct): WithoutEffect | null {
  const { actor, subject, supersedes, value } = act
  const concerned = people.get(subject)
  const invited = agencies.get(subject)
  if (!value || idIn(value, subject) !== subject) return 'not-readable'
  if (value.act === 'take-up') return whyNotTakenUp(agencies, people, act, value)
  if (!people.get(actor)?.member) return 'not-a-member'
  switch (value.act) {
    case 'invite':
      if (concerned?.member) return 'already-a-member'
      if (concerned && (concerned.by === null || !supersedes.includes(concerned.by))) return 'ending-not-seen'
      return null
    case 'invite-agency':
      if (invited?.open) return 'already-invited'
      return invited && !supersedes.includes(invited.by) ? 'ending-not-seen' : null
    case 'leave':
      if (subject !== actor) return 'not-themselves'
      return subject === owner ? 'owner-stays' : null
    case 'end':
      if (!value.agency) return whyNotByOwner(owner, act, concerned)
      if (!invited?.open) return 'nobody-to-act-on'
      return actor === owner || actor === invited.invitedBy ? null : 'not-the-owner'
    case 'hand-over':
      return whyNotByOwner(owner, act, concerned)
  }
}

function whyNotByOwner(
  owner: string,
  { actor, subject }: MembershipAct,
  concerned: MemberState | undefined,
): WithoutEffect | null {
  if (actor !== owner) return 'not-the-owner'
  if (subject === owner) return 'owner-stays'
  return concerned?.member ? null : 'nobody-to-act-on'
}

/** The one way in that needs no member to act at that moment: a member has invited the agency before. */
function whyNotTakenUp(
  agencies: MembersState['agencies'],
  people: MembersState['people'],
  { actor, subject, agency }: MembershipAct,
  value: Extract<MembershipValue, { act: 'take-up' }>,
): WithoutEffect | null {
  if (subject !== actor) return 'not-themselves'
  const before = people.get(actor)
  if (before?.member) return 'already-a-member'
  const invitation = agency === null ? undefined : agencies.get(agency)
  if (!invitation?.open || invitation.by !== value.invitation || value.agency.id !== agency) return 'no-invitation'
  return before ? 'ending-not-seen' : null
}

function idIn(value: MembershipValue, subject: string): string {
  switch (value.act) {
    case 'invite':
      return value.user.id
    case 'invite-agency':
      return value.agency.id
    case 'hand-over':
      return value.to.id
    case 'end':
      return value.agency?.id ?? subject
    default:
      return subject
  }
}
