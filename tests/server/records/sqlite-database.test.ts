import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { migrationsOf } from '../../../src/server/records/schema-version.ts'
import { migrateSqlite, openSqlite, openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
import { parts, pullAll, push, ruth, text } from './records-builders.ts'

/** The version that no Linnet has yet. */
const NEXT = migrationsOf('sqlite').length + 1
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linnet-records-'))
  return () => rmSync(folder, { recursive: true })
})
const opened = () => {
  const result = openSqlite(folder)
  if (!result.ok) throw new Error(result.problem)
  return result
}

describe('a folder of records', () => {
  test('is refused to a second process by name, and free again when the first is killed', async () => {
    const program = join(import.meta.dirname, 'pushing-process.ts')
    const first = spawn(process.execPath, ['--import', 'tsx', program, folder, 'ready', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(first.stdout, 'data')
    expect(openSqlite(folder)).toEqual({
      ok: false,
      problem: `Another Linnet, process ${first.pid}, uses the folder ${folder}. Stop it first, or give this one a folder of its own: LINNET_DATA=other-folder npm start`,
    })
    first.kill('SIGKILL')
    await once(first, 'close')
    opened().close()
  })

  test('is refused to a second opening in the same process', () => {
    const first = opened()
    expect(openSqlite(folder)).toMatchObject({ ok: false, problem: expect.stringContaining(`process ${process.pid}`) })
    first.close()
    opened().close()
  })

  test('is for this user alone, on the disk for good at each commit, and holds no record back', async () => {
    const inner = join(folder, 'made')
    mkdirSync(inner, { mode: 0o755 })
    const first = openSqlite(inner)
    if (!first.ok) throw new Error(first.problem)
    expect(statSync(inner).mode & 0o777).toBe(0o700)
    expect(first.db.prepare('PRAGMA synchronous').all()).toEqual([{ synchronous: 2 }])
    const store = sqliteRecordStore(first, parts())
    await push(store, ruth, [text(ruth)], ['a1'])
    await pullAll(store, ruth)
    // No statement was left half read: everything can go from the log into the database.
    expect(first.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()).toEqual([{ busy: 0, log: 0, checkpointed: 0 }])
    await store.close()
    const again = openSqlite(inner)
    if (!again.ok) throw new Error(again.problem)
    expect(await pullAll(sqliteRecordStore(again, parts()), ruth)).toHaveLength(1)
    again.close()
  })

  test('that cannot be a folder is a sentence that says what to do', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(openSqlite(join(folder, 'file'))).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/cannot be used: \w+\. LINNET_DATA names another\.$/),
    })
  })

  test('whose database is damaged is a sentence, and the database is left as it is', () => {
    const damaged = 'no database, but something that may be put right'.repeat(200)
    writeFileSync(join(folder, 'records.db'), damaged)
    const problem = `The database in the folder ${folder} cannot be used: SQLITE_NOTADB. Nothing was changed. Look at the disk, or restore a backup.`
    expect(openSqlite(folder)).toEqual({ ok: false, problem })
    expect(openSqlite(folder)).toEqual({ ok: false, problem })
    expect(readFileSync(join(folder, 'records.db'), 'utf8')).toBe(damaged)
  })

  test('of a newer Linnet is refused, and left as it is', () => {
    const first = opened()
    first.db.exec('PRAGMA user_version = 99')
    first.close()
    expect(openSqlite(folder)).toMatchObject({ ok: false, problem: expect.stringContaining('its schema is 99') })
    expect(openSqlite(folder)).toMatchObject({ ok: false, problem: expect.stringContaining('its schema is 99') })
  })
})

describe('the database itself', () => {
  test('goes forward step by step, and stays as it was when a step fails', () => {
    const { db, close } = openSqliteInMemory()
    const steps = migrationsOf('sqlite')
    const good = { version: NEXT, sql: 'CREATE TABLE second (n INTEGER)' }
    const bad = { version: NEXT + 1, sql: 'CREATE TABLE third (n INTEGER); SELECT n FROM nowhere' }
    expect(() => migrateSqlite(db, [...steps, good, bad])).toThrow('no such table')
    const made = db.prepare(`SELECT name FROM sqlite_schema WHERE name IN ('second', 'third')`).all()
    expect([made, db.prepare('PRAGMA user_version').all()]).toEqual([[{ name: 'second' }], [{ user_version: NEXT }]])
    expect(migrateSqlite(db, [...steps, good])).toEqual({ ok: true })
    expect(migrateSqlite(db)).toMatchObject({ ok: false })
    close()
  })

  test('changes and removes no entry', async () => {
    const { db, close } = openSqliteInMemory()
    await push(sqliteRecordStore({ db, close }, parts()), ruth, [text(ruth)], ['a1'])
    expect(() => db.exec(`UPDATE entries SET text = '{}'`)).toThrow('never changed')
    expect(() => db.exec('DELETE FROM entries')).toThrow('never removed')
    close()
  })

  test('that is full says so, keeps nothing of the batch, and takes it whole later', async () => {
    const first = opened()
    const store = sqliteRecordStore(first, parts())
    await push(store, ruth, [text(ruth)], ['a1'])
    const pages = first.db.prepare('PRAGMA page_count').all()[0] as { page_count: number }
    first.db.exec(`PRAGMA max_page_count = ${pages.page_count + 2}`)
    const batch = Array.from({ length: 20 }, (_, n) => text(ruth, { id: `f${n}`, value: 'x'.repeat(10_000) }))
    expect(await store.push(ruth, { begin: [], entries: batch })).toEqual({ ok: false, reason: 'unavailable' })
    expect(await pullAll(store, ruth)).toHaveLength(1)
    first.db.exec('PRAGMA max_page_count = 100000')
    expect((await push(store, ruth, batch)).map((each) => 'seq' in each && each.seq)).toEqual(
      batch.map((_, n) => n + 2),
    )
    await store.close()
  })
})
