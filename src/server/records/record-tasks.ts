import type { Statement, Task, Value } from '../accounts/task.ts'
import type { Session } from './record-store.ts'

/**
 * What is done with records in one transaction, written once for both databases. A statement sees and changes what the one
 * who asks may, as row-level security says in PostgreSQL; in SQLite, one process, the task alone sees to that, so that
 * each asks first how the person stands. Throws `Unavailable` when the database cannot be reached or cannot write now.
 */
export interface RecordTasks {
  /** For the one signed in. */
  run<T>(session: Session, task: () => Task<T>): Promise<T>
  /** After a task has stored an entry: everybody who is connected is told. */
  headMoved(assessment: string, head: number): Promise<void>
  /** For the server itself. */
  runAs<T>(role: OwnRole, task: () => Task<T>): Promise<T>
}

/** `linnet_audit` adds to the audit and reads it; `linnet_keeper` reads every record. */
export type OwnRole = 'linnet_audit' | 'linnet_keeper'

/** A statement in the middle of a task that is not the asking person's. */
export interface RoleStatement extends Statement {
  as: OwnRole
}

export function* rowsAs<Row>(as: OwnRole, sql: string, ...values: Value[]): Task<Row[]> {
  const statement: RoleStatement = { sql, values, as }
  return (yield statement) as Row[]
}

export const roleOf = (statement: Statement | RoleStatement): OwnRole | null =>
  'as' in statement ? statement.as : null
