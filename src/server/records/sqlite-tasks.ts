import { type Task, Unavailable } from '../accounts/task.ts'
import type { FeedEvents } from '../live/head-feed.ts'
import type { RecordTasks } from './record-tasks.ts'
import { carryOutInSqlite } from './sqlite-carry-out.ts'
import { inTransaction, type Sqlite } from './sqlite-database.ts'
import { isSqliteUnavailable } from './sqlite-record-store.ts'

export function sqliteTasks(db: Sqlite, moved: FeedEvents['moved'] = () => {}): RecordTasks {
  const run = async <T>(task: () => Task<T>): Promise<T> => {
    try {
      return inTransaction(db, () => carryOutInSqlite(db, task()))
    } catch (error) {
      throw isSqliteUnavailable(error) ? new Unavailable('SQLite', { cause: error }) : error
    }
  }
  return {
    run: (_, task) => run(task),
    runAs: (_, task) => run(task),
    headMoved: async (assessment, head) => moved(assessment, head),
  }
}
