import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { inTransaction, isUnavailable, openPostgres } from '../../../src/server/records/postgres-database.ts'
import { postgresKeeping } from '../../../src/server/records/postgres-keeping.ts'
import { migratePostgres } from '../../../src/server/records/postgres-migrations.ts'
import { postgresRecordStore } from '../../../src/server/records/postgres-record-store.ts'
import { migrationsOf } from '../../../src/server/records/schema-version.ts'
import { ACCOUNT_TABLES, aDatabase, anEmptyDatabase } from './a-postgres.ts'
import { bo, parts, pullAll, pullPage, push, ruth, text } from './records-builders.ts'

const open = (url: string, onIdleError: (code: string) => void = () => {}) => openPostgres({ url, onIdleError })
async function asSuperuser<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** The version that no Linnet has yet. */
const NEXT = migrationsOf('postgres').length + 1

describe('a PostgreSQL database', () => {
  test('is set up by whichever of several processes comes first, once', async () => {
    const { url, superuserUrl } = await anEmptyDatabase()
    const opened = await Promise.all([1, 2, 3, 4].map(() => open(url)))
    expect(opened.map((each) => each.ok)).toEqual([true, true, true, true])
    expect(await asSuperuser(superuserUrl, 'SELECT version FROM schema_version')).toEqual(
      migrationsOf('postgres').map(({ version }) => ({ version })),
    )
    await Promise.all(opened.map((each) => each.ok && each.pool.end()))
  })

  test('of a newer Linnet is refused, and left as it is', async () => {
    const { url, superuserUrl } = await aDatabase()
    await asSuperuser(superuserUrl, `INSERT INTO schema_version VALUES (${NEXT})`)
    expect(await open(url)).toEqual({
      ok: false,
      problem: `The database was made by a newer Linnet (its schema is ${NEXT}, this one knows ${NEXT - 1}). Nothing was changed. Start that newer version, or restore a backup from before the update into an empty database.`,
    })
  })

  test('goes forward step by step, and stays as it was when a step fails', async () => {
    const { url, superuserUrl } = await aDatabase()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const steps = migrationsOf('postgres')
    const good = { version: NEXT, sql: 'CREATE TABLE second (n integer)' }
    const bad = { version: NEXT + 1, sql: 'CREATE TABLE third (n integer); SELECT n FROM nowhere' }
    await expect(migratePostgres(client, [...steps, good, bad])).rejects.toMatchObject({ code: '42P01' })
    const found = await asSuperuser(
      superuserUrl,
      `SELECT (SELECT max(version) FROM schema_version), to_regclass('second')::text AS a, to_regclass('third') AS b`,
    )
    expect(found).toEqual([{ max: NEXT, a: 'second', b: null }])
    expect(await migratePostgres(client, [...steps, good])).toEqual({ ok: true })
    await client.end()
  })

  test('in another encoding is refused: it could not hold every name', async () => {
    const { url } = await anEmptyDatabase('SQL_ASCII')
    expect(await open(url)).toMatchObject({ ok: false, problem: expect.stringContaining("ENCODING 'UTF8'") })
  })

  test('that cannot be reached is a sentence, not a crash, and names no password', async () => {
    const opened = await open('postgres://linnet:a-secret@127.0.0.1:1/linnet')
    expect(opened).toEqual({ ok: false, problem: 'The database named by DATABASE_URL cannot be used: ECONNREFUSED.' })
  })
})

describe('when PostgreSQL ends every connection', () => {
  test('the process lives, the next request is answered, and nothing is lost', async () => {
    const { url, superuserUrl } = await aDatabase()
    const codes: string[] = []
    const opened = await open(url, (code) => codes.push(code))
    if (!opened.ok) throw new Error(opened.problem)
    const store = await postgresRecordStore(opened.pool, parts())
    await push(store, ruth, [text(ruth)], ['a1'])
    await asSuperuser(
      superuserUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'linnet' AND datname = current_database()`,
    )
    await vi.waitFor(() => expect(codes).toContain('57P01'), { timeout: 10_000 })
    expect(await push(store, ruth, [text(ruth)])).toMatchObject([{ result: 'duplicate' }])
    await store.close()
  })
})

describe('when PostgreSQL ends a connection in the middle of a push', () => {
  test('the push says so, the process lives, and sending again stores each entry once', async () => {
    const { url, superuserUrl } = await aDatabase()
    const opened = await open(url)
    if (!opened.ok) throw new Error(opened.problem)
    const store = await postgresRecordStore(opened.pool, parts())
    await push(store, ruth, [], ['a1'])
    const holder = new pg.Client({ connectionString: superuserUrl })
    await holder.connect()
    await holder.query(`BEGIN; SELECT FROM assessments WHERE id = 'a1' FOR UPDATE`)
    const entries = [text(ruth), text(ruth, { id: 'e2' })]
    const pushing = store.push(ruth, { begin: [], entries })
    const waiting = `SELECT pid FROM pg_stat_activity
      WHERE usename = 'linnet' AND datname = current_database() AND wait_event_type = 'Lock'`
    await vi.waitFor(async () => expect((await holder.query(waiting)).rowCount).toBe(1), { timeout: 10_000 })
    await holder.query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) w`)
    expect(await pushing).toEqual({ ok: false, reason: 'unavailable' })
    await holder.query('COMMIT')
    await holder.end()
    expect((await push(store, ruth, entries)).map(({ result }) => result)).toEqual(['stored', 'stored'])
    expect(await pullAll(store, ruth)).toHaveLength(2)
    await store.close()
  })

  test('between two statements of a transaction it is an error of the next, and no end of the process', async () => {
    const { url, superuserUrl } = await aDatabase()
    const opened = await open(url)
    if (!opened.ok) throw new Error(opened.problem)
    const idle = inTransaction(opened.pool, { as: 'linnet_keeper' }, async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      await asSuperuser(superuserUrl, `SELECT pg_terminate_backend(${rows[0]?.pid})`)
      await new Promise((resolve) => setTimeout(resolve, 100))
      return client.query('SELECT 1')
    })
    const error = await idle.catch((thrown: unknown) => thrown)
    expect([error instanceof Error, isUnavailable(error)]).toEqual([true, true])
    expect((await opened.pool.query('SELECT 1')).rowCount).toBe(1)
    await opened.pool.end()
  })
})

describe('the database itself', () => {
  test('shows and takes nothing that the one who asks may not, whatever the statement', async () => {
    const { url, superuserUrl } = await aDatabase()
    const opened = await open(url)
    if (!opened.ok) throw new Error(opened.problem)
    const made = parts()
    const store = await postgresRecordStore(opened.pool, made)
    await push(store, ruth, [text(ruth)], ['a1'])
    await postgresKeeping(opened.pool, made).admit('a1', bo.user)

    const client = await opened.pool.connect()
    /** What one statement does for somebody, in a transaction that is then undone. */
    const doing = async (user: string | null, sql: string, device = 'some-device'): Promise<number | string> => {
      await client.query('BEGIN')
      try {
        await client.query(`SELECT set_config('role', 'linnet_runtime', true), set_config('app.device_id', $1, true)`, [
          device,
        ])
        if (user !== null) await client.query(`SELECT set_config('app.user_id', $1, true)`, [user])
        return (await client.query(sql)).rowCount ?? 0
      } catch (error) {
        return (error as { code: string }).code
      } finally {
        await client.query('ROLLBACK')
      }
    }
    const DENIED = '42501'
    const insert = (seq: number) => `INSERT INTO entries VALUES ('a1', 'e${seq}', ${seq}, 'q', 's', 'h', 't', '{}')`
    const seen = 'SELECT FROM entries'
    expect([await doing('ruth', seen), await doing('bo', seen)]).toEqual([1, 1])
    expect([await doing('cleo', seen), await doing('', seen), await doing(null, seen)]).toEqual([0, 0, 0])
    for (const table of ['assessments', 'members', 'quarantine']) {
      expect([table, await doing('cleo', `SELECT FROM ${table}`)]).toEqual([table, 0])
    }
    expect(await doing('bo', insert(2))).toBe(1)
    expect(await doing('cleo', insert(2))).toBe(DENIED)
    expect(await doing('cleo', `INSERT INTO members VALUES ('a1', 'cleo', 't', NULL)`)).toBe(DENIED)
    expect(await doing('cleo', `INSERT INTO assessments VALUES ('a2', 'ruth', 0, 0)`)).toBe(DENIED)
    expect(await doing('cleo', `UPDATE assessments SET head = 0`)).toBe(0)
    expect(await doing('cleo', `INSERT INTO quarantine VALUES ('a1', 'e', 'cleo', 'd', 'w', 'h', 't', '{}')`)).toBe(
      DENIED,
    )
    for (const sql of [
      `UPDATE entries SET text = '{}'`,
      'DELETE FROM entries',
      'TRUNCATE entries',
      'SELECT FROM entries_0',
      'DELETE FROM assessments',
      'UPDATE assessments SET durable_through = 1',
      'DELETE FROM quarantine',
      `UPDATE store SET value = 'x'`,
      'DELETE FROM revoked_devices',
      'DROP TABLE entries',
    ]) {
      expect([sql, await doing('ruth', sql)]).toEqual([sql, DENIED])
    }
    for (const table of ACCOUNT_TABLES) {
      expect([table, await doing('ruth', `SELECT FROM ${table}`)]).toEqual([table, DENIED])
      // Nor does whoever owns the tables see anything without the role.
      expect([table, (await client.query(`SELECT FROM ${table}`)).rowCount]).toEqual([table, 0])
    }
    await postgresKeeping(opened.pool, made).revokeDevice('lost-phone')
    expect([await doing('bo', seen, 'lost-phone'), await doing('bo', insert(2), 'lost-phone')]).toEqual([0, DENIED])
    // The owner of the tables, without a role, sees no more.
    expect((await client.query(seen)).rowCount).toBe(0)
    // The administration adds, changes and removes no entry.
    await client.query(`SET ROLE linnet_keeper`)
    for (const sql of [insert(2), `UPDATE entries SET text = '{}'`, 'DELETE FROM entries']) {
      await expect(client.query(sql)).rejects.toMatchObject({ code: DENIED })
    }
    await client.query('RESET ROLE')
    client.release()
    expect(await asSuperuser(superuserUrl, 'SELECT id FROM entries')).toEqual([{ id: 'e1' }])
    await store.close()
  })

  test('forgets who asked when the transaction ends', async () => {
    const { url } = await aDatabase()
    const opened = await openPostgres({ url, connections: 1, onIdleError: () => {} })
    if (!opened.ok) throw new Error(opened.problem)
    const store = await postgresRecordStore(opened.pool, parts())
    await push(store, ruth, [text(ruth)], ['a1'])
    const { rows } = await opened.pool.query(
      `SELECT current_user::text AS role, current_setting('app.user_id', true) AS asking`,
    )
    expect(rows).toEqual([{ role: 'linnet', asking: '' }])
    expect(await pullPage(store, bo)).toEqual({ result: 'unknown-assessment' })
    expect(await pullAll(store, ruth)).toHaveLength(1)
    await store.close()
  })
})
