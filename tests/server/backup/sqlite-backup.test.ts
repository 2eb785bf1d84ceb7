import { sqliteBackup } from '../../../src/server/backup/sqlite-backup.ts'
import { openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { sqliteKeeping } from '../../../src/server/records/sqlite-keeping.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
import { vouchingWith } from '../../../src/server/records/vouching.ts'
import { backupContract } from '../../contracts/backup.ts'
import { parts } from '../records/records-builders.ts'

let opened = 0

backupContract('a backup of SQLite', async () => {
  const { db, close } = openSqliteInMemory()
  const of = ++opened
  const made = { ...parts(), vouching: vouchingWith(new Uint8Array(32).fill(7)), newId: () => `epoch-of-${of}` }
  return {
    store: sqliteRecordStore({ db, close }, made),
    keeping: sqliteKeeping(db, made),
    database: sqliteBackup(db),
    newId: () => `restored-${of}`,
    tables: async () =>
      (
        db
          .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
          .all() as { name: string }[]
      ).map(({ name }) => name),
    tamper: async (sql) => {
      db.exec(`DROP TRIGGER entries_are_not_changed; DROP TRIGGER entries_are_not_removed; ${sql}`)
    },
    close: async () => close(),
  }
})
