import type { Client } from './postgres-database.ts'
import { type Migration, migrationsOf, newerSchema } from './schema-version.ts'

/** Any number that no other program locks in this database. */
const LOCK = 5_466_538

/** Brings the schema up to date. Of several processes that start at once, one does it and the others wait. */
export async function migratePostgres(
  client: Client,
  migrations: readonly Migration[] = migrationsOf('postgres'),
): Promise<{ ok: true } | { ok: false; problem: string }> {
  const suitable = await isSuitable(client)
  if (!suitable.ok) return suitable
  await client.query('SELECT pg_advisory_lock($1)', [LOCK])
  try {
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY)')
    const read = await client.query<{ found: number }>('SELECT coalesce(max(version), 0) AS found FROM schema_version')
    const found = read.rows[0]?.found ?? 0
    if (found > migrations.length) return { ok: false, problem: newerSchema(found, migrations.length) }
    for (const { version, sql } of migrations.slice(found)) await migrate(client, version, sql)
    return { ok: true }
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK])
  }
}

async function migrate(client: Client, version: number, sql: string): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query('INSERT INTO schema_version (version) VALUES ($1)', [version])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function isSuitable(client: Client): Promise<{ ok: true } | { ok: false; problem: string }> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
  )
  const { version = 0, encoding = '' } = rows[0] ?? {}
  if (version < 150_000) return { ok: false, problem: 'Linnet needs PostgreSQL 15 or later. Nothing was changed.' }
  if (encoding !== 'UTF8') {
    return {
      ok: false,
      problem: `The database must be made with ENCODING 'UTF8', not ${encoding}. Nothing was changed.`,
    }
  }
  return { ok: true }
}
