import type { LawfulBasis, SharingPurpose } from '../../domain/membership.ts'

/** Why nothing came of it; the words say what to do. */
export type MembersProblem =
  | 'not-found'
  | 'signed-out'
  | 'no-answer'
  | 'too-many'
  | 'not-saved'
  | 'missing-parent'
  | 'conflict'
  | 'trouble'
export type MembersRefusal = { ok: false; problem: MembersProblem }

/** Somebody with an account, as their agency knows them. */
export interface Person {
  id: string
  name: string
  role: string
  agency: string
}

export interface ListedMember extends Person {
  /** In words. */
  since: string
  owner: boolean
  /** The practitioner at this device. */
  self: boolean
  purpose: SharingPurpose | null
  lawfulBasis: LawfulBasis | null
  /** They took it up for their agency, which was invited. */
  tookUp: boolean
}

export interface NamedAgency {
  id: string
  name: string
}

/** An agency whose invitation is open. Nobody sees the record by it before they have taken it up. */
export interface InvitedAgency extends NamedAgency {
  /** In words. */
  since: string
  /** The name of whoever invited it. */
  by: string
  purpose: SharingPurpose
  lawfulBasis: LawfulBasis
  /** The practitioner at this device is the owner, or invited it. */
  mayEnd: boolean
  /** Names, in the order in which they came. */
  takenUpBy: readonly string[]
}

/** One look into the record, or a try at one. `what` is a code of the audit. */
export interface Look {
  number: number
  who: string
  what: string
  at: string
  /** What was written for it; empty where nothing was. */
  reason: string
}

/** An entry that the server keeps apart. */
export interface KeptApart {
  id: string
  by: string
  why: 'device-revoked' | 'membership-ended'
  received: string
  what: string
  left: boolean
}

/** What an invitation rests on. */
export interface Grounds {
  purpose: SharingPurpose
  lawfulBasis: LawfulBasis
  note: string
}
export interface Invitation extends Grounds {
  person: Person
}
export interface AgencyInvitation extends Grounds {
  agency: NamedAgency
}

export interface MembersPorts {
  members(): Promise<
    { ok: true; members: readonly ListedMember[]; agencies: readonly InvitedAgency[] } | MembersRefusal
  >
  looked(): Promise<{ ok: true; looks: readonly Look[] } | MembersRefusal>
  /** For the owner; empty for everybody else. */
  keptApart(): Promise<{ ok: true; entries: readonly KeptApart[] } | MembersRefusal>
  /** Every agency that has accounts at the service. */
  agencies(): Promise<{ ok: true; agencies: readonly NamedAgency[] } | MembersRefusal>
  find(email: string): Promise<{ ok: true; person: Person } | MembersRefusal>
  /** Each of these becomes an entry, on this device first; it takes effect when the server has received it. */
  invite(invitation: Invitation): Promise<{ ok: true } | MembersRefusal>
  inviteAgency(invitation: AgencyInvitation): Promise<{ ok: true } | MembersRefusal>
  endAgency(agency: NamedAgency, reason: string): Promise<{ ok: true } | MembersRefusal>
  end(member: Person, reason: string): Promise<{ ok: true } | MembersRefusal>
  handOver(member: Person, reason: string): Promise<{ ok: true } | MembersRefusal>
  leave(): Promise<{ ok: true } | MembersRefusal>
  decide(id: string, decision: 'take-in' | 'leave', reason: string): Promise<{ ok: true } | MembersRefusal>
}
