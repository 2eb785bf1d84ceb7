import { Unavailable } from '../accounts/task.ts'
import { isUnavailable } from '../records/postgres-database.ts'
import { isSqliteUnavailable } from '../records/sqlite-record-store.ts'

/** True when what was thrown is no fault of Linnet's: the database is away. */
export const isAway = (error: unknown): boolean =>
  error instanceof Unavailable || isUnavailable(error) || isSqliteUnavailable(error)
