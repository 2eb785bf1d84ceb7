/**
 * What is done in one transaction, written once for both databases: a generator that yields its statements and is given
 * their rows. SQLite carries it out without a pause, so that nothing comes between; PostgreSQL one after the other. It
 * may be run again after a deadlock, so it changes nothing outside of the database.
 */
export type Task<T> = Generator<Statement, T, unknown[]>
export type Value = string | number | null

/** Parameters are `$1`, `$2` ...; in SQLite too. */
export interface Statement {
  sql: string
  values: readonly Value[]
}

export function* rows<Row>(sql: string, ...values: Value[]): Task<Row[]> {
  return (yield { sql, values }) as Row[]
}

export function* first<Row>(sql: string, ...values: Value[]): Task<Row | undefined> {
  return (yield* rows<Row>(sql, ...values))[0]
}

/** How many rows were changed: the statement must end in RETURNING. */
export function* changed(sql: string, ...values: Value[]): Task<number> {
  return (yield* rows(sql, ...values)).length
}

/** The database that accounts are kept in. Throws `Unavailable` when it cannot be reached or cannot write now. */
export interface AccountDatabase {
  run<T>(task: () => Task<T>): Promise<T>
}

/** Answered with 503, at one place: whoever asks keeps what they have and asks again. */
export class Unavailable extends Error {}
