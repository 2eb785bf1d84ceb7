import type { LinnetDatabase } from './dexie-database.ts'
import { dexieRecordStore } from './dexie-record-store.ts'
import type { PassphraseKdf } from './encryption/key-derivation.ts'
import { vaultKeeper } from './vault-keeper.ts'
import type { VaultKeeper } from './vault-port.ts'

/** The vaults in one opened database. The app leaves `kdf` and `now` out. */
export function dexieVaultKeeper(db: LinnetDatabase, kdf?: PassphraseKdf, now?: () => number): VaultKeeper {
  return vaultKeeper(
    {
      all: () => db.vaults.toArray(),
      get: (id) => db.vaults.get(id),
      replace: (next, mayReplace) =>
        db.transaction('rw', db.vaults, async () => {
          if (!mayReplace(await db.vaults.get(next.id))) return false
          await db.vaults.put(next)
          return true
        }),
      openStore: (vault, keys) => dexieRecordStore({ db, vault, keys }, now),
    },
    kdf,
  )
}
