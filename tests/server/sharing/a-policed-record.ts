import { afterAll, beforeAll } from 'vitest'
import type { Client } from '../../../src/server/records/postgres-database.ts'
import { postgresKeeping } from '../../../src/server/records/postgres-keeping.ts'
import { postgresRecordStore } from '../../../src/server/records/postgres-record-store.ts'
import { anOpenDatabase } from '../records/a-postgres.ts'
import { bo, cleo, parts, push, ruth, text } from '../records/records-builders.ts'

/** What PostgreSQL answers where its policies or its grants refuse. */
export const DENIED = '42501'

interface More {
  store: Awaited<ReturnType<typeof postgresRecordStore>>
  keeping: ReturnType<typeof postgresKeeping>
}

/**
 * Of Ruth's record `a1` Bo is a member and Fay was one; `a2` is Cleo's; the device `lost-phone` is revoked. `undone` tells how
 * many rows a statement did, or its error, in a transaction that is then undone.
 */
export function aPolicedRecord(more: (made: More) => Promise<unknown> = async () => {}) {
  const database = anOpenDatabase()
  let client: Client & { release(): void }
  beforeAll(async () => {
    const made = parts()
    const store = await postgresRecordStore(database.pool(), made)
    const keeping = postgresKeeping(database.pool(), made)
    await push(store, ruth, [text(ruth)], ['a1'])
    await push(store, cleo, [], ['a2'])
    await keeping.admit('a1', bo.user)
    await keeping.admit('a1', 'fay')
    await keeping.endMembership('a1', 'fay')
    await keeping.revokeDevice('lost-phone')
    await more({ store, keeping })
    client = await database.pool().connect()
  })
  afterAll(() => client.release())
  return {
    client: () => client,
    async undone(task: () => Promise<{ rowCount: number | null }>): Promise<number | string> {
      await client.query('BEGIN')
      try {
        return (await task()).rowCount ?? 0
      } catch (error) {
        return (error as { code: string }).code
      } finally {
        await client.query('ROLLBACK')
      }
    },
  }
}
