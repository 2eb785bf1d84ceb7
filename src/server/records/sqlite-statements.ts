import type { Sqlite } from './sqlite-database.ts'

type Value = string | number | null
interface Statement {
  all(...values: Value[]): unknown[]
  run(...values: Value[]): { changes: number }
}

/** Every row. It reads to the end, so that no statement holds the database open. */
export const all = <Row>(db: Sqlite, sql: string, ...values: Value[]): Row[] =>
  prepared(db, sql).all(...values) as Row[]

export const one = <Row>(db: Sqlite, sql: string, ...values: Value[]): Row | undefined =>
  all<Row>(db, sql, ...values)[0]

/** How many rows were changed. */
export const run = (db: Sqlite, sql: string, ...values: Value[]): number => prepared(db, sql).run(...values).changes

const statements = new WeakMap<Sqlite, Map<string, Statement>>()

function prepared(db: Sqlite, sql: string): Statement {
  const ofDb = statements.get(db) ?? new Map<string, Statement>()
  statements.set(db, ofDb)
  const statement = ofDb.get(sql) ?? db.prepare(sql)
  ofDb.set(sql, statement)
  return statement
}
