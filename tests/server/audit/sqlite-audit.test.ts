import { expect, test } from 'vitest'
import { openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { sqliteTasks } from '../../../src/server/records/sqlite-tasks.ts'
import { auditContract } from '../../contracts/audit.ts'
import { parts } from '../records/records-builders.ts'

auditContract('the audit in SQLite', async () => {
  const { db } = openSqliteInMemory()
  return {
    tasks: sqliteTasks(db),
    parts: parts(),
    tamper: async (sql) => {
      db.exec(`DROP TRIGGER IF EXISTS audit_is_not_changed; DROP TRIGGER IF EXISTS audit_is_not_removed; ${sql}`)
    },
  }
})

test('the database refuses to change or remove a line', () => {
  const { db } = openSqliteInMemory()
  db.exec(`INSERT INTO audit VALUES ('a a1', 1, 't', 'ruth', 'opened', '{}', NULL, 'h', 'h')`)
  expect(() => db.exec(`UPDATE audit SET who = 'bo'`)).toThrow('never changed')
  expect(() => db.exec('DELETE FROM audit')).toThrow('never removed')
})
