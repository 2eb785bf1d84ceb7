import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { beforeEach, expect, test } from 'vitest'
import { openRecords } from '../../../src/server/records/open-records.ts'
import { aDatabase } from './a-postgres.ts'
import { bo, parts, pullAll, push, ruth, text } from './records-builders.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linnet-records-'))
  return () => rmSync(folder, { recursive: true })
})
const open = async (databaseUrl?: string) => {
  const place = { databaseUrl, folder: join(folder, 'records'), onIdleError: () => {} }
  const opened = await openRecords(place, parts())
  if (!opened.ok) throw new Error(opened.problem)
  return opened
}

test('with no database named, records are kept in the folder', async () => {
  const { store, keeping } = await open()
  await push(store, ruth, [text(ruth)], ['a1'])
  expect(await keeping.admit('a1', bo.user)).toEqual({ ok: true })
  expect(await pullAll(store, bo)).toHaveLength(1)
  await store.close()
  const again = await open()
  expect(await pullAll(again.store, bo)).toHaveLength(1)
  await again.store.close()
})

test('with a PostgreSQL named, two processes serve the same records, and the folder is not touched', async () => {
  const { url } = await aDatabase()
  const [one, other] = [await open(url), await open(url)]
  await push(one.store, ruth, [text(ruth)], ['a1'])
  expect(await other.keeping.admit('a1', bo.user)).toEqual({ ok: true })
  expect(await pullAll(other.store, bo)).toEqual(await pullAll(one.store, ruth))
  expect(existsSync(join(folder, 'records'))).toBe(false)
  await Promise.all([one.store.close(), other.store.close()])
})

test('a user of the database who may not act as Linnet’s roles is told what to grant', async () => {
  const { superuserUrl } = await aDatabase()
  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  const name = `other_${randomUUID().replaceAll('-', '')}`
  await superuser.query(`CREATE ROLE ${name} LOGIN; GRANT ALL ON SCHEMA public TO ${name};
    GRANT ALL ON schema_version TO ${name}`)
  await superuser.end()
  const place = { databaseUrl: superuserUrl.replace('postgres@', `${name}@`), folder, onIdleError: () => {} }
  const opened = await openRecords(place, parts())
  expect(opened.ok ? 'opened' : opened.problem).toContain(
    'GRANT linnet_runtime, linnet_keeper, linnet_accounts, linnet_audit TO',
  )
})

test('what cannot be opened is a sentence', async () => {
  const place = { databaseUrl: 'postgres://127.0.0.1:1/none', folder, onIdleError: () => {} }
  expect(await openRecords(place, parts())).toEqual({
    ok: false,
    problem: 'The database named by DATABASE_URL cannot be used: ECONNREFUSED.',
  })
})
