import { createHash } from 'node:crypto'
import { canonicalJson } from '../../domain/canonical-json.ts'
import type { AuditWhat } from '../../sync/api.ts'

/** One thing that somebody did with a record. Ids only. `at`: ISO 8601 by the server's clock. */
export interface AuditRow {
  assessment: string
  /** Counts from 1, without gaps, within one assessment. */
  seq: number
  at: string
  user: string
  device: string
  what: AuditWhat
  /** Of everything above and of the hash of the row before: SHA-256 in lower-case hexadecimal. */
  hash: string
}

/** How long a chain is, and the hash of its last row. */
export interface AuditHead {
  assessment: string
  count: number
  head: string
}

/** The hash of a row. `before` is that of the row before it, empty for the first. */
export function auditHash(before: string, { assessment, seq, at, user, device, what }: Omit<AuditRow, 'hash'>): string {
  const text = canonicalJson({ assessment, at, before, device, seq, user, what })
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/**
 * The first thing that is wrong with a chain, in words for whoever runs the server; null when it is whole. `rows` are all rows
 * of one assessment by their numbers. `kept` is a head that was written down earlier, elsewhere: without one, somebody
 * who can write to the database can make the whole chain anew, or cut off its end, and nobody can tell.
 */
export function chainFault(rows: readonly AuditRow[], heads: readonly AuditHead[]): string | null {
  let before = ''
  for (const [n, row] of rows.entries()) {
    if (row.seq !== n + 1) return `row ${n + 1} is missing, or not in its place`
    if (row.hash !== auditHash(before, row)) return `row ${row.seq} is not as it was written`
    before = row.hash
  }
  for (const { count, head } of heads) {
    if (count > rows.length) return `rows ${rows.length + 1} to ${count} are missing at the end`
    if ((rows[count - 1]?.hash ?? '') !== head) return `row ${count} is another than was kept`
  }
  return null
}
