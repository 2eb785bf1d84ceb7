import Dexie from 'dexie'
import type { OpenedDatabase } from './dexie-database.ts'
import { idsWith } from './dexie-entry-rows.ts'
import { vaultRowSchema } from './encryption/vault-row.ts'
import { WAITING } from './entry-rows.ts'
import type { StoreCounts } from './record-port.ts'

/** See `RecordStore.counts`. */
export async function countRows({ db, vault }: OpenedDatabase): Promise<StoreCounts> {
  const ofVault = db.entries.where('[vault+assessment]').between([vault, Dexie.minKey], [vault, Dexie.maxKey])
  return {
    assessments: new Set((await ofVault.clone().keys()).map(String)).size,
    entries: (await ofVault.clone().count()) - (await idsWith({ db, vault }, WAITING)).size,
    notStored: await countNotStored({ db, vault }),
    drafts: await db.drafts.where('vault').equals(vault).count(),
    setAside: await db.setAside.where('vault').equals(vault).count(),
  }
}

/** Never acknowledged, or acknowledged before the server was restored and not since. */
async function countNotStored({ db, vault }: OpenedDatabase): Promise<number> {
  const once = await db.outbox.where({ vault, is: 'absent' }).primaryKeys()
  const absent = (await db.entries.bulkGet(once)).filter((row) => row?.sent === 2).length
  return absent + (await db.entries.where('[vault+sent]').between([vault, 0], [vault, 1], true, true).count())
}

/** See `RecordStore.removeFromThisDevice`. */
export async function removeVault(held: OpenedDatabase, typedConfirmation: string) {
  const { db, vault } = held
  const tables = [db.entries, db.drafts, db.places, db.setAside, db.outbox, db.followed, db.servers]
  return db.transaction('rw', [db.vaults, ...tables], async () => {
    const row = vaultRowSchema.safeParse(await db.vaults.get(vault))
    if (!row.success || typedConfirmation.trim() !== row.data.label)
      return { ok: false as const, reason: 'confirmation-differs' as const }
    const removed = await countRows(held)
    for (const table of tables) await table.where('vault').equals(vault).delete()
    await db.vaults.delete(vault)
    return { ok: true as const, removed }
  })
}
