import type { NextStep, RefusedReason, RetryReason } from './faults.ts'
import type { HeldTimes } from './held-times.ts'
import type { OutboxState } from './outbox-state.ts'
import type { MineResponse } from './protocol.ts'
import { limitsTold } from './reading-seal.ts'
import type { ServerMemory, StoreTrouble, SyncStore } from './sync-store.ts'
import type { SyncTransport } from './transport.ts'

/** What a round needs from outside. `chance` is from 0 up to 1. */
export interface SyncPorts {
  store: SyncStore
  transport: SyncTransport
  /** Milliseconds by this device's clock, which may be wrong by years: only ever for waiting and for showing. */
  now(): number
  chance(): number
}

/** What the user is told about one pulled entry that was not taken in. It is pulled again. */
export type PullProblem =
  /** The text that came is not the one that the server's hash is of, or is no entry of this assessment. */
  | 'damaged'
  /** Another entry is kept here under its id. */
  | 'conflict'
  /** The server left out a number. */
  | 'gap'

/** What happens during a round, for whoever shows it. */
export interface RoundEvents {
  /** Entries of others are on the disk now. */
  arrived(assessment: string, ids: readonly string[]): void
  stateOf(ids: readonly string[], state: OutboxState): void
  problem(assessment: string, problem: PullProblem): void
}

/**
 * Why a phase stopped early.
 * - `retry`, `hold-back`: after this time; the rest of the round is left out.
 * - `signed-out`: when the user has signed in.
 * - `store`: this device could not write.
 * - `overtaken`: another epoch began meanwhile: begin the round again.
 */
export type Stop =
  | { stop: 'retry'; why: RetryReason | RefusedReason | 'pull-first'; afterMs: number }
  | { stop: 'signed-out' }
  | { stop: 'store'; why: StoreTrouble['reason'] | 'read-back-differs' | 'not-storable' }
  | { stop: 'overtaken' }

/** One round, while it lasts. */
export interface Round {
  ports: SyncPorts
  events: RoundEvents
  held: HeldTimes
  /** Requests in a row that met nothing but faults, over rounds. */
  failures: number
  /** As the store holds it. */
  epoch: string | null
  /** An entry was received or taken in since this was last set to false. */
  progress: boolean
  /** A new epoch began since this was last set to false. */
  newEpoch: boolean
  /** Something is read through a broken glass: nobody tells this device live when it moves. */
  readsByGlass: boolean
}

/** The server's records are not those of before: nothing counts as received, and all is pulled anew. */
export async function enterEpoch(round: Round, epoch: string): Promise<Stop | null> {
  const begun = await round.ports.store.beginEpoch(epoch)
  if (!begun.ok) return { stop: 'store', why: begun.reason }
  round.epoch = epoch
  round.newEpoch = true
  round.held.clear()
  return null
}

/** What the answer to a question means that is not a push: there is nothing to split or to hold back. */
export function stopOf(step: Exclude<NextStep, { do: 'apply' }>): Stop {
  switch (step.do) {
    case 'sign-in':
      return { stop: 'signed-out' }
    case 'retry':
    case 'hold-back':
      return { stop: 'retry', why: step.why, afterMs: step.afterMs }
    case 'pull-first':
      return { stop: 'retry', why: 'pull-first', afterMs: step.afterMs }
    case 'split':
      throw new Error('one request cannot be split')
  }
}

/**
 * Remembers that the server answered, at most once a minute. `mine` is the list of what is this person's: only a session is
 * given one, so that neither a refusal nor a page of somebody on the way counts. What came of it must not be read for ever on
 * a device that cannot keep this: the round ends.
 */
export async function noteContact(round: Round, mine: MineResponse, last: ServerMemory): Promise<Stop | null> {
  const now = round.ports.now()
  const isRecent = [last.contact, last.latest ?? last.contact].every((at) => at !== null && Math.abs(now - at) < 60_000)
  if (isRecent) return null
  const kept = await round.ports.store.keepContact(now, limitsTold(mine.reading))
  return kept.ok ? null : { stop: 'store', why: kept.reason }
}
