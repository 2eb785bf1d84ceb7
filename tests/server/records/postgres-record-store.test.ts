import { postgresKeeping } from '../../../src/server/records/postgres-keeping.ts'
import { postgresRecordStore } from '../../../src/server/records/postgres-record-store.ts'
import { serverRecordStoreContract } from '../../contracts/server-record-store.ts'
import { anOpenDatabase, emptied } from './a-postgres.ts'
import { parts } from './records-builders.ts'

const { pool, superuser } = anOpenDatabase()

serverRecordStoreContract('the store in PostgreSQL', async () => {
  await emptied(superuser())
  const made = parts()
  const store = await postgresRecordStore(pool(), made)
  return { store: { ...store, close: async () => {} }, keeping: postgresKeeping(pool(), made), alarms: made.alarms }
})
