import { canonicalJson } from '../../domain/canonical-json.ts'
import type { QuarantineBody, QuarantineDecided } from '../../sync/sharing-api.ts'
import { rows, type Task } from '../accounts/task.ts'
import { type AuditParts, appendLine, appendRefusal, appendRefusalOf } from '../audit/append.ts'
import { chainOf, sha256 } from '../audit/audit-line.ts'
import type { Session } from '../records/record-store.ts'
import { isGoodDevice, standingIn } from './standing-in.ts'
import { takeIn } from './take-in.ts'

type Shown = QuarantineBody['entries'][number]

/** One entry kept apart, without its text. */
export interface Kept {
  assessment: string
  entry: string
  by: string
  hash: string
}

/** Its id for the owner: made of what it is, so that the table needs none. */
const idOf = ({ assessment, entry, by, hash }: Kept): string => sha256(canonicalJson([assessment, entry, by, hash]))

/** What was kept apart and is not in the record. Null for everybody but the owner, which is noted. */
export function* quarantineOf(parts: AuditParts, session: Session, assessment: string): Task<Shown[] | null> {
  if ((yield* standingIn(session, assessment, parts.now())) !== 'owner') {
    yield* appendRefusal(parts, session, assessment, 'quarantine')
    return null
  }
  const found = yield* rows<Omit<Shown, 'id' | 'left'> & { hash: string; left: unknown }>(
    `SELECT q.entry_id AS entry, q.user_id AS "by", q.why, q.hash, q.received_at AS "receivedAt", q.text,
            EXISTS (SELECT 1 FROM quarantine_decisions d WHERE d.assessment_id = q.assessment_id
                    AND d.entry_id = q.entry_id AND d.user_id = q.user_id AND d.hash = q.hash) AS "left"
     FROM quarantine q WHERE q.assessment_id = $1 AND NOT EXISTS
       (SELECT 1 FROM entries e WHERE e.assessment_id = q.assessment_id AND e.id = q.entry_id AND e.hash = q.hash)
     ORDER BY q.received_at, q.entry_id, q.user_id, q.hash`,
    assessment,
  )
  return found.map(({ hash, left, ...each }) => ({
    id: idOf({ assessment, entry: each.entry, by: each.by, hash }),
    ...each,
    left: Boolean(left),
  }))
}

/** Null when there is no such entry in a record of this owner, which is noted. */
export function* decideQuarantined(
  parts: AuditParts,
  session: Session,
  id: string,
  { decision, reason }: { decision: 'take-in' | 'leave'; reason: string },
): Task<{ assessment: string; answer: QuarantineDecided } | null> {
  const kept = yield* keptUnder(session, id)
  if (!kept) {
    yield* appendRefusalOf(parts, session, 'quarantined')
    return null
  }
  const { assessment, entry, by, hash } = kept
  const answer = decision === 'leave' ? ({ result: 'left' } as const) : yield* takeIn(parts, session, kept)
  if (answer.result !== 'left' && answer.result !== 'taken-in') return { assessment, answer }
  yield* rows(
    `INSERT INTO quarantine_decisions
       (assessment_id, entry_id, user_id, hash, decision, reason, decided_by, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    assessment,
    entry,
    by,
    hash,
    decision,
    reason,
    session.user,
    parts.now(),
  )
  yield* appendLine(parts, {
    chain: chainOf(assessment),
    who: session.user,
    what: answer.result === 'taken-in' ? 'taken-in' : 'left-apart',
    detail: { entry, of: by },
    once: `${decision} ${id}`,
  })
  return { assessment, answer }
}

function* keptUnder(session: Session, id: string): Task<Kept | undefined> {
  if (!(yield* isGoodDevice(session))) return undefined
  const found = yield* rows<Kept>(
    `SELECT q.assessment_id AS assessment, q.entry_id AS entry, q.user_id AS "by", q.hash
     FROM quarantine q JOIN assessments a ON a.id = q.assessment_id AND a.owner_id = $1`,
    session.user,
  )
  return found.find((each) => idOf(each) === id)
}
