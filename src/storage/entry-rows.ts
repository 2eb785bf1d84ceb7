import type { Sealed } from './encryption/seal.ts'
import type { SentStatus } from './record-port.ts'

/** Outside the seal are only random ids, numbers and status. */
export interface EntryRow extends Sealed {
  vault: string
  id: string
  assessment: string
  sent: SentStatus
}

/** `replaces` is taken away as the rest is written. */
export interface EntryChange {
  add: readonly EntryRow[]
  /** Rows that do not open are set aside, and a good copy takes their place. */
  mend: readonly { damaged: EntryRow; good: EntryRow }[]
  replaces: EntryRow | null
}

/** The sealed entries of one vault, wherever they lie. */
export interface EntryRows {
  /** In the order asked; undefined for what is not there. */
  get(ids: readonly string[]): Promise<(EntryRow | undefined)[]>
  of(assessment: string): Promise<EntryRow[]>
  /**
   * All or nothing. Rejects with `Overtaken` when a row was added, replaced or mended since it was read, with
   * `AlreadySent` when what it would replace was handed over, and with whatever the disk says.
   */
  write(change: EntryChange): Promise<void>
  /** Adds a row again that was taken away, unless its id is there. */
  putBack(row: EntryRow): Promise<void>
}

/** Another tab wrote between planning and writing; plan again. */
export class Overtaken extends Error {
  override name = 'Overtaken'
}
export class AlreadySent extends Error {
  override name = 'AlreadySent'
}

export const sameSealed = (a: Sealed, b: Sealed): boolean => sameBytes(a.iv, b.iv) && sameBytes(a.bytes, b.bytes)

/** A damaged row may hold anything at all. */
export const sameBytes = (a: unknown, b: unknown): boolean => String(a) === String(b)
