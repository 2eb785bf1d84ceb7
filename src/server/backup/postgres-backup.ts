import { type Client, codeOf, type Pool } from '../records/postgres-database.ts'
import { type BackupDatabase, type BackupRow, insertText, ROWS, selectText } from './backup-database.ts'
import { BACKUP_TABLES, type BackupTable, LEFT_OUT } from './backup-tables.ts'

export function postgresBackup(pool: Pool): BackupDatabase {
  return {
    async *snapshot() {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
        await client.query("SELECT set_config('lock_timeout', '10s', true)")
        for (const table of BACKUP_TABLES) {
          yield* partsOf(client, table)
        }
      } finally {
        broken = await ended(client, 'ROLLBACK')
        client.release(broken)
      }
    },
    async fill(parts, epoch) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('BEGIN')
        await client.query("SELECT set_config('lock_timeout', '10s', true)")
        // For this transaction, in which nobody else reads or writes any of them, their owner is under no row-level rule.
        const guarded = await guardedTables(client)
        for (const name of guarded) await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`)
        if (!(await isEmpty(client))) {
          broken = await ended(client, 'ROLLBACK')
          return { ok: false, reason: 'not-empty' }
        }
        await client.query('DELETE FROM store')
        for await (const { table, rows } of parts) await insert(client, table, rows)
        await client.query(
          "INSERT INTO store (name, value) VALUES ('epoch', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
          [epoch],
        )
        for (const name of guarded) await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`)
        await client.query('COMMIT')
        return { ok: true }
      } catch (error) {
        broken = await ended(client, 'ROLLBACK')
        if (codeOf(error) === DENIED) return { ok: false, reason: 'not-owner' }
        throw error
      } finally {
        client.release(broken)
      }
    },
  }
}

const DENIED = '42501'
const NAMES = [...BACKUP_TABLES.map(({ name }) => name), ...LEFT_OUT]

/** The connection is put away when it cannot be used again. */
const ended = (client: Client, how: 'ROLLBACK'): Promise<Error | undefined> =>
  client.query(how).then(
    () => undefined,
    (failed: Error) => failed,
  )

async function* partsOf(client: Client, table: BackupTable) {
  await client.query("SELECT set_config('role', $1, true)", [table.readBy])
  await client.query(`DECLARE backup NO SCROLL CURSOR FOR ${selectText(table)}`)
  for (;;) {
    const { rows } = await client.query({ text: `FETCH ${ROWS} FROM backup`, rowMode: 'array' })
    yield { table, rows: (rows as BackupRow[]).map((row) => withNumbers(table, row)) }
    if (rows.length < ROWS) break
  }
  await client.query('CLOSE backup')
}

/** A number of PostgreSQL comes as text. */
const withNumbers = ({ columns, numbers = [] }: BackupTable, row: BackupRow): BackupRow =>
  row.map((value, n) => (numbers.includes(columns[n] ?? '') ? Number(value) : value))

async function guardedTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace
     AND c.relforcerowsecurity AND c.relname = ANY ($1::text[]) ORDER BY c.relname`,
    [NAMES],
  )
  return rows.map(({ name }) => name)
}

/** A database that was only opened has an epoch, and nothing else. */
async function isEmpty(client: Client): Promise<boolean> {
  for (const name of NAMES.filter((each) => each !== 'store')) {
    const { rows } = await client.query(`SELECT 1 FROM ${name} LIMIT 1`)
    if (rows.length > 0) return false
  }
  return true
}

async function insert(client: Client, table: BackupTable, rows: readonly BackupRow[]): Promise<void> {
  if (rows.length === 0) return
  const width = table.columns.length
  const places = rows.map((_, n) => `(${table.columns.map((_, m) => `$${n * width + m + 1}`).join(', ')})`)
  await client.query(insertText(table, places.join(', ')), rows.flat())
}
