import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { openPostgres, type Pool } from '../../../src/server/records/postgres-database.ts'
import { postgresKeeping } from '../../../src/server/records/postgres-keeping.ts'
import { postgresRecordStore } from '../../../src/server/records/postgres-record-store.ts'
import { serverRecordStoreContract } from '../../contracts/server-record-store.ts'
import { aDatabase, emptied } from './a-postgres.ts'
import { parts } from './records-builders.ts'

let pool: Pool
let superuser: pg.Client
beforeAll(async () => {
  const { url, superuserUrl } = await aDatabase()
  const opened = await openPostgres({ url, onIdleError: () => {} })
  if (!opened.ok) throw new Error(opened.problem)
  pool = opened.pool
  superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await pool.end()
})

serverRecordStoreContract('the store in PostgreSQL', async () => {
  await emptied(superuser)
  const made = parts()
  const store = await postgresRecordStore(pool, made)
  return { store: { ...store, close: async () => {} }, keeping: postgresKeeping(pool, made), alarms: made.alarms }
})
