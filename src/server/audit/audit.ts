import type { AuditWhat } from '../../sync/api.ts'
import { type AccountParts, DAY, iso } from '../accounts/account-parts.ts'
import { first, rows, type Task } from '../accounts/task.ts'
import { type AuditHead, type AuditRow, auditHash } from './audit-chain.ts'

/** What is to be remembered, without when: that is the server's to say. */
export interface Deed {
  assessment: string
  user: string
  device: string
  what: AuditWhat
}

/** Adds one row to the chain of an assessment, under the lock of its head. There need be no such assessment: nobody learns. */
export function* remember(parts: AccountParts, deed: Deed): Task<void> {
  const end = yield* first<{ count: number; head: string }>(
    `INSERT INTO audit_heads (assessment_id, count, head) VALUES ($1, 0, '')
     ON CONFLICT (assessment_id) DO UPDATE SET count = audit_heads.count RETURNING count, head`,
    deed.assessment,
  )
  const { count = 0, head = '' } = end ?? {}
  const row = { ...deed, seq: count + 1, at: iso(parts.now()) }
  const hash = auditHash(head, row)
  yield* rows(
    'INSERT INTO audit (assessment_id, seq, at, user_id, device_id, what, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    row.assessment,
    row.seq,
    row.at,
    row.user,
    row.device,
    row.what,
    hash,
  )
  yield* rows('UPDATE audit_heads SET count = $2, head = $3 WHERE assessment_id = $1', row.assessment, row.seq, hash)
}

/** The same, once a day: a device asks for what is new many times an hour, and nobody would read a row for each. */
export function* rememberOnceADay(parts: AccountParts, deed: Deed): Task<void> {
  const known = yield* first(
    `SELECT seq FROM audit WHERE assessment_id = $1 AND user_id = $2 AND device_id = $3 AND what = $4 AND at > $5
     LIMIT 1`,
    deed.assessment,
    deed.user,
    deed.device,
    deed.what,
    iso(parts.now() - DAY),
  )
  if (!known) yield* remember(parts, deed)
}

/** The chain of one assessment from its beginning. */
export function* chainOf(assessment: string): Task<AuditRow[]> {
  return yield* rows<AuditRow>(
    `SELECT a.assessment_id AS assessment, a.seq, a.at, a.user_id AS user, a.device_id AS device, a.what, a.hash
     FROM audit a WHERE a.assessment_id = $1 ORDER BY a.seq`,
    assessment,
  )
}

/** Who did what with one assessment, with names, newest first. */
export function* auditOf(
  assessment: string,
): Task<{ at: string; what: AuditWhat; name: string | null; agency: string | null }[]> {
  return yield* rows(
    `SELECT a.at, a.what, u.name, g.name AS agency
     FROM audit a LEFT JOIN users u ON u.id = a.user_id LEFT JOIN agencies g ON g.id = u.agency_id
     WHERE a.assessment_id = $1 ORDER BY a.seq DESC LIMIT 1000`,
    assessment,
  )
}

/** The ends of all chains, to be kept elsewhere; and of chains whose end was taken away. */
export function* auditHeads(): Task<AuditHead[]> {
  return yield* rows<AuditHead>(
    `SELECT h.assessment_id AS assessment, h.count, h.head FROM audit_heads h
     UNION ALL
     SELECT DISTINCT a.assessment_id, 0, '' FROM audit a
     WHERE NOT EXISTS (SELECT 1 FROM audit_heads h WHERE h.assessment_id = a.assessment_id)
     ORDER BY 1`,
  )
}
