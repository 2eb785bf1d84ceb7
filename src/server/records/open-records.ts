import { postgresAccounts } from '../accounts/postgres-accounts.ts'
import { sqliteAccounts } from '../accounts/sqlite-accounts.ts'
import type { AccountDatabase } from '../accounts/task.ts'
import type { AuditParts } from '../audit/append.ts'
import { type Audit, createAudit } from '../audit/audit.ts'
import type { BackupDatabase } from '../backup/backup-database.ts'
import { postgresBackup } from '../backup/postgres-backup.ts'
import { sqliteBackup } from '../backup/sqlite-backup.ts'
import { type HeadFeed, localFeed } from '../live/head-feed.ts'
import { postgresFeed } from '../live/postgres-feed.ts'
import { codeOf, openPostgres } from './postgres-database.ts'
import { postgresKeeping } from './postgres-keeping.ts'
import { postgresRecordStore } from './postgres-record-store.ts'
import { postgresTasks } from './postgres-tasks.ts'
import type { RecordKeeping } from './record-keeping.ts'
import type { ServerRecordStore, StoreParts } from './record-store.ts'
import type { RecordTasks } from './record-tasks.ts'
import { openSqlite } from './sqlite-database.ts'
import { sqliteKeeping } from './sqlite-keeping.ts'
import { sqliteRecordStore } from './sqlite-record-store.ts'
import { sqliteTasks } from './sqlite-tasks.ts'
import { vouchingWith } from './vouching.ts'

export interface RecordsPlace {
  /** A PostgreSQL that any number of processes share; without it, SQLite for this process alone. */
  databaseUrl: string | undefined
  /** For SQLite, and for nothing else: it is closed to other users of the machine. */
  folder: string
  /** A connection to PostgreSQL broke while nobody used it: to be logged by its code. */
  onIdleError(code: string): void
}

export interface OpenedRecords {
  /** Closing it closes all of them but the feed, which is closed before. */
  store: ServerRecordStore
  keeping: RecordKeeping
  accounts: AccountDatabase
  tasks: RecordTasks
  audit: Audit
  auditing: AuditParts
  feed: HeadFeed
  backups: BackupDatabase
  /** True when the database answers now. */
  answers(): Promise<boolean>
}

/** Opens the records wherever they are kept. `problem` says to whoever starts the server what to do. */
export async function openRecords(
  { databaseUrl, folder, onIdleError }: RecordsPlace,
  parts: StoreParts,
): Promise<({ ok: true } & OpenedRecords) | { ok: false; problem: string }> {
  // The key is outside of the database and of its backups: whoever has a backup could otherwise write under any name.
  const vouching = parts.vouching ?? vouchingWith(parts.signer.secretFor('vouchers'))
  if (databaseUrl === undefined) {
    const opened = openSqlite(folder)
    if (!opened.ok) return opened
    const feed = localFeed()
    const tasks = sqliteTasks(opened.db, feed.moved)
    return {
      ok: true,
      feed,
      tasks,
      audit: createAudit(tasks, parts),
      auditing: parts,
      store: sqliteRecordStore(opened, { ...parts, vouching }, feed.moved),
      keeping: sqliteKeeping(opened.db, parts),
      accounts: sqliteAccounts(opened.db),
      backups: sqliteBackup(opened.db),
      answers: () => succeeds(async () => opened.db.prepare('SELECT name FROM store').all()),
    }
  }
  const opened = await openPostgres({ url: databaseUrl, onIdleError })
  if (!opened.ok) return opened
  const { pool } = opened
  try {
    const tasks = postgresTasks(pool, parts)
    return {
      ok: true,
      tasks,
      audit: createAudit(tasks, parts),
      auditing: parts,
      feed: postgresFeed(databaseUrl, onIdleError),
      store: await postgresRecordStore(pool, { ...parts, vouching }),
      keeping: postgresKeeping(pool, parts),
      accounts: postgresAccounts(pool),
      backups: postgresBackup(pool),
      answers: () => succeeds(() => pool.query('SELECT 1')),
    }
  } catch (error) {
    await pool.end()
    const code = codeOf(error)
    if (code === DENIED) return { ok: false, problem: MAY_NOT_BECOME }
    return { ok: false, problem: `The database named by DATABASE_URL cannot be used: ${code}.` }
  }
}

const DENIED = '42501'
const MAY_NOT_BECOME =
  "The database's user may not act as Linnet's roles. As the user who made them: GRANT linnet_runtime, linnet_keeper, linnet_accounts, linnet_audit TO the user that DATABASE_URL names."

/** Within three seconds: whoever asks whether it is ready does not wait for long. */
async function succeeds(task: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), 3000)
  })
  const done = task().then(
    () => true,
    () => false,
  )
  return await Promise.race([done, late]).finally(() => clearTimeout(timer))
}
