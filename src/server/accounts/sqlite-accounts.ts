import { carryOutInSqlite } from '../records/sqlite-carry-out.ts'
import { inTransaction, type Sqlite } from '../records/sqlite-database.ts'
import { isSqliteUnavailable } from '../records/sqlite-record-store.ts'
import { type AccountDatabase, Unavailable } from './task.ts'

/** Accounts in the SQLite of this process. */
export function sqliteAccounts(db: Sqlite): AccountDatabase {
  return {
    run: async (task) => {
      try {
        return inTransaction(db, () => carryOutInSqlite(db, task()))
      } catch (error) {
        throw isSqliteUnavailable(error) ? new Unavailable('SQLite', { cause: error }) : error
      }
    },
  }
}
