import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { newSigner } from '../../../src/server/audit/signer.ts'
import { openPostgres } from '../../../src/server/records/postgres-database.ts'
import { postgresKeeping } from '../../../src/server/records/postgres-keeping.ts'
import { postgresRecordStore } from '../../../src/server/records/postgres-record-store.ts'
import { openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { sqliteKeeping } from '../../../src/server/records/sqlite-keeping.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
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

describe('the key of the vouchers', () => {
  test('follows from the key of the audit, is of no other use, and is never short', () => {
    const [one, other] = [newSigner(), newSigner()]
    expect(one.secretFor('vouchers')).toEqual(one.secretFor('vouchers'))
    expect(one.secretFor('vouchers')).toHaveLength(32)
    expect(one.secretFor('vouchers')).not.toEqual(one.secretFor('another use'))
    expect(one.secretFor('vouchers')).not.toEqual(other.secretFor('vouchers'))
    expect(() => vouchingWith(new Uint8Array(31))).toThrow('too short')
  })
})
