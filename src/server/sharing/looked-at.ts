import type { LookedBody } from '../../sync/sharing-api.ts'
import { first, rows, type Task } from '../accounts/task.ts'
import { type AuditParts, appendLine, appendRefusal } from '../audit/append.ts'
import { chainOf } from '../audit/audit-line.ts'
import type { Session } from '../records/record-store.ts'
import { isGoodDevice, standingIn } from './standing-in.ts'

const MOST = 500

/** What members are shown of the audit, from below a number. Null for everybody else, which is noted. */
export function* lookedAt(
  parts: AuditParts,
  session: Session,
  assessment: string,
  before: number,
): Task<Omit<LookedBody, 'people'> | null> {
  const standing = yield* standingIn(session, assessment, parts.now())
  if (standing !== 'owner' && standing !== 'member') {
    yield* appendRefusal(parts, session, assessment, 'looked')
    return null
  }
  const found = yield* rows<{ number: number | string; who: string | null; what: string; at: string; detail: string }>(
    `SELECT l.number, l.who, l.what, l.at, l.detail FROM audit l
     WHERE l.chain = $1 AND l.number < $2 ORDER BY l.number DESC LIMIT ${MOST + 1}`,
    chainOf(assessment),
    before,
  )
  const lines = found.slice(0, MOST).map(({ number, who, what, at, detail }) => ({
    number: Number(number),
    who,
    what,
    at,
    detail: JSON.parse(detail) as Record<string, unknown>,
  }))
  return { lines, more: found.length > MOST }
}

/**
 * Notes what a device did with a record that it could read. False when it could not, which is noted as well. Through a broken
 * glass it may have been done without a network, and be told after the end: that is noted as what it is, and answered as ever.
 */
export function* tellOf(
  parts: AuditParts,
  session: Session,
  assessment: string,
  { what, id }: { what: 'exported' | 'shared'; id: string },
): Task<boolean> {
  const isReader = (yield* standingIn(session, assessment, parts.now())) !== 'none'
  if (!isReader && !(yield* hasOnceBrokenGlass(session, assessment))) {
    yield* appendRefusal(parts, session, assessment, 'audit')
    return false
  }
  const { user, device } = session
  const once = `told ${user} ${id}`
  yield* appendLine(parts, { chain: chainOf(assessment), who: user, what, detail: { device }, once })
  return isReader
}

/** On a device that is not revoked. */
function* hasOnceBrokenGlass(session: Session, assessment: string): Task<boolean> {
  if (!(yield* isGoodDevice(session))) return false
  const { user } = session
  const broken = yield* first(
    'SELECT id FROM broken_glass WHERE user_id = $1 AND assessment_id = $2 LIMIT 1',
    user,
    assessment,
  )
  return broken !== undefined
}
