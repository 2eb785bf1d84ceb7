import { newSigner } from '../src/server/audit/signer.ts'
import type { RecordKeeping } from '../src/server/records/record-keeping.ts'
import type { Alarm, ServerRecordStore, Session } from '../src/server/records/record-store.ts'
import { openSqliteInMemory, type Sqlite } from '../src/server/records/sqlite-database.ts'
import { sqliteKeeping } from '../src/server/records/sqlite-keeping.ts'
import { sqliteRecordStore } from '../src/server/records/sqlite-record-store.ts'
import { sqliteTasks } from '../src/server/records/sqlite-tasks.ts'
import { vouchingWith } from '../src/server/records/vouching.ts'
import { type Offer, offersFor } from '../src/server/sharing/agency-offers.ts'
import { breakGlass } from '../src/server/sharing/broken-glass.ts'
import type { RawAnswer } from '../src/sync/answer.ts'
import { LIMITS } from '../src/sync/limits.ts'
import { pullRequestSchema, pushRequestSchema } from '../src/sync/protocol.ts'

/** The key is no part of a backup. */
const VOUCHING = vouchingWith(new Uint8Array(32).fill(7))

/** What stood in the database at one moment, all tables of it. */
type Backup = ReadonlyMap<string, readonly Row[]>
type Row = Record<string, string | number | null>

/** The server's own code on a database in memory, behind the statuses of its address. */
export interface SimulatedServer {
  handle(session: Session | null, path: Path, body: string): Promise<RawAnswer>
  keeping(): RecordKeeping
  /** As `POST /api/break-glass`; null when the record is not there, or the device is revoked. */
  breakGlass(session: Session, assessment: string): Promise<{ until: string | null } | null>
  offers(session: Session): Promise<Offer[]>
  backUp(): void
  /** From a backup of some time; false when there is none. */
  restore(which: (backups: number) => number): Promise<boolean>
  /** The process ends and begins again over the same database. */
  restart(): void
  epoch(): Promise<string>
  /** Rows as they stand, for whoever checks. */
  stored(): { assessment: string; id: string; seq: number; hash: string; text: string }[]
  quarantined(): { assessment: string; id: string; text: string }[]
  knows(assessment: string): boolean
  close(): void
}
export type Path = '/api/push' | '/api/pull' | '/api/assessments'

/** What it signs is in no trace: histories replay whatever the key. */
const signer = newSigner()

export function simulatedServer(now: () => string, alarm: (alarm: Alarm) => void): SimulatedServer {
  let ids = 0
  let glasses = 0
  const parts = { now, newId: () => `epoch-${++ids}`, alarm, signer, vouching: VOUCHING }
  let opened = openSqliteInMemory()
  let store: ServerRecordStore = sqliteRecordStore(opened, parts)
  const backups: { epochs: number; rows: Backup }[] = []
  const all = <T>(sql: string): T[] => opened.db.prepare(sql).all() as T[]

  return {
    async handle(session, path, body) {
      if (!session) return json(401, { problem: 'signed-out' })
      if (Buffer.byteLength(body) > LIMITS.batchBytes) return json(413, { problem: 'too-large' })
      return answerOf(store, session, path, body)
    },
    keeping: () => sqliteKeeping(opened.db, parts),
    breakGlass: (session, assessment) =>
      sqliteTasks(opened.db).run(session, () =>
        breakGlass(parts, session, { id: `glass-${++glasses}`, assessment, reason: 'The child is on the ward now' }),
      ),
    offers: (session) => sqliteTasks(opened.db).run(session, () => offersFor(parts, session)),
    backUp: () => {
      backups.push({ epochs: ids, rows: rowsOf(opened.db) })
    },
    async restore(which) {
      if (backups.length === 0) return false
      const backup = backups[which(backups.length)]
      if (!backup) return false
      const fresh = openSqliteInMemory()
      fill(fresh.db, backup.rows)
      opened.close()
      opened = fresh
      store = sqliteRecordStore(opened, parts)
      await sqliteKeeping(opened.db, parts).beginNewEpoch()
      return true
    },
    restart: () => {
      store = sqliteRecordStore(opened, parts)
    },
    epoch: async () => all<{ value: string }>("SELECT value FROM store WHERE name = 'epoch'")[0]?.value ?? '',
    stored: () =>
      all('SELECT assessment_id AS assessment, id, seq, hash, text FROM entries ORDER BY assessment_id, seq'),
    quarantined: () => all('SELECT assessment_id AS assessment, entry_id AS id, text FROM quarantine'),
    knows: (assessment) => all<{ id: string }>('SELECT id FROM assessments').some(({ id }) => id === assessment),
    close: () => opened.close(),
  }
}

/** What the server answers to somebody signed in, over any store. */
export const answerOf = async (
  store: ServerRecordStore,
  session: Session,
  path: Path,
  body: string,
): Promise<RawAnswer> => answered(await respond(store, session, path, body))

type Responded = { ok: true; answer: unknown } | { ok: false; reason: 'unavailable' | 'too-large' | 'not-readable' }

async function respond(store: ServerRecordStore, session: Session, path: Path, body: string): Promise<Responded> {
  if (path === '/api/assessments') return store.mine(session)
  const value: unknown = JSON.parse(body)
  if (path === '/api/pull') {
    const request = pullRequestSchema.safeParse(value)
    return request.success ? store.pull(session, request.data) : { ok: false, reason: 'not-readable' }
  }
  const entries = (value as { entries?: unknown[] }).entries ?? []
  if (entries.length > LIMITS.batchEntries) return { ok: false, reason: 'too-large' }
  const request = pushRequestSchema.safeParse(value)
  return request.success ? store.push(session, request.data) : { ok: false, reason: 'not-readable' }
}

function answered(result: Responded): RawAnswer {
  if (result.ok) return json(200, result.answer)
  const status = { unavailable: 503, 'too-large': 413, 'not-readable': 400 }[result.reason]
  return json(status, { problem: result.reason }, result.reason === 'unavailable' ? '5' : null)
}

export const json = (status: number, body: unknown, retryAfter: string | null = null): RawAnswer => ({
  status,
  contentType: 'application/json',
  retryAfter,
  text: JSON.stringify(body),
})

/** Every table, whatever it is for. */
const tablesOf = (db: Sqlite): string[] =>
  (
    db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all() as {
      name: string
    }[]
  ).map(({ name }) => name)

function rowsOf(db: Sqlite): Backup {
  return new Map(tablesOf(db).map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all() as Row[]]))
}

function fill(db: Sqlite, backup: Backup): void {
  db.exec('PRAGMA foreign_keys = OFF')
  for (const [table, rows] of backup) {
    for (const row of rows) {
      const names = Object.keys(row)
      const values = names.map((name) => row[name] ?? null)
      const places = names.map(() => '?').join(', ')
      db.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(...values)
    }
  }
  db.exec('PRAGMA foreign_keys = ON')
}
