import Dexie from 'dexie'
import type { SyncStore } from '../sync/sync-store.ts'
import { type OpenedDatabase, requireVault } from './dexie-database.ts'
import { dexieEntryRows } from './dexie-entry-rows.ts'
import { ELSEWHERE } from './entry-rows.ts'
import { type Closing, closingOf } from './read-copy.ts'
import type { SentStatus, StorageFailed } from './record-port.ts'
import type { OpenedEntries } from './sealed-entries.ts'
import { isOwn, type SyncReads, type SyncRows, type SyncWrites } from './sync-rows.ts'
import { type SealClock, vaultSyncStore } from './vault-sync-store.ts'

/** What one vault remembers of the server, in the browser's database. */
function dexieSyncRows(opened: OpenedDatabase): SyncRows {
  const { db, vault } = opened
  const keysOf = (ids: readonly string[]) => ids.map((id): [string, string] => [vault, id])
  const get = (ids: readonly string[]) => db.entries.bulkGet(keysOf(ids))
  const reads: SyncReads = {
    server: () => db.servers.get(vault),
    followed: () =>
      db.followed.where('[vault+assessment]').between([vault, Dexie.minKey], [vault, Dexie.maxKey]).toArray(),
    outbox: (ids) => db.outbox.bulkGet(keysOf(ids)),
    settledAs: (is) => db.outbox.where({ vault, is }).toArray(),
    sentOf: async (ids) => (await get(ids)).map((row) => row?.sent),
    holdsOwn: async (assessment) =>
      (await db.entries
        .where({ vault, assessment })
        .filter((row) => isOwn(row.sent))
        .first()) !== undefined,
    readCopy: async () => {
      const rows = await db.entries.where({ vault, sent: ELSEWHERE }).toArray()
      return rows.map(({ id, assessment }) => ({ id, assessment }))
    },
  }
  return {
    reads,
    get,
    waiting: () => db.entries.where('[vault+sent]').between([vault, 0], [vault, 1], true, true).toArray(),
    idsOf: async (assessment) => (await dexieEntryRows(opened).of(assessment)).map(({ id, sent }) => ({ id, sent })),
    change: (task) =>
      db.transaction('rw', [db.vaults, db.entries, db.outbox, db.followed, db.servers], async () => {
        await requireVault(db, vault)
        const { writes, result } = await task(reads)
        await put(opened, writes)
        return result
      }),
  }
}

async function put({ db, vault }: OpenedDatabase, writes: SyncWrites): Promise<void> {
  const { server, followed, outbox, raise, erase = [] } = writes
  if (server) await db.servers.put(server)
  if (followed) await db.followed.bulkPut(followed)
  if (outbox) await db.outbox.bulkPut(outbox)
  if (raise && raise.ids.length > 0) await raiseSent({ db, vault }, raise.ids, raise.to)
  if (erase.length === 0) return
  const keys = erase.map((id): [string, string] => [vault, id])
  await db.entries.bulkDelete(keys)
  await db.outbox.bulkDelete(keys)
}

/** The status only ever rises. */
async function raiseSent({ db, vault }: OpenedDatabase, ids: readonly string[], sent: SentStatus): Promise<void> {
  await db.entries
    .where('[vault+id]')
    .anyOf(ids.map((id): [string, string] => [vault, id]))
    .and((row) => row.sent < sent)
    .modify({ sent })
}

type WithDatabase = <T>(task: (opened: OpenedDatabase & OpenedEntries) => Promise<T>) => Promise<T | StorageFailed>

/** The part of a browser's store that remembers the server. */
export const dexieSyncStore = (reading: WithDatabase, writing: WithDatabase, clock: SealClock): SyncStore =>
  vaultSyncStore(
    (task) => reading((held) => task({ ...held, sync: dexieSyncRows(held) })),
    (task) => writing((held) => task({ ...held, sync: dexieSyncRows(held) })),
    clock,
  )

/** What is closed to reading in an opened vault. */
export const dexieClosing = (opened: OpenedDatabase, now: number): Promise<Closing> =>
  closingOf(dexieSyncRows(opened).reads, now)
