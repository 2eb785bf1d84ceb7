import { GLASS_OPEN, type NoticesBody } from '../../sync/sharing-api.ts'
import { first, rows, type Task } from '../accounts/task.ts'
import { type AuditParts, appendLine, appendRefusal, appendRefusalOf } from '../audit/append.ts'
import { chainOf } from '../audit/audit-line.ts'
import type { Session } from '../records/record-store.ts'
import { rowsAs } from '../records/record-tasks.ts'
import { isGoodDevice, standingIn } from './standing-in.ts'

export interface Breaking {
  /** A new id. */
  id: string
  assessment: string
  reason: string
}

/** Opens a record to somebody who is no member. Null when it is not there or the device is revoked, which is noted. */
export function* breakGlass(
  parts: AuditParts,
  session: Session,
  { id, assessment, reason }: Breaking,
): Task<{ until: string | null } | null> {
  const at = parts.now()
  const standing = yield* standingIn(session, assessment, at)
  if (standing === 'owner' || standing === 'member') return { until: null }
  const found = yield* rowsAs('linnet_keeper', 'SELECT id FROM assessments WHERE id = $1', assessment)
  if (found.length === 0 || !(yield* isGoodDevice(session))) {
    yield* appendRefusal(parts, session, assessment, 'break-glass')
    return null
  }
  const until = new Date(Date.parse(at) + GLASS_OPEN).toISOString()
  yield* rows(
    `INSERT INTO broken_glass (id, assessment_id, user_id, reason, broken_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    id,
    assessment,
    session.user,
    reason,
    at,
    until,
  )
  yield* appendLine(parts, {
    chain: chainOf(assessment),
    who: session.user,
    what: 'broke-glass',
    detail: { id, device: session.device, reason, until },
  })
  return { until }
}

type Notice = NoticesBody['notices'][number]

/** What the owner of records has not said that they know. */
export function* noticesFor(session: Session): Task<Notice[]> {
  if (!(yield* isGoodDevice(session))) return []
  const found = yield* rows<Omit<Notice, 'what'>>(
    `SELECT g.id, g.assessment_id AS assessment, g.user_id AS who, g.reason, g.broken_at AS at, g.ends_at AS until
     FROM broken_glass g JOIN assessments a ON a.id = g.assessment_id AND a.owner_id = $1
     WHERE g.seen_at IS NULL ORDER BY g.broken_at, g.id`,
    session.user,
  )
  return found.map((each) => ({ what: 'broke-glass', ...each }))
}

/** False when there is no such notice for this person, which is noted. Saying it again is harmless. */
export function* sawNotice(parts: AuditParts, session: Session, id: string): Task<boolean> {
  const isGood = yield* isGoodDevice(session)
  const notice = yield* first<{ assessment: string; seenAt: string | null }>(
    `SELECT g.assessment_id AS assessment, g.seen_at AS "seenAt"
     FROM broken_glass g JOIN assessments a ON a.id = g.assessment_id AND a.owner_id = $2 WHERE g.id = $1`,
    id,
    session.user,
  )
  if (!notice || !isGood) {
    yield* appendRefusalOf(parts, session, 'notice')
    return false
  }
  if (notice.seenAt !== null) return true
  yield* rows(
    'UPDATE broken_glass SET seen_at = $2, seen_by = $3 WHERE id = $1 AND seen_at IS NULL',
    id,
    parts.now(),
    session.user,
  )
  const chain = chainOf(notice.assessment)
  yield* appendLine(parts, { chain, who: session.user, what: 'glass-seen', detail: { id }, once: `glass-seen ${id}` })
  return true
}
