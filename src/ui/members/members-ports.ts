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

export interface Invitation {
  person: Person
  purpose: SharingPurpose
  lawfulBasis: LawfulBasis
  note: string
}

export interface MembersPorts {
  members(): Promise<{ ok: true; members: readonly ListedMember[] } | MembersRefusal>
  looked(): Promise<{ ok: true; looks: readonly Look[] } | MembersRefusal>
  /** For the owner; empty for everybody else. */
  keptApart(): Promise<{ ok: true; entries: readonly KeptApart[] } | MembersRefusal>
  find(email: string): Promise<{ ok: true; person: Person } | MembersRefusal>
  /** Each of these becomes an entry, on this device first; it takes effect when the server has received it. */
  invite(invitation: Invitation): Promise<{ ok: true } | MembersRefusal>
  end(member: Person, reason: string): Promise<{ ok: true } | MembersRefusal>
  handOver(member: Person, reason: string): Promise<{ ok: true } | MembersRefusal>
  leave(): Promise<{ ok: true } | MembersRefusal>
  decide(id: string, decision: 'take-in' | 'leave', reason: string): Promise<{ ok: true } | MembersRefusal>
}
