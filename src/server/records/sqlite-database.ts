import { join } from 'node:path'
import Database from 'libsql'
import { lockFolder } from './folder-lock.ts'
import { migrationsOf, newerSchema } from './schema-version.ts'

export type Sqlite = InstanceType<typeof Database>
export interface OpenSqlite {
  db: Sqlite
  close(): void
}

/** Opens the database of a folder that is for records only, for this process alone. `problem` is for whoever starts the server. */
export function openSqlite(folder: string): ({ ok: true } & OpenSqlite) | { ok: false; problem: string } {
  const lock = lockFolder(folder)
  if (!lock.ok) return lock
  const db = new Database(join(folder, 'records.db'))
  const close = () => {
    db.close()
    lock.release()
  }
  const prepared = prepare(db, folder)
  if (!prepared.ok) close()
  return prepared.ok ? { ok: true, db, close } : prepared
}

function prepare(db: Sqlite, folder: string): { ok: true } | { ok: false; problem: string } {
  try {
    // Full: an acknowledged entry is on the disk, and stays there when the power fails.
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000',
    )
    if (pragma(db, 'journal_mode') !== 'wal' || pragma(db, 'synchronous') !== 2) {
      return { ok: false, problem: `The folder ${folder} cannot hold a database safely. Choose one on a local disk.` }
    }
    return migrateSqlite(db)
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (!/^SQLITE_(NOTADB|CORRUPT|CANTOPEN|IOERR|FULL|READONLY|BUSY)/.test(code)) throw error
    return {
      ok: false,
      problem: `The database in the folder ${folder} cannot be used: ${code}. Nothing was changed. Look at the disk, or restore a backup.`,
    }
  }
}

/** In memory, for tests and trials: it ends with the process. */
export function openSqliteInMemory(): OpenSqlite {
  const db = new Database(':memory:')
  db.exec('PRAGMA foreign_keys = ON')
  const migrated = migrateSqlite(db)
  if (!migrated.ok) throw new Error(migrated.problem)
  return { db, close: () => db.close() }
}

export function migrateSqlite(
  db: Sqlite,
  migrations = migrationsOf('sqlite'),
): { ok: true } | { ok: false; problem: string } {
  const found = Number(pragma(db, 'user_version'))
  if (found > migrations.length) return { ok: false, problem: newerSchema(found, migrations.length) }
  for (const { version, sql } of migrations.slice(found)) {
    inTransaction(db, () => db.exec(`${sql}\n;PRAGMA user_version = ${version}`))
  }
  return { ok: true }
}

/** Runs at once, without anything between: SQLite here has one connection, and it answers before it returns. */
export function inTransaction<T>(db: Sqlite, task: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = task()
    db.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk has ended it already.
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function pragma(db: Sqlite, name: string): unknown {
  const row = db.prepare(`PRAGMA ${name}`).all()[0] as Record<string, unknown> | undefined
  return row && Object.values(row)[0]
}
