/** Why an entry is still on this device only; what the device does is in `outboxWords.waiting`. */
export type WaitingReason =
  | 'no-answer'
  | 'half-answer'
  | 'captive-portal'
  | 'server-busy'
  | 'server-trouble'
  | 'not-understood'

/** Why the server did not take an entry; what the user does is in `outboxWords.held`. */
export type HeldReason =
  | 'not-allowed'
  | 'not-known'
  | 'too-large'
  | 'not-readable'
  | 'too-deep'
  | 'not-json'
  | 'not-canonical'
  | 'not-an-entry'
  | 'unusable-id'
  | 'supersedes-itself'
  | 'other-author'
  | 'missing-parent'
  | 'conflict'
  | 'quarantined-device-revoked'
  | 'quarantined-membership-ended'
  | 'unknown-assessment'
  | 'hash-differs'
  | 'signed-out'

/** Where one entry stands. `at` is in words, by the server's clock. */
export type LineState =
  | { is: 'on-this-device'; why: WaitingReason | null }
  | { is: 'sending' }
  | { is: 'received'; at: string }
  | { is: 'held-back'; why: HeldReason }

/** One entry that the server is not known to hold. */
export interface OutboxLine {
  id: string
  /** The question, or what kind of entry it is. */
  what: string
  /** Recorded when, in words. */
  when: string
  state: LineState
}

export interface OutboxAssessment {
  id: string
  /** As the list of assessments names it; empty where it is closed. */
  name: string
  /** `emergency`: opened by breaking the glass. `closed`: not shared with the practitioner now. */
  reading: 'open' | 'emergency' | 'closed'
  lines: readonly OutboxLine[]
}
