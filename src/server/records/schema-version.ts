import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Migration {
  /** Counts from 1, without gaps. */
  version: number
  sql: string
}

/** The steps of one kind of database in order. They only go forward, and one that was released is never changed. */
export function migrationsOf(kind: 'postgres' | 'sqlite'): Migration[] {
  const folder = join(fileURLToPath(new URL('migrations', import.meta.url)), kind)
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return files.map((name, n) => {
    if (Number(name.slice(0, 4)) !== n + 1) throw new Error(`${name} is not migration number ${n + 1}`)
    return { version: n + 1, sql: readFileSync(join(folder, name), 'utf8') }
  })
}

/** For whoever starts the server: a database of a newer Linnet is left as it is. */
export const newerSchema = (found: number, known: number): string =>
  `The database was made by a newer Linnet (its schema is ${found}, this one knows ${known}). Nothing was changed. Start that newer version, or restore a backup from before the update into an empty database.`
