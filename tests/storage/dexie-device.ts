import { type LinnetDatabase, openDatabase } from '../../src/storage/dexie-database.ts'
import { dexieVaultKeeper } from '../../src/storage/dexie-vault-keeper.ts'
import { randomId } from '../../src/storage/random-id.ts'
import type { StoreHarness } from '../contracts/store-harness.ts'
import { flipped } from './flipped.ts'
import { cheapKdf, NOON, ok } from './storage-builders.ts'

/** A new, empty database with faults on demand. */
export async function aDexieDevice(): Promise<StoreHarness & { db: LinnetDatabase }> {
  const { db } = ok(await openDatabase(`linnet-${randomId()}`))
  const clock = { now: NOON }
  let isFull = false
  let keepsWrongly = false
  for (const table of [db.entries, db.drafts]) {
    table.hook('creating', () => {
      if (!isFull) return
      isFull = false
      throw new DOMException('full', 'QuotaExceededError')
    })
  }
  // The row is altered as it is written, so it stays altered.
  db.entries.hook('creating', (_, row) => {
    if (!keepsWrongly) return
    keepsWrongly = false
    row.bytes = flipped(row.bytes)
  })
  return {
    db,
    clock,
    keeper: dexieVaultKeeper(db, cheapKdf, () => clock.now),
    runOutOfSpace: () => {
      isFull = true
    },
    keepWrongly: () => {
      keepsWrongly = true
    },
    damage: async (vault, id) => {
      const row = await db.entries.get([vault, id])
      if (!row) throw new Error('nothing to damage')
      await db.entries.put({ ...row, bytes: flipped(row.bytes) })
    },
  }
}
