import pg from 'pg'
import { expect, test } from 'vitest'
import { agencies } from '../../../src/server/accounts/agencies.ts'
import { postgresAccounts } from '../../../src/server/accounts/postgres-accounts.ts'
import { Unavailable } from '../../../src/server/accounts/task.ts'
import { postgresKeeping } from '../../../src/server/records/postgres-keeping.ts'
import { accountsContract } from '../../contracts/accounts.ts'
import { passkeysContract } from '../../contracts/passkeys.ts'
import { anOpenDatabase, emptied } from '../records/a-postgres.ts'
import { parts } from '../records/records-builders.ts'

const { pool, superuser } = anOpenDatabase()

accountsContract('accounts in PostgreSQL', async () => {
  await emptied(superuser())
  return { accounts: postgresAccounts(pool()), keeping: postgresKeeping(pool(), parts()) }
})

passkeysContract('passkeys in PostgreSQL', async () => {
  await emptied(superuser())
  return postgresAccounts(pool())
})

test('a database that is away is told apart from a fault', async () => {
  const away = new pg.Pool({ connectionString: 'postgres://127.0.0.1:1/none' })
  await expect(postgresAccounts(away).run(agencies)).rejects.toBeInstanceOf(Unavailable)
})

test('the role that opens sessions sees no record, and removes no account', async () => {
  const client = await pool().connect()
  await client.query('SET ROLE linnet_accounts')
  for (const sql of [
    'SELECT FROM entries',
    'SELECT FROM assessments',
    'SELECT FROM members',
    'SELECT FROM quarantine',
    'DELETE FROM users',
    'DELETE FROM agencies',
    'DELETE FROM devices',
    'DELETE FROM authors',
    `UPDATE author_owners SET user_id = 'x'`,
    'DELETE FROM revoked_devices',
  ]) {
    await expect(client.query(sql), sql).rejects.toMatchObject({ code: '42501' })
  }
  await client.query('RESET ROLE')
  client.release()
})
