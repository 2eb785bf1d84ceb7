import { postgresKeeping } from '../../../src/server/records/postgres-keeping.ts'
import { postgresRecordStore } from '../../../src/server/records/postgres-record-store.ts'
import { postgresTasks } from '../../../src/server/records/postgres-tasks.ts'
import { agencyOffersContract } from '../../contracts/agency-offers.ts'
import { sharingContract } from '../../contracts/sharing.ts'
import { anOpenDatabase, emptied } from '../records/a-postgres.ts'
import { aClock } from '../records/records-builders.ts'

const { pool, superuser } = anOpenDatabase()

const open = async () => {
  await emptied(superuser())
  const made = aClock()
  return {
    store: await postgresRecordStore(pool(), made),
    keeping: postgresKeeping(pool(), made),
    tasks: postgresTasks(pool(), made),
    auditing: made,
    passes: made.passes,
  }
}

sharingContract('sharing in PostgreSQL', open)
agencyOffersContract('offers to agencies in PostgreSQL', open)
