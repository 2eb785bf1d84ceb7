import { inTransaction, type Sqlite } from '../records/sqlite-database.ts'
import { isSqliteUnavailable } from '../records/sqlite-record-store.ts'
import { all } from '../records/sqlite-statements.ts'
import { type AccountDatabase, type Task, Unavailable } from './task.ts'

/** Accounts in the SQLite of this process. */
export function sqliteAccounts(db: Sqlite): AccountDatabase {
  const carryOut = <T>(task: Task<T>): T => {
    let step = task.next()
    while (!step.done) {
      const { sql, values } = step.value
      step = task.next(all(db, sql.replace(/\$(\d+)/g, '?$1'), ...values))
    }
    return step.value
  }
  return {
    run: async (task) => {
      try {
        return inTransaction(db, () => carryOut(task()))
      } catch (error) {
        throw isSqliteUnavailable(error) ? new Unavailable('SQLite', { cause: error }) : error
      }
    },
  }
}
