import type { PulledEntry, PullRequest, PullResponse, PushRequest, PushResponse } from '../../sync/protocol.ts'
import { pageOf, startOf } from './page.ts'
import { idsToKnow, type Known, type PushPlan, planPush, type Standing } from './plan-push.ts'
import { type Incoming, inOrderSent, readBatch } from './read-batch.ts'
import type { Answered, ServerRecordStore, Session, StoreParts } from './record-store.ts'
import { inTransaction, type OpenSqlite, type Sqlite } from './sqlite-database.ts'
import { epochOf } from './sqlite-keeping.ts'
import { all, one, run } from './sqlite-statements.ts'

/**
 * The store of one process. Row-level rules are this file's own: every statement on entries stands behind `standingOf` or
 * `isReader`. The file must be the only one that is open for this folder (`openSqlite` sees to that).
 */
export function sqliteRecordStore({ db, close }: OpenSqlite, parts: StoreParts): ServerRecordStore {
  epochOf(db, parts)

  function push(session: Session, request: PushRequest): PushResponse {
    const { begin, entries } = request
    const { byAssessment, results } = readBatch(request, parts.vouching)
    const alarms: PushPlan['alarms'] = []
    const epoch = inTransaction(db, () => {
      const at = parts.now()
      for (const assessment of new Set(begin)) beginAssessment(db, assessment, session.user, at)
      for (const [assessment, incoming] of byAssessment) {
        const standing = standingOf(db, session, assessment, incoming)
        const plan = planPush(session, assessment, incoming, standing, at)
        carryOut(db, session, assessment, standing, plan, at)
        for (const [place, result] of plan.results) results.set(place, result)
        alarms.push(...plan.alarms)
      }
      return epochOf(db, parts)
    })
    alarms.forEach(parts.alarm)
    return { epoch, results: inOrderSent(entries, results) }
  }

  function pull(session: Session, request: PullRequest): PullResponse {
    const { assessment } = request
    const row = one<{ head: number; durable_through: number }>(
      db,
      'SELECT head, durable_through FROM assessments WHERE id = ?',
      assessment,
    )
    if (!row || !isReader(db, session, assessment)) return { result: 'unknown-assessment' }
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

function beginAssessment(db: Sqlite, assessment: string, user: string, at: string): void {
  const begun = run(db, 'INSERT INTO assessments (id, owner_id) VALUES (?, ?) ON CONFLICT DO NOTHING', assessment, user)
  if (begun > 0) {
    run(db, 'INSERT INTO members (assessment_id, user_id, joined_at) VALUES (?, ?, ?)', assessment, user, at)
  }
}

function standingOf(db: Sqlite, session: Session, assessment: string, incoming: readonly Incoming[]): Standing {
  const member = membershipOf(db, session.user, assessment)
  if (!member) return { is: 'none' }
  if (isRevoked(db, session.device)) return { is: 'kept-apart', why: 'device-revoked' }
  if (member.ended_at !== null) return { is: 'kept-apart', why: 'membership-ended' }
  const row = one<{ head: number }>(db, 'SELECT head FROM assessments WHERE id = ?', assessment)
  const known = new Map<string, Known>()
  for (const id of idsToKnow(incoming)) {
    const entry = one<{ seq: number; hash: string; received_at: string; question: string; subject: string }>(
      db,
      'SELECT seq, hash, received_at, question, subject FROM entries WHERE assessment_id = ? AND id = ?',
      assessment,
      id,
    )
    if (!entry) continue
    const { seq, hash, received_at: receivedAt, question, subject } = entry
    known.set(id, { seq, hash, receivedAt, slot: { question, subject } })
  }
  return { is: 'member', head: row?.head ?? 0, known }
}

function carryOut(
  db: Sqlite,
  session: Session,
  assessment: string,
  standing: Standing,
  plan: PushPlan,
  at: string,
): void {
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
  for (const { envelope, hash, text } of plan.quarantine) {
    run(
      db,
      `INSERT INTO quarantine (assessment_id, entry_id, user_id, device_id, why, hash, received_at, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      assessment,
      envelope.id,
      session.user,
      session.device,
      standing.is === 'kept-apart' ? standing.why : '',
      hash,
      at,
      text,
    )
  }
}

const membershipOf = (db: Sqlite, user: string, assessment: string) =>
  one<{ ended_at: string | null }>(
    db,
    'SELECT ended_at FROM members WHERE user_id = ? AND assessment_id = ?',
    user,
    assessment,
  )

const isRevoked = (db: Sqlite, device: string): boolean =>
  one(db, 'SELECT id FROM revoked_devices WHERE id = ?', device) !== undefined

const isReader = (db: Sqlite, { user, device }: Session, assessment: string): boolean =>
  membershipOf(db, user, assessment)?.ended_at === null && !isRevoked(db, device)

/** What a full or failing disk does is no fault of Linnet's, and is told as such. Anything else is. */
function answering<T>(task: () => T): Answered<T> {
  try {
    return { ok: true, answer: task() }
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (/^SQLITE_(FULL|IOERR|BUSY|LOCKED|READONLY|CANTOPEN|NOMEM)/.test(code))
      return { ok: false, reason: 'unavailable' }
    throw error
  }
}
