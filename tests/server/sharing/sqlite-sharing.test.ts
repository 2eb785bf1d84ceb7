import { openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { sqliteKeeping } from '../../../src/server/records/sqlite-keeping.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
import { sqliteTasks } from '../../../src/server/records/sqlite-tasks.ts'
import { agencyOffersContract } from '../../contracts/agency-offers.ts'
import { sharingContract } from '../../contracts/sharing.ts'
import { aClock } from '../records/records-builders.ts'

const open = async () => {
  const opened = openSqliteInMemory()
  const made = aClock()
  return {
    store: sqliteRecordStore(opened, made),
    keeping: sqliteKeeping(opened.db, made),
    tasks: sqliteTasks(opened.db),
    auditing: made,
    passes: made.passes,
  }
}

sharingContract('sharing in SQLite', open)
agencyOffersContract('offers to agencies in SQLite', open)
