import type { NextStep, RefusedReason, RetryReason } from './faults.ts'
import type { PushResponse, PushResult } from './protocol.ts'
import type { InvalidReason } from './wire-entry.ts'

/**
 * Where one entry stands, in the words of the list of what is not sent.
 * - `on-this-device`: waits for its turn; `why` tells what the last attempt met, null before the first.
 * - `sending`: on its way. If the app ends now, it is sent again.
 * - `received`: the server holds exactly this content, since `at` (ISO 8601, by the server's clock), as number `seq`.
 * - `held-back`: the server did not take it. `again` says what brings it forward: pulling first, time, signing in, or a
 *   person who looks at it. None of these removes it from the device.
 */
export type OutboxState =
  | { is: 'on-this-device'; why: RetryReason | null }
  | { is: 'sending' }
  | { is: 'received'; at: string; seq: number }
  | { is: 'held-back'; why: HeldBackReason; again: 'after-pull' | 'later' | 'sign-in' | 'person' }

export type HeldBackReason =
  | RefusedReason
  | InvalidReason
  /** What it supersedes is not on the server yet. */
  | 'missing-parent'
  /** Another entry has its id there. */
  | 'conflict'
  /** Kept apart there, for the record's owner to look at. */
  | 'quarantined-device-revoked'
  | 'quarantined-membership-ended'
  /** The server has no such record that this person may see. */
  | 'unknown-assessment'
  /** The server says that it has it, but what it has is not this. */
  | 'hash-differs'
  | 'signed-out'

/** An entry that is being sent, and the hash of what is on this device. */
export interface Sent {
  id: string
  hash: string
}

/**
 * The states of a batch after an answer in full, in the order sent. Where the answer does not fit what was sent, an entry
 * counts as not sent: sending again is harmless.
 */
export function afterAnswer(batch: readonly Sent[], response: PushResponse): OutboxState[] {
  const fits = response.results.length === batch.length
  return batch.map((sent, n) => {
    const result = fits ? response.results[n] : undefined
    if (!result) return { is: 'on-this-device', why: 'not-understood' }
    return afterResult(sent, result)
  })
}

function afterResult(sent: Sent, result: PushResult): OutboxState {
  const held = (why: HeldBackReason, again: 'after-pull' | 'later' | 'person'): OutboxState => ({
    is: 'held-back',
    why,
    again,
  })
  const namesNone = result.result === 'invalid' && result.id === null
  if (!namesNone && result.id !== sent.id) return { is: 'on-this-device', why: 'not-understood' }
  switch (result.result) {
    case 'stored':
    case 'duplicate':
      if (result.hash !== sent.hash) return held('hash-differs', 'person')
      return { is: 'received', at: result.receivedAt, seq: result.seq }
    case 'missing-parent':
      return held('missing-parent', 'after-pull')
    case 'quarantined':
      if (result.hash !== sent.hash) return held('hash-differs', 'person')
      return held(`quarantined-${result.why}`, 'person')
    case 'unknown-assessment':
      return held('unknown-assessment', 'later')
    case 'conflict':
      return held('conflict', 'person')
    case 'invalid':
      return held(result.why, 'person')
  }
}

/** The state of each entry of a batch after any other answer, or none. */
export function afterFault(step: Exclude<NextStep, { do: 'apply' }>): OutboxState {
  switch (step.do) {
    case 'retry':
      return { is: 'on-this-device', why: step.why }
    case 'split':
    case 'pull-first':
      return { is: 'on-this-device', why: null }
    case 'sign-in':
      return { is: 'held-back', why: 'signed-out', again: 'sign-in' }
    case 'hold-back':
      return { is: 'held-back', why: step.why, again: 'later' }
  }
}

/** After a restore the server may lack what it once had: everything kept is sent again, acknowledged or not. */
export const afterNewEpoch = (): OutboxState => ({ is: 'on-this-device', why: null })

/** True while the entry must be shown as not sent, and counted. */
export const isNotReceived = (state: OutboxState): boolean => state.is !== 'received'
