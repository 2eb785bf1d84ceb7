import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresAccounts } from '../../../src/server/accounts/postgres-accounts.ts'
import { sqliteAccounts } from '../../../src/server/accounts/sqlite-accounts.ts'
import { openPostgres, type Pool } from '../../../src/server/records/postgres-database.ts'
import { openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { auditContract } from '../../contracts/audit.ts'
import { aDatabase, emptied } from '../records/a-postgres.ts'

auditContract('the audit in SQLite', async () => {
  const { db } = openSqliteInMemory()
  const tamper = async (sql: string) => {
    db.exec(`DROP TRIGGER IF EXISTS audit_is_not_changed; DROP TRIGGER IF EXISTS audit_is_not_removed; ${sql}`)
  }
  return { accounts: sqliteAccounts(db), tamper }
})

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
auditContract('the audit in PostgreSQL', async () => {
  await emptied(superuser)
  return { accounts: postgresAccounts(pool), tamper: async (sql) => void (await superuser.query(sql)) }
})

test('no row of the audit is changed or removed by the server, on either database', async () => {
  const { db } = openSqliteInMemory()
  db.exec(`INSERT INTO audit VALUES ('a1', 1, 't', 'u', 'd', 'read', 'h')`)
  expect(() => db.exec(`UPDATE audit SET what = 'x'`)).toThrow('never changed')
  expect(() => db.exec('DELETE FROM audit')).toThrow('never removed')
  const client = await pool.connect()
  await client.query('SET ROLE linnet_accounts')
  for (const sql of [`UPDATE audit SET what = 'x'`, 'DELETE FROM audit', 'TRUNCATE audit', 'DELETE FROM audit_heads']) {
    await expect(client.query(sql), sql).rejects.toMatchObject({ code: '42501' })
  }
  await client.query('RESET ROLE')
  client.release()
})
