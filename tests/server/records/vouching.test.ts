import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { openPostgres } from '../../../src/server/records/postgres-database.ts'
import { postgresKeeping } from '../../../src/server/records/postgres-keeping.ts'
import { postgresRecordStore } from '../../../src/server/records/postgres-record-store.ts'
import { openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { sqliteKeeping } from '../../../src/server/records/sqlite-keeping.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
import { voucherKeyIn } from '../../../src/server/records/voucher-key.ts'
import { vouchingWith } from '../../../src/server/records/vouching.ts'
import { vouchingContract } from '../../contracts/server-vouching.ts'
import { aDatabase, emptied } from './a-postgres.ts'
import { parts } from './records-builders.ts'

vouchingContract('vouchers of the store in SQLite', async (vouching) => {
  const opened = openSqliteInMemory()
  const made = { ...parts(), vouching }
  return { store: sqliteRecordStore(opened, made), keeping: sqliteKeeping(opened.db, made), alarms: made.alarms }
})

vouchingContract('vouchers of the store in PostgreSQL', async (vouching) => {
  const { url, superuserUrl } = await aDatabase()
  const opened = await openPostgres({ url, onIdleError: () => {} })
  if (!opened.ok) throw new Error(opened.problem)
  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  await emptied(superuser)
  await superuser.end()
  const { pool } = opened
  const made = { ...parts(), vouching }
  const store = await postgresRecordStore(pool, made)
  return { store, keeping: postgresKeeping(pool, made), alarms: made.alarms }
})

describe('the key of a folder’s vouchers', () => {
  test('is made once, for this user alone, and stays the same', () => {
    const folder = mkdtempSync(join(tmpdir(), 'linnet-key-'))
    const key = voucherKeyIn(folder)
    expect(key).toHaveLength(32)
    expect(voucherKeyIn(folder)).toEqual(key)
    expect(statSync(join(folder, 'voucher.key')).mode & 0o777).toBe(0o600)
    rmSync(folder, { recursive: true })
  })

  test('that is damaged is made anew: a short one could be guessed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'linnet-key-'))
    writeFileSync(join(folder, 'voucher.key'), 'abc\n')
    expect(voucherKeyIn(folder)).toHaveLength(32)
    expect(readFileSync(join(folder, 'voucher.key'), 'utf8').trim()).toHaveLength(64)
    expect(() => vouchingWith(new Uint8Array(31))).toThrow('too short')
    rmSync(folder, { recursive: true })
  })
})
