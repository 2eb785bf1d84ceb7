import { type Reading, readingOf, USUAL_LIMITS } from '../sync/reading-seal.ts'
import type { FollowedRow, ServerRow, SyncReads, SyncWrites } from './sync-rows.ts'

/** What of a vault's assessments is not to be shown. */
export interface Closing {
  /** Everything that was recorded elsewhere. */
  sealed: boolean
  /** How many entries of an assessment were erased, and have not been pulled again. */
  erased: ReadonlyMap<string, number>
}

/** `now` is in milliseconds by this device's clock. */
export async function closingOf(reads: Pick<SyncReads, 'server' | 'followed'>, now: number): Promise<Closing> {
  const [server, followed] = await Promise.all([reads.server(), reads.followed()])
  const erased = followed.flatMap(({ assessment, erased: { entries = 0 } = {} }) =>
    entries > 0 ? [[assessment, entries] as const] : [],
  )
  return { sealed: server !== undefined && judged(server, now) !== 'open', erased: new Map(erased) }
}

/** How far a clock may have gone on before it is written down. */
const STEP = 30_000

/** See `SyncStore.lookAtClock`. What is shown has changed when `shown` has. */
export async function lookingAtClock(
  reads: SyncReads,
  now: number,
): Promise<{ writes: SyncWrites; reading: Reading; erased: number; shown: string }> {
  const { sealed, erased } = await closingOf(reads, now)
  return { ...(await planned(reads, now)), shown: JSON.stringify([sealed, ...erased]) }
}

async function planned(
  reads: SyncReads,
  now: number,
): Promise<{ writes: SyncWrites; reading: Reading; erased: number }> {
  const server = await reads.server()
  if (!server || server.contact === null) return { writes: {}, reading: 'open', erased: 0 }
  const reading = judged(server, now)
  const isLater = now >= Math.max(server.contact, server.latest ?? server.contact) + STEP
  const writes: SyncWrites = isLater ? { server: { ...server, latest: now } } : {}
  if (reading !== 'erase') return { writes, reading, erased: 0 }
  const erasing = await erasable(reads)
  if (erasing.erase.length === 0) return { writes, reading, erased: 0 }
  return { writes: { ...writes, ...erasing }, reading, erased: erasing.erase.length }
}

/** Of the read copy what the server said in this epoch that it holds: all else may be the only one left. */
async function erasable(reads: SyncReads): Promise<{ followed: FollowedRow[]; erase: string[] }> {
  const copy = await reads.readCopy()
  const rows = await reads.outbox(copy.map(({ id }) => id))
  const gone = copy.flatMap(({ id, assessment }, n) => {
    const row = rows[n]
    return row?.is === 'received' ? [{ id, assessment, seq: row.seq ?? 0 }] : []
  })
  const followed = (await reads.followed()).flatMap((row) => {
    const of = gone.filter(({ assessment }) => assessment === row.assessment)
    return of.length > 0 ? [erasedRow(row, of)] : []
  })
  // One that nothing is remembered of could not be pulled again from the beginning.
  const known = new Set(followed.map(({ assessment }) => assessment))
  return { followed, erase: gone.flatMap(({ id, assessment }) => (known.has(assessment) ? [id] : [])) }
}

function erasedRow(row: FollowedRow, gone: readonly { seq: number }[]): FollowedRow {
  const { times, entries, through } = row.erased ?? { times: 0, entries: 0, through: 0 }
  return {
    ...row,
    cursor: null,
    readThrough: 0,
    erased: {
      times: times + 1,
      entries: entries + gone.length,
      through: gone.reduce((most, { seq }) => Math.max(most, seq), through),
    },
  }
}

const judged = ({ contact, latest = null, limits }: ServerRow, now: number): Reading =>
  readingOf({ contact, latest }, now, limits ?? USUAL_LIMITS)
