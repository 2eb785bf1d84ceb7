import type { Session } from './record-store.ts'

/** An entry kept apart: from a device that was revoked, or from somebody whose membership has ended. */
export interface QuarantinedEntry {
  entry: string
  user: string
  device: string
  why: 'device-revoked' | 'membership-ended'
  hash: string
  /** ISO 8601 in UTC. */
  receivedAt: string
  text: string
}

/**
 * - `no-such-assessment`: check the id.
 * - `is-owner`: hand the assessment over to another member first, then end this membership.
 * - `beyond-head`: the backup holds more than the database does. Nothing was marked: find out which of the two is true.
 */
export type KeepingResult = { ok: true } | { ok: false; reason: 'no-such-assessment' | 'is-owner' | 'beyond-head' }

/** What administration does with records. Whoever may ask for it has been checked before. */
export interface RecordKeeping {
  /** The devices of those, among these, who may read an assessment now. */
  readersAmong(assessment: string, sessions: readonly Pick<Session, 'user' | 'device'>[]): Promise<ReadonlySet<string>>
  /** Makes somebody a member, or a member again. */
  admit(assessment: string, user: string): Promise<KeepingResult>
  /** Ends a membership. What that person still sends is quarantined. Ending one that is not there changes nothing. */
  endMembership(assessment: string, user: string): Promise<KeepingResult>
  /** From now on nothing of this device is stored but in quarantine, and nothing is read by it. For good. */
  revokeDevice(device: string): Promise<void>
  /** What was kept apart for an owner, without what has been stored since. Empty for all others. */
  quarantined(assessment: string, owner: string): Promise<QuarantinedEntry[]>
  /** A backup was read back, and holds each assessment up to this number. All are marked, or none. Marks only rise. */
  markDurable(marks: ReadonlyMap<string, number>): Promise<KeepingResult>
  /** After every restore: devices pull from the beginning and push again all that they keep. Returns the new epoch. */
  beginNewEpoch(): Promise<string>
}
