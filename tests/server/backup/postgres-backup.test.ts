import pg from 'pg'
import { expect, test } from 'vitest'
import type { BackupPart } from '../../../src/server/backup/backup-database.ts'
import { checkBackup } from '../../../src/server/backup/check-backup.ts'
import { postgresBackup } from '../../../src/server/backup/postgres-backup.ts'
import { openPostgres } from '../../../src/server/records/postgres-database.ts'
import { postgresKeeping } from '../../../src/server/records/postgres-keeping.ts'
import { postgresRecordStore } from '../../../src/server/records/postgres-record-store.ts'
import { vouchingWith } from '../../../src/server/records/vouching.ts'
import { backupContract } from '../../contracts/backup.ts'
import { aDatabase } from '../records/a-postgres.ts'
import { bo, cleo, parts, push, ruth, text } from '../records/records-builders.ts'

let opened = 0

async function aServer() {
  const { url, superuserUrl } = await aDatabase()
  const connected = await openPostgres({ url, connections: 3, onIdleError: () => {} })
  if (!connected.ok) throw new Error(connected.problem)
  const { pool } = connected
  const of = ++opened
  const made = { ...parts(), vouching: vouchingWith(new Uint8Array(32).fill(7)), newId: () => `epoch-of-${of}` }
  const asSuperuser = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: superuserUrl })
    await client.connect()
    return await client.query<Row>(sql).then(
      async ({ rows }) => {
        await client.end()
        return rows
      },
      async (error) => {
        await client.end()
        throw error
      },
    )
  }
  return {
    pool,
    asSuperuser,
    store: await postgresRecordStore(pool, made),
    keeping: postgresKeeping(pool, made),
    database: postgresBackup(pool),
    newId: () => `restored-${of}`,
    tables: async () =>
      (
        await asSuperuser<{ name: string }>(
          `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
           AND NOT relispartition AND relname <> 'schema_version' ORDER BY relname COLLATE "C"`,
        )
      ).map(({ name }) => name),
    tamper: async (sql: string) => void (await asSuperuser(sql)),
    close: () => pool.end(),
  }
}

backupContract('a backup of PostgreSQL', aServer)

test('a backup is of one moment, while the server goes on', async () => {
  const server = await aServer()
  await push(server.store, ruth, [text(ruth)], ['a1'])
  const snapshot = server.database.snapshot()
  const first = await snapshot.next()
  await push(server.store, ruth, [text(ruth, { id: 'e2' })], ['a2'])
  async function* all(): AsyncGenerator<BackupPart> {
    if (!first.done) yield first.value
    yield* snapshot
  }
  expect(await checkBackup(all())).toEqual({ ok: true, held: new Map([['a1', 1]]), entries: 1 })
  await server.close()
})

test('after a restore the rules of every table are as they were, and each role sees what it did', async () => {
  const [server, target] = [await aServer(), await aServer()]
  await push(server.store, ruth, [text(ruth)], ['a1'])
  await push(server.store, cleo, [], ['a2'])
  const rules = `SELECT relname, relrowsecurity, relforcerowsecurity, relacl::text FROM pg_class
                 WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`
  const before = await target.asSuperuser(rules)
  expect(await target.database.fill(server.database.snapshot(), 'epoch-new')).toEqual({ ok: true })
  expect(await target.asSuperuser(rules)).toEqual(before)
  const client = await target.pool.connect()
  const seenBy = async (role: string, user: string) => {
    await client.query('BEGIN')
    await client.query(
      `SELECT set_config('role', $1, true), set_config('app.user_id', $2, true), set_config('app.device_id', 'd', true)`,
      [role, user],
    )
    const { rows } = await client.query<{ id: string }>('SELECT id FROM assessments ORDER BY id')
    await client.query('ROLLBACK')
    return rows.map(({ id }) => id)
  }
  expect(await seenBy('linnet_keeper', '')).toEqual(['a1', 'a2'])
  expect(await seenBy('linnet_runtime', ruth.user)).toEqual(['a1'])
  expect(await seenBy('linnet_runtime', bo.user)).toEqual([])
  expect((await client.query('SELECT FROM assessments')).rowCount).toBe(0)
  client.release()
  await server.close()
  await target.close()
})

test('a user who does not own the tables restores nothing, and is told so', async () => {
  const [server, target] = [await aServer(), await aServer()]
  await target.asSuperuser('ALTER TABLE entries OWNER TO postgres')
  expect(await target.database.fill(server.database.snapshot(), 'epoch-new')).toEqual({
    ok: false,
    reason: 'not-owner',
  })
  await server.close()
  await target.close()
})
