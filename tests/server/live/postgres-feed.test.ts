import pg from 'pg'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { postgresFeed } from '../../../src/server/live/postgres-feed.ts'
import { openPostgres, type Pool } from '../../../src/server/records/postgres-database.ts'
import { postgresRecordStore } from '../../../src/server/records/postgres-record-store.ts'
import type { ServerRecordStore } from '../../../src/server/records/record-store.ts'
import { aDatabase } from '../records/a-postgres.ts'
import { parts, push, ruth, text } from '../records/records-builders.ts'

let url: string
let superuserUrl: string
let store: ServerRecordStore
let pool: Pool
beforeEach(async () => {
  ;({ url, superuserUrl } = await aDatabase())
  const opened = await openPostgres({ url, onIdleError: () => {} })
  if (!opened.ok) throw new Error(opened.problem)
  pool = opened.pool
  store = await postgresRecordStore(pool, parts())
  return () => store.close()
})

/** Another process that listens. */
async function listening() {
  const told: (string | number)[][] = []
  const lost: string[] = []
  let unsure = 0
  const feed = postgresFeed(url, (code) => lost.push(code))
  feed.start({ moved: (assessment, head) => told.push([assessment, head]), unsure: () => unsure++ })
  await vi.waitFor(() => expect(unsure).toBe(1), WAIT)
  return { feed, told, lost, unsure: () => unsure }
}
const WAIT = { timeout: 20_000 }

describe('the feed of PostgreSQL', () => {
  test('tells what was committed, each assessment with its head, and nothing that was not stored', async () => {
    const { feed, told } = await listening()
    await push(store, ruth, [], ['a1', 'a 2'])
    await push(store, ruth, [text(ruth), text(ruth, { id: 'e2' })])
    await push(store, ruth, [text(ruth)])
    await push(store, ruth, ['no entry'])
    await push(store, ruth, [text(ruth, { id: 'e3', assessment: 'a 2' })])
    await vi.waitFor(() => expect(told).toContainEqual(['a 2', 1]), WAIT)
    expect(told).toEqual([
      ['a1', 2],
      ['a 2', 1],
    ])
    await feed.close()
  })

  test('comes back after its connection was ended, says that it may have missed something, and tells on', async () => {
    const { feed, told, lost, unsure } = await listening()
    const superuser = new pg.Client({ connectionString: superuserUrl })
    await superuser.connect()
    await superuser.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE query LIKE 'LISTEN%' OR query = 'SELECT 1' AND usename = 'linnet' AND datname = current_database()`)
    await vi.waitFor(() => expect(unsure()).toBe(2), WAIT)
    expect(lost).toHaveLength(1)
    await push(store, ruth, [text(ruth)], ['a1'])
    await vi.waitFor(() => expect(told).toEqual([['a1', 1]]), WAIT)
    await feed.close()
    await superuser.end()
  })

  test('that is closed is quiet, and ends no process', async () => {
    const { feed, told, lost } = await listening()
    await feed.close()
    await push(store, ruth, [text(ruth)], ['a1'])
    expect([told, lost]).toEqual([[], []])
  })
})
