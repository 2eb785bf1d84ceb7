import { canonicalJson } from '../../domain/canonical-json.ts'
import type { Task } from '../accounts/task.ts'
import { rowsAs } from '../records/record-tasks.ts'
import {
  type AuditDetail,
  type AuditWhat,
  chainOf,
  hashOfLine,
  headText,
  NO_HASH,
  SERVER_CHAIN,
  sha256,
} from './audit-line.ts'
import type { AuditSigner } from './signer.ts'

export interface AuditParts {
  /** ISO 8601 in UTC. */
  now(): string
  signer: AuditSigner
}

export interface AuditNote {
  chain: string
  who: string | null
  what: AuditWhat
  detail?: AuditDetail
  /** Noted only if the chain has nothing under this name. */
  once?: string
}

const AS = 'linnet_audit'

/** Adds a line, in the transaction of what it tells of: neither is there without the other. */
export function* appendLine({ now, signer }: AuditParts, note: AuditNote): Task<void> {
  const { chain, who, what, detail = {}, once = null } = note
  if (yield* isNoted(chain, once)) return
  // Locks the chain; what comes after it sees what the last holder of the lock has added.
  const [head] = yield* rowsAs<{ count: number | string; hash: string }>(
    AS,
    `INSERT INTO audit_heads (chain, count, hash, key, signature) VALUES ($1, 0, $2, '', '')
     ON CONFLICT (chain) DO UPDATE SET count = audit_heads.count RETURNING count, hash`,
    chain,
    NO_HASH,
  )
  if (!head) throw new Error('a chain of the audit has no head')
  if (yield* isNoted(chain, once)) return
  const number = Number(head.count) + 1
  const line = { chain, number, at: now(), who, what, detail: canonicalJson(detail), once, before: head.hash }
  const hash = hashOfLine(line)
  yield* rowsAs(
    AS,
    `INSERT INTO audit (chain, number, at, who, what, detail, once, before, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    chain,
    number,
    line.at,
    who,
    what,
    line.detail,
    once,
    line.before,
    hash,
  )
  yield* rowsAs(
    AS,
    'UPDATE audit_heads SET count = $2, hash = $3, key = $4, signature = $5 WHERE chain = $1',
    chain,
    number,
    hash,
    signer.key,
    signer.sign(headText({ chain, count: number, hash })),
  )
}

function* isNoted(chain: string, once: string | null): Task<boolean> {
  if (once === null) return false
  const found = yield* rowsAs(AS, 'SELECT number FROM audit WHERE chain = $1 AND once = $2', chain, once)
  return found.length > 0
}

/**
 * Somebody asked for a record that is not theirs, or not there. Members of one that is there see it; of an id that is not
 * there only its hash is kept. Noted once a day for each way of asking: a device asks again by itself.
 */
export function* appendRefusal(
  parts: AuditParts,
  { user, device }: { user: string; device: string },
  assessment: string,
  how: string,
): Task<void> {
  const found = yield* rowsAs('linnet_keeper', 'SELECT id FROM assessments WHERE id = $1', assessment)
  const isThere = found.length > 0
  const of = isThere ? {} : { of: sha256(assessment) }
  yield* appendLine(parts, {
    chain: isThere ? chainOf(assessment) : SERVER_CHAIN,
    who: user,
    what: 'refused',
    detail: { how, device, ...of },
    once: `refused ${how} ${user} ${device} ${parts.now().slice(0, 10)} ${of.of ?? ''}`.trim(),
  })
}

/** Somebody asked for something else that is not theirs, or not there. */
export function* appendRefusalOf(
  parts: AuditParts,
  { user, device }: { user: string; device: string },
  how: string,
): Task<void> {
  const once = `refused ${how} ${user} ${device} ${parts.now().slice(0, 10)}`
  yield* appendLine(parts, { chain: SERVER_CHAIN, who: user, what: 'refused', detail: { how, device }, once })
}
