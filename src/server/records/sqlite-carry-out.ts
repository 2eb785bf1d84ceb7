import type { Task } from '../accounts/task.ts'
import type { Sqlite } from './sqlite-database.ts'
import { all } from './sqlite-statements.ts'

/** Carries a task out within the transaction that is open. */
export function carryOutInSqlite<T>(db: Sqlite, task: Task<T>): T {
  let step = task.next()
  while (!step.done) {
    const { sql, values } = step.value
    step = task.next(all(db, sql.replace(/\$(\d+)/g, '?$1'), ...values))
  }
  return step.value
}
