import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite, openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { sqliteKeeping } from '../../../src/server/records/sqlite-keeping.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
import { serverRecordStoreContract } from '../../contracts/server-record-store.ts'
import { parts } from './records-builders.ts'

serverRecordStoreContract('the store in SQLite, in memory', async () => {
  const opened = openSqliteInMemory()
  const made = parts()
  return { store: sqliteRecordStore(opened, made), keeping: sqliteKeeping(opened.db, made), alarms: made.alarms }
})

serverRecordStoreContract('the store in SQLite, on the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linnet-records-'))
  const opened = openSqlite(folder)
  if (!opened.ok) throw new Error(opened.problem)
  const made = parts()
  const close = () => {
    opened.close()
    rmSync(folder, { recursive: true })
  }
  return {
    store: sqliteRecordStore({ db: opened.db, close }, made),
    keeping: sqliteKeeping(opened.db, made),
    alarms: made.alarms,
  }
})
