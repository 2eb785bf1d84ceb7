import type { OutboxState } from '../sync/outbox-state.ts'
import type { ReadingLimits } from '../sync/reading-seal.ts'
import type { FollowedAssessment, Receipt, SettledState, SyncStore } from '../sync/sync-store.ts'
import type { Sealed } from './encryption/seal.ts'
import type { EntryRow } from './entry-rows.ts'
import type { SentStatus } from './record-port.ts'

/**
 * Where one entry stands with the server, beside its sealed row and never in it. Ids, numbers and status only.
 * `absent`: was answered in an epoch that has ended, and not since.
 */
export interface OutboxRow {
  vault: string
  id: string
  is: 'received' | 'held-back' | 'absent'
  /** Milliseconds by the server's clock. */
  at: number | null
  seq: number | null
  why: string | null
  again: string | null
  /** As it was pulled: a server's word that it has stored the entry. */
  voucher: string | null
}

export interface FollowedRow {
  vault: string
  assessment: string
  began: 0 | 1
  cursor: string | null
  readThrough: number
  durableThrough: number
  standing: FollowedAssessment['standing']
  /** Rows of before have neither. */
  glassAt?: number | null
  glassUntil?: number | null
  erased?: FollowedAssessment['erased']
}

/** One for each vault. `account` is sealed: with whom this device is connected. */
export interface ServerRow {
  vault: string
  epoch: string | null
  contact: number | null
  account: Sealed | null
  /** See `ClockSeen`. */
  latest?: number | null
  /** As they were told last; without them the usual ones. */
  limits?: ReadingLimits
}

/** All reads of one vault. */
export interface SyncReads {
  server(): Promise<ServerRow | undefined>
  followed(): Promise<FollowedRow[]>
  /** In the order asked. */
  outbox(ids: readonly string[]): Promise<(OutboxRow | undefined)[]>
  /** Those that are so. */
  settledAs(is: OutboxRow['is']): Promise<OutboxRow[]>
  /** In the order asked; undefined for what is not there. */
  sentOf(ids: readonly string[]): Promise<(SentStatus | undefined)[]>
  holdsOwn(assessment: string): Promise<boolean>
  /** What came from the server and was recorded elsewhere. */
  readCopy(): Promise<{ id: string; assessment: string }[]>
}

/** Rows to put. `raise` names entries whose status becomes `to`, where it is lower; `erase` those that go, with their outbox rows. */
export interface SyncWrites {
  server?: ServerRow
  followed?: readonly FollowedRow[]
  outbox?: readonly OutboxRow[]
  raise?: { ids: readonly string[]; to: SentStatus }
  erase?: readonly string[]
}

/** The rows of one vault beside its sealed entries, wherever they lie. */
export interface SyncRows {
  reads: SyncReads
  /** Reads and writes in one step that nothing comes between. The task awaits only its reads. */
  change<T>(task: (reads: SyncReads) => Promise<{ writes: SyncWrites; result: T }>): Promise<T>
  /** Entries never acknowledged: status 0 and 1. */
  waiting(): Promise<EntryRow[]>
  get(ids: readonly string[]): Promise<(EntryRow | undefined)[]>
  /** Ids and status of the entries of an assessment. */
  idsOf(assessment: string): Promise<{ id: string; sent: SentStatus }[]>
}

export const noServer = (vault: string): ServerRow => ({ vault, epoch: null, contact: null, account: null })

/** Of what there is no row, nothing has been said by a server: it began here. */
export const newFollowed = (vault: string, assessment: string, began: boolean): FollowedRow => ({
  vault,
  assessment,
  began: began ? 1 : 0,
  cursor: null,
  readThrough: 0,
  durableThrough: 0,
  standing: 'unconfirmed',
  glassAt: null,
  glassUntil: null,
})

export const followedOf = ({ vault: _, began, glassAt, glassUntil, ...rest }: FollowedRow): FollowedAssessment => ({
  ...rest,
  began: began === 1,
  glassAt: glassAt ?? null,
  glassUntil: glassUntil ?? null,
})

/** An answer to a push brings no voucher: one that came before stays. */
export function settledRow(vault: string, id: string, state: SettledState, before: OutboxRow | undefined): OutboxRow {
  const voucher = before?.voucher ?? null
  if (state.is === 'received') return receivedRow(vault, { id, at: state.at, seq: state.seq, voucher })
  return { vault, id, is: 'held-back', at: null, seq: null, why: state.why, again: state.again, voucher }
}

export function receivedRow(vault: string, { id, at, seq, voucher }: Receipt): OutboxRow {
  return { vault, id, is: 'received', at: Date.parse(at), seq, why: null, again: null, voucher }
}

/** Of an entry that was taken in, until its page is kept. */
export const arrivedRow = (vault: string, id: string, voucher: string | null): OutboxRow => ({
  vault,
  id,
  is: 'absent',
  at: null,
  seq: null,
  why: null,
  again: null,
  voucher,
})

/** A receipt is not lost to a later refusal: only a new epoch ends it. */
export const mayFollow = (before: OutboxRow | undefined, after: OutboxRow): boolean =>
  before?.is !== 'received' || after.is === 'received'

/** Neither what was received nor what was kept apart need be there any more. */
export const afterEpoch = ({ vault, id, seq, voucher }: OutboxRow): OutboxRow => ({
  ...arrivedRow(vault, id, voucher),
  // Of then: what was stored in one order is brought back in it.
  seq,
})

export function followedAfterEpoch(row: FollowedRow): FollowedRow {
  const standing = row.began === 1 && row.standing === 'member' ? 'unconfirmed' : row.standing
  // Numbers of another epoch say nothing of what has come back: its first page ends it.
  const erased = row.erased && { ...row.erased, through: 0 }
  return { ...row, cursor: null, readThrough: 0, durableThrough: 0, standing, ...(erased && { erased }) }
}

/** What a page leaves of an assessment. A cursor that would leave out what was erased while it was on its way is not kept. */
export function followedAfterPage(row: FollowedRow, page: Parameters<SyncStore['keepPage']>[1]): FollowedRow {
  const { durableThrough } = page
  const next = { ...(page.by === 'glass' ? row : memberRow(row)), durableThrough }
  const times = row.erased?.times ?? 0
  if (page.cursor === null || (page.erasedTimes ?? times) !== times) return next
  const { cursor, readThrough } = page
  const isBack = row.erased && readThrough >= row.erased.through
  return { ...next, cursor, readThrough, ...(isBack && { erased: { times, entries: 0, through: 0 } }) }
}

/** One that began here and was never seen on the server waits to be begun there: it is nobody else's. */
export const hiddenRow = (row: FollowedRow): FollowedRow => ({
  ...row,
  ...NO_GLASS,
  standing: row.began === 1 && row.standing === 'unconfirmed' ? 'unconfirmed' : 'hidden',
})

/** Through a broken glass it is read and stays nobody's of this device: when the time is over, it is hidden by that alone. */
export const glassRow = (row: FollowedRow, { at, until }: { at: number; until: number }): FollowedRow => ({
  ...row,
  standing: 'hidden',
  glassAt: at,
  glassUntil: until,
})

export const memberRow = (row: FollowedRow): FollowedRow => ({ ...row, ...NO_GLASS, standing: 'member' })

const NO_GLASS = { glassAt: null, glassUntil: null } as const

export function stateOf(row: OutboxRow | undefined): OutboxState {
  if (row?.is === 'received' && row.seq !== null) return { is: 'received', at: instantOf(row.at), seq: row.seq }
  return heldOf(row) ?? { is: 'on-this-device', why: null }
}

export function heldOf(row: OutboxRow | undefined): Extract<OutboxState, { is: 'held-back' }> | null {
  if (row?.is !== 'held-back') return null
  const { why, again } = row as unknown as Extract<OutboxState, { is: 'held-back' }>
  return { is: 'held-back', why, again }
}

const instantOf = (at: number | null): string => new Date(Number.isFinite(at) ? (at ?? 0) : 0).toISOString()

/** What came from the server is not this device's to send. */
export const isOwn = (sent: SentStatus): boolean => sent < 3
