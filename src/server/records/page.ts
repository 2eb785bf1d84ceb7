import { readCursor, writeCursor } from '../../sync/cursor.ts'
import { LIMITS } from '../../sync/limits.ts'
import type { PulledEntry, PullRequest, PullResponse } from '../../sync/protocol.ts'
import type { Vouching } from './vouching.ts'

/** One page of a pull, at most so many characters of entries, but always one entry. */
const PAGE_CHARACTERS = 4 * 1024 * 1024

/** Where a pull begins. `ahead`: it has read more than there is. */
export type PullStart = { from: 'restart' } | { from: 'ahead' } | { from: 'seq'; after: number; limit: number }

export function startOf({ assessment, after, limit }: PullRequest, epoch: string, head: number): PullStart {
  const rows = limit ?? LIMITS.pageEntries
  if (after === null) return { from: 'seq', after: 0, limit: rows }
  const cursor = readCursor(after)
  if (!cursor || cursor.epoch !== epoch || cursor.assessment !== assessment) return { from: 'restart' }
  return cursor.seq > head ? { from: 'ahead' } : { from: 'seq', after: cursor.seq, limit: rows }
}

/** `found`: the rows after the start in the order of their numbers, one more than the limit if there are as many. */
export function pageOf(
  { assessment }: PullRequest,
  start: { after: number; limit: number },
  found: readonly PulledEntry[],
  store: { epoch: string; durableThrough: number },
  vouching?: Vouching,
): PullResponse {
  const entries: PulledEntry[] = []
  let characters = 0
  for (const entry of found.slice(0, start.limit)) {
    characters += entry.text.length
    if (entries.length > 0 && characters > PAGE_CHARACTERS) break
    entries.push(vouching ? { ...entry, voucher: vouching.voucherFor(assessment, entry.hash) } : entry)
  }
  const seq = entries.at(-1)?.seq ?? start.after
  const cursor = writeCursor({ epoch: store.epoch, assessment, seq })
  return { result: 'page', ...store, entries, cursor, more: entries.length < found.length }
}
