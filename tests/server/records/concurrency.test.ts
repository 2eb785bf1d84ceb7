import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openPostgres, type Pool } from '../../../src/server/records/postgres-database.ts'
import { postgresRecordStore } from '../../../src/server/records/postgres-record-store.ts'
import { openSqlite } from '../../../src/server/records/sqlite-database.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
import { seeded } from '../../builders/seeded.ts'
import { aDatabase } from './a-postgres.ts'
import { parts } from './records-builders.ts'
import { type Load, type Outcome, writersAndPullers } from './writers-and-pullers.ts'

vi.setConfig({ testTimeout: 180_000 })

const WRITERS = 32
const PULLERS = 8
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const loss = ({ missed, gaps, altered }: Outcome) => ({ missed, gaps, altered })
const tell = (where: string, load: Load, outcome: Outcome) =>
  console.log(
    `${where}: ${load.writers} writers by ${load.entriesEach}, ${load.pullers} pullers: ${outcome.acknowledged} acknowledged, ${outcome.missed} missed, ${outcome.gaps} gaps, ${Math.round(outcome.acknowledged / outcome.pushSeconds)} entries/s`,
  )

test('in PostgreSQL nobody who follows a record misses an entry, while a bigserial cursor does miss', async () => {
  const { url } = await aDatabase()
  const opened = await openPostgres({ url, connections: WRITERS + PULLERS, onIdleError: () => {} })
  if (!opened.ok) throw new Error(opened.problem)
  const chance = seeded(32)
  const pool = delayingCommits(opened.pool, chance)
  const load = { writers: WRITERS, entriesEach: 2000, pullers: PULLERS, assessments: 8, chance }
  const outcome = await writersAndPullers(await postgresRecordStore(pool, parts()), load)
  tell('PostgreSQL', load, outcome)
  expect(outcome.acknowledged).toBe(WRITERS * load.entriesEach)
  expect(loss(outcome)).toEqual({ missed: 0, gaps: 0, altered: 0 })

  const naive = await missedByBigserial(pool)
  console.log(`bigserial: ${naive.committed} committed, ${naive.missed} missed by ${PULLERS} pullers`)
  expect(naive.missed).toBeGreaterThan(0)
  await opened.pool.end()
})

test('in SQLite nobody who follows a record misses an entry', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linnet-records-'))
  const opened = openSqlite(folder)
  if (!opened.ok) throw new Error(opened.problem)
  const load = { writers: WRITERS, entriesEach: 250, pullers: PULLERS, assessments: 8, chance: seeded(33) }
  const outcome = await writersAndPullers(sqliteRecordStore(opened, parts()), load)
  tell('SQLite', load, outcome)
  opened.close()
  rmSync(folder, { recursive: true })
  expect(outcome.acknowledged).toBe(WRITERS * load.entriesEach)
  expect(loss(outcome)).toEqual({ missed: 0, gaps: 0, altered: 0 })
})

/** The same pool, in which each commit waits up to 6 ms: long enough for others to overtake it. */
function delayingCommits(pool: Pool, chance: () => number): Pool {
  const connect = async () => {
    const client = await pool.connect()
    return new Proxy(client, {
      get(target, name) {
        if (name !== 'query') return memberOf(target, name)
        return async (...args: [never]) => {
          if ((args[0] as unknown) === 'COMMIT') await pause(chance() * 6)
          return target.query(...args)
        }
      },
    })
  }
  return new Proxy(pool, { get: (target, name) => (name === 'connect' ? connect : memberOf(target, name)) })
}

function memberOf(target: object, name: PropertyKey): unknown {
  const member: unknown = Reflect.get(target, name)
  return typeof member === 'function' ? member.bind(target) : member
}

/** How it is often done: one rising number for the table, drawn before the commit; readers ask for what is above their last. */
async function missedByBigserial(pool: Pool): Promise<{ committed: number; missed: number }> {
  await pool.query('CREATE TABLE by_serial (n bigserial PRIMARY KEY)')
  let writing = true
  const write = async () => {
    for (let batch = 0; batch < 20; batch++) {
      const client = await pool.connect()
      await client.query('BEGIN')
      await client.query('INSERT INTO by_serial SELECT FROM generate_series(1, 3)')
      await client.query('COMMIT')
      client.release()
    }
  }
  const pull = async () => {
    let last = 0
    let seen = 0
    for (;;) {
      const goesOn = writing
      const { rows } = await pool.query<{ n: string }>('SELECT n FROM by_serial s WHERE s.n > $1 ORDER BY s.n', [last])
      seen += rows.length
      last = Number(rows.at(-1)?.n ?? last)
      if (!goesOn) return seen
      await pause(1)
    }
  }
  const pulling = Array.from({ length: PULLERS }, pull)
  await Promise.all(Array.from({ length: WRITERS }, write))
  writing = false
  const seen = await Promise.all(pulling)
  const { rows } = await pool.query<{ count: string }>('SELECT count(*) FROM by_serial')
  const committed = Number(rows[0]?.count)
  return { committed, missed: seen.reduce((total, each) => total + committed - each, 0) }
}
