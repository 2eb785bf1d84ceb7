import type { Sealed } from './encryption/seal.ts'
import type { SentStatus } from './record-port.ts'
import type { OutboxRow } from './sync-rows.ts'

/** Outside the seal are only random ids, numbers and status. */
export interface EntryRow extends Sealed {
  vault: string
  id: string
  assessment: string
  sent: SentStatus
}

export interface EntryChange {
  add: readonly EntryRow[]
  /** Rows that do not open are set aside, and a good copy takes their place. */
  mend: readonly { damaged: EntryRow; good: EntryRow }[]
  /** Rows that wait for what they were to replace, and stand by themselves now. */
  stand: readonly string[]
  /** What is to be remembered of those that are added. */
  arrived: readonly OutboxRow[]
}

/** The sealed entries of one vault, wherever they lie. */
export interface EntryRows {
  /** In the order asked; undefined for what is not there. */
  get(ids: readonly string[]): Promise<(EntryRow | undefined)[]>
  /** Without those that wait for what they are to replace. */
  of(assessment: string): Promise<EntryRow[]>
  /**
   * All or nothing. Rejects with `Overtaken` when a row was added or mended since it was read, and with whatever the disk
   * says.
   */
  write(change: EntryChange): Promise<void>
  /**
   * In one step: takes away an entry that was never handed to a sender, and lets its successor stand. When it was handed
   * over after all, or is not there any more, a successor that still waits goes instead.
   */
  takeAway(old: string, successor: string): Promise<'gone' | 'already-sent' | 'not-found'>
}

/** Of this device: handed over later. */
export const HERE: SentStatus = 0

/** Came from the server, and was recorded elsewhere. */
export const ELSEWHERE: SentStatus = 3

/** Waits for what it is to replace. */
export const WAITING: SentStatus = -1

export const fateOf = (old: EntryRow | undefined): 'gone' | 'already-sent' | 'not-found' => {
  if (!old) return 'not-found'
  return old.sent === 0 ? 'gone' : 'already-sent'
}

/** Another tab wrote between planning and writing; plan again. */
export class Overtaken extends Error {
  override name = 'Overtaken'
}

export const sameSealed = (a: Sealed, b: Sealed): boolean => sameBytes(a.iv, b.iv) && sameBytes(a.bytes, b.bytes)

/** A damaged row may hold anything at all. */
export const sameBytes = (a: unknown, b: unknown): boolean => String(a) === String(b)
