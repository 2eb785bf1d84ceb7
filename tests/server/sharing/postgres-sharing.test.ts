import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { openPostgres, type Pool } from '../../../src/server/records/postgres-database.ts'
import { postgresKeeping } from '../../../src/server/records/postgres-keeping.ts'
import { postgresRecordStore } from '../../../src/server/records/postgres-record-store.ts'
import { postgresTasks } from '../../../src/server/records/postgres-tasks.ts'
import { sharingContract } from '../../contracts/sharing.ts'
import { aDatabase, emptied } from '../records/a-postgres.ts'
import { aClock } from '../records/records-builders.ts'

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

sharingContract('sharing in PostgreSQL', async () => {
  await emptied(superuser)
  const made = aClock()
  return {
    store: await postgresRecordStore(pool, made),
    keeping: postgresKeeping(pool, made),
    tasks: postgresTasks(pool, made),
    auditing: made,
    passes: made.passes,
  }
})
