import { sqliteAccounts } from '../../../src/server/accounts/sqlite-accounts.ts'
import { openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { sqliteKeeping } from '../../../src/server/records/sqlite-keeping.ts'
import { accountsContract } from '../../contracts/accounts.ts'
import { passkeysContract } from '../../contracts/passkeys.ts'
import { parts } from '../records/records-builders.ts'

accountsContract('accounts in SQLite', async () => {
  const { db } = openSqliteInMemory()
  return { accounts: sqliteAccounts(db), keeping: sqliteKeeping(db, parts()) }
})

passkeysContract('passkeys in SQLite', async () => sqliteAccounts(openSqliteInMemory().db))
