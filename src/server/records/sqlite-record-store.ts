import type { PulledEntry, PullRequest, PullResponse, PushRequest, PushResponse } from '../../sync/protocol.ts'
import { appendRefusal } from '../audit/append.ts'
import { notePush } from '../audit/note-push.ts'
import type { FeedEvents } from '../live/head-feed.ts'
import { applyActs, membersState } from '../sharing/apply-acts.ts'
import { letIn, outsiderIn } from '../sharing/take-up.ts'
import { keptApart, knownEntries } from './known-entries.ts'
import { hasActs } from './membership-in.ts'
import { pageOf, startOf } from './page.ts'
import { idsToKnow, type KeptApart, type PushPlan, planPush, type Standing } from './plan-push.ts'
import { type Incoming, inOrderSent, readBatch } from './read-batch.ts'
import type { Answered, ServerRecordStore, Session, StoreParts } from './record-store.ts'
import { carryOutInSqlite } from './sqlite-carry-out.ts'
import { inTransaction, type OpenSqlite, type Sqlite } from './sqlite-database.ts'
import { epochOf, isReader, isRevoked, membershipOf } from './sqlite-keeping.ts'
import { all, one, run } from './sqlite-statements.ts'

/**
 * The store of one process. Row-level rules are this file's own: every statement on entries stands behind `standingOf` or
 * `isReader`. The file must be the only one that is open for this folder (`openSqlite` sees to that). `moved` is told
 * after the commit.
 */
export function sqliteRecordStore(
  { db, close }: OpenSqlite,
  parts: StoreParts,
  moved: FeedEvents['moved'] = () => {},
): ServerRecordStore {
  epochOf(db, parts)

  function push(session: Session, request: PushRequest): PushResponse {
    const { begin, entries } = request
    const { byAssessment, results } = readBatch(request, parts.vouching)
    const alarms: PushPlan['alarms'] = []
    const heads = new Map<string, number>()
    const epoch = inTransaction(db, () => {
      const at = parts.now()
      for (const assessment of new Set(begin)) {
        if (beginAssessment(db, assessment, session.user, at) || membershipOf(db, session.user, assessment)) continue
        carryOutInSqlite(db, appendRefusal(parts, session, assessment, 'push'))
      }
      for (const [assessment, incoming] of byAssessment) {
        const standing = standingOf(db, session, assessment, incoming)
        const plan = planPush(session, assessment, incoming, standing, at)
        carryOutInSqlite(db, letIn(assessment, plan, at))
        carryOut(db, session, assessment, plan, at)
        carryOutInSqlite(db, applyActs(parts, assessment, plan.acts, at))
        carryOutInSqlite(db, notePush(parts, session, assessment, standing, plan))
        for (const [place, result] of plan.results) results.set(place, result)
        alarms.push(...plan.alarms)
        const head = plan.store.at(-1)?.seq
        if (head !== undefined) heads.set(assessment, head)
      }
      return epochOf(db, parts)
    })
    alarms.forEach(parts.alarm)
    for (const [assessment, head] of heads) moved(assessment, head)
    return { epoch, results: inOrderSent(entries, results) }
  }

  function pull(session: Session, request: PullRequest): PullResponse {
    const { assessment } = request
    const row = one<{ head: number; durable_through: number }>(
      db,
      'SELECT head, durable_through FROM assessments WHERE id = ?',
      assessment,
    )
    if (!row || !reads(db, session, assessment, parts.now())) return { result: 'unknown-assessment' }
    const epoch = epochOf(db, parts)
    const start = startOf(request, epoch, row.head)
    if (start.from === 'ahead') {
      parts.alarm({ what: 'cursor-ahead', assessment, entry: null, user: session.user })
    }
    if (start.from !== 'seq') return { result: 'restart', epoch }
    const found = all<PulledEntry>(
      db,
      `SELECT e.seq, e.hash, e.received_at AS receivedAt, e.text FROM entries e
       WHERE e.assessment_id = ? AND e.seq > ? ORDER BY e.seq LIMIT ?`,
      assessment,
      start.after,
      start.limit + 1,
    )
    return pageOf(request, start, found, { epoch, durableThrough: row.durable_through }, parts.vouching)
  }

  const mine = (session: Session) => ({
    epoch: epochOf(db, parts),
    assessments: isRevoked(db, session.device)
      ? []
      : all<{ assessment: string; head: number }>(
          db,
          `SELECT a.id AS assessment, a.head FROM members m JOIN assessments a ON a.id = m.assessment_id
           WHERE m.user_id = ? AND m.ended_at IS NULL`,
          session.user,
        ),
  })

  return {
    push: async (session, request) => answering(() => push(session, request)),
    pull: async (session, request) => answering(() => pull(session, request)),
    mine: async (session) => answering(() => mine(session)),
    close: async () => close(),
  }
}

/** False when it is there already. */
function beginAssessment(db: Sqlite, assessment: string, user: string, at: string): boolean {
  const begun = run(db, 'INSERT INTO assessments (id, owner_id) VALUES (?, ?) ON CONFLICT DO NOTHING', assessment, user)
  if (begun > 0) {
    run(db, 'INSERT INTO members (assessment_id, user_id, joined_at) VALUES (?, ?, ?)', assessment, user, at)
  }
  return begun > 0
}

function standingOf(db: Sqlite, session: Session, assessment: string, incoming: readonly Incoming[]): Standing {
  const member = membershipOf(db, session.user, assessment)
  if (!member) return carryOutInSqlite(db, outsiderIn(session, assessment, incoming))
  const apart = (why: KeptApart) => carryOutInSqlite(db, keptApart(assessment, why, incoming))
  if (isRevoked(db, session.device)) return apart('device-revoked')
  if (member.ended_at !== null) return apart('membership-ended')
  const row = one<{ head: number }>(db, 'SELECT head FROM assessments WHERE id = ?', assessment)
  const known = carryOutInSqlite(db, knownEntries(assessment, idsToKnow(incoming)))
  const members = hasActs(incoming) ? carryOutInSqlite(db, membersState(assessment)) : null
  return { is: 'member', head: row?.head ?? 0, known, members }
}

function carryOut(db: Sqlite, session: Session, assessment: string, plan: PushPlan, at: string): void {
  for (const { envelope, seq, hash, text } of plan.store) {
    const { question, subject } = envelope.slot
    run(
      db,
      `INSERT INTO entries (assessment_id, id, seq, question, subject, hash, received_at, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      assessment,
      envelope.id,
      seq,
      question,
      subject,
      hash,
      at,
      text,
    )
  }
  const head = plan.store.at(-1)?.seq
  if (head !== undefined) run(db, 'UPDATE assessments SET head = ? WHERE id = ?', head, assessment)
  for (const { envelope, hash, text, why } of plan.quarantine) {
    run(
      db,
      `INSERT INTO quarantine (assessment_id, entry_id, user_id, device_id, why, hash, received_at, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      assessment,
      envelope.id,
      session.user,
      session.device,
      why,
      hash,
      at,
      text,
    )
  }
}

/** A member, or somebody who has broken the glass. */
const reads = (db: Sqlite, session: Session, assessment: string, at: string): boolean =>
  isReader(db, session, assessment) ||
  (!isRevoked(db, session.device) && hasBrokenGlass(db, session.user, assessment, at))

const hasBrokenGlass = (db: Sqlite, user: string, assessment: string, at: string): boolean =>
  one(
    db,
    'SELECT id FROM broken_glass WHERE user_id = ? AND assessment_id = ? AND ends_at > ?',
    user,
    assessment,
    at,
  ) !== undefined

/** What a full or failing disk does is no fault of Linnet's, and is told as such. Anything else is. */
function answering<T>(task: () => T): Answered<T> {
  try {
    return { ok: true, answer: task() }
  } catch (error) {
    if (isSqliteUnavailable(error)) return { ok: false, reason: 'unavailable' }
    throw error
  }
}

/** True when the disk is full, failing, or not to be written on. */
export const isSqliteUnavailable = (error: unknown): boolean =>
  /^SQLITE_(FULL|IOERR|BUSY|LOCKED|READONLY|CANTOPEN|NOMEM)/.test((error as { code?: string } | null)?.code ?? '')
