import type { Sqlite } from '../records/sqlite-database.ts'
import { type BackupDatabase, type BackupRow, insertText, ROWS, selectText } from './backup-database.ts'
import { BACKUP_TABLES, LEFT_OUT } from './backup-tables.ts'

/** Nothing else may use the database meanwhile: this is its one connection. */
export function sqliteBackup(db: Sqlite): BackupDatabase {
  return {
    async *snapshot() {
      db.exec('BEGIN')
      try {
        for (const table of BACKUP_TABLES) {
          let rows: BackupRow[] = []
          for (const row of db.prepare(selectText(table)).raw().iterate() as Iterable<BackupRow>) {
            rows.push(row)
            if (rows.length < ROWS) continue
            yield { table, rows }
            rows = []
          }
          yield { table, rows }
        }
      } finally {
        db.exec('ROLLBACK')
      }
    },
    async fill(parts, epoch) {
      db.exec('BEGIN IMMEDIATE')
      try {
        if (!isEmpty(db)) {
          db.exec('ROLLBACK')
          return { ok: false, reason: 'not-empty' }
        }
        db.exec('DELETE FROM store')
        for await (const { table, rows } of parts) {
          const insert = db.prepare(insertText(table, `(${table.columns.map(() => '?').join(', ')})`))
          for (const row of rows) insert.run(...row)
        }
        db.prepare(
          "INSERT INTO store (name, value) VALUES ('epoch', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        ).run(epoch)
        db.exec('COMMIT')
        return { ok: true }
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK')
        throw error
      }
    },
  }
}

/** A database that was only opened has an epoch, and nothing else. */
const isEmpty = (db: Sqlite): boolean =>
  [...BACKUP_TABLES.map(({ name }) => name), ...LEFT_OUT]
    .filter((name) => name !== 'store')
    .every((name) => db.prepare(`SELECT 1 FROM ${name} LIMIT 1`).all().length === 0)
