import type { Entry } from '../../../src/domain/entry.ts'
import { openDatabase } from '../../../src/storage/dexie-database.ts'
import { dexieVaultKeeper } from '../../../src/storage/dexie-vault-keeper.ts'
import type { RecordStore } from '../../../src/storage/record-port.ts'

/** Runs in the page beside the app, with the app's own storage modules. It stands for what the server would hand over. */
export async function entriesOf(passphrase: string, assessment: string): Promise<Entry[]> {
  return withStore(passphrase, async (store) => {
    const kept = await store.load(assessment)
    if (!kept.ok) throw new Error(`Nothing could be read: ${kept.reason}`)
    return kept.entries
  })
}

/** Entries that others recorded come into the only vault of this device. */
export async function take(passphrase: string, entries: readonly Entry[]): Promise<void> {
  await withStore(passphrase, async (store) => {
    const kept = await store.append(entries, 'received')
    if (!kept.ok) throw new Error(`Nothing was taken in: ${kept.reason}`)
  })
}

async function withStore<T>(passphrase: string, act: (store: RecordStore) => Promise<T>): Promise<T> {
  const opened = await openDatabase()
  if (!opened.ok) throw new Error(`The store does not open: ${opened.reason}`)
  const keeper = dexieVaultKeeper(opened.db)
  const listed = await keeper.list()
  const vault = listed.ok && listed.vaults[0]
  if (!vault) throw new Error('There is no vault on this device')
  const unlocked = await keeper.unlock(vault.id, passphrase)
  if (!unlocked.ok) throw new Error(`The vault does not open: ${unlocked.reason}`)
  try {
    return await act(unlocked.opened.store)
  } finally {
    unlocked.opened.store.close()
    opened.db.close()
  }
}
