import { expect, test } from 'vitest'
import { postgresTasks } from '../../../src/server/records/postgres-tasks.ts'
import { auditContract } from '../../contracts/audit.ts'
import { anOpenDatabase, emptied } from '../records/a-postgres.ts'
import { parts } from '../records/records-builders.ts'

const { pool, superuser } = anOpenDatabase()

auditContract('the audit in PostgreSQL', async () => {
  await emptied(superuser())
  const made = parts()
  return {
    tasks: postgresTasks(pool(), made),
    parts: made,
    tamper: async (sql) => void (await superuser().query(sql)),
  }
})

test('no role that the server works under changes or removes a line, and only one adds any', async () => {
  const client = await pool().connect()
  const refused = async (role: string, sql: string) => {
    await client.query(`SET ROLE ${role}`)
    await expect(client.query(sql), `${role}: ${sql}`).rejects.toMatchObject({ code: '42501' })
    await client.query('RESET ROLE')
  }
  for (const role of ['linnet_audit', 'linnet_runtime', 'linnet_keeper', 'linnet_accounts']) {
    for (const sql of [
      `UPDATE audit SET who = 'x'`,
      'DELETE FROM audit',
      'DELETE FROM audit_heads',
      'TRUNCATE audit',
    ]) {
      await refused(role, sql)
    }
  }
  for (const role of ['linnet_runtime', 'linnet_keeper', 'linnet_accounts']) {
    await refused(role, `INSERT INTO audit VALUES ('a a1', 1, 't', 'w', 'w', '{}', NULL, 'b', 'h')`)
    await refused(role, 'SELECT FROM audit_heads')
  }
  for (const table of ['entries', 'members', 'users', 'assessments'])
    await refused('linnet_audit', `SELECT FROM ${table}`)
  client.release()
})
