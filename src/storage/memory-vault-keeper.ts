import type { PassphraseKdf } from './encryption/key-derivation.ts'
import type { MemoryDevice } from './memory-device.ts'
import { memoryRecordStore } from './memory-record-store.ts'
import { vaultKeeper } from './vault-keeper.ts'
import type { VaultKeeper } from './vault-port.ts'

/** The keeper's twin: real keys, so that a wrong passphrase is refused, over a device without a disk. */
export function memoryVaultKeeper(
  device: MemoryDevice,
  kdf?: PassphraseKdf,
  entries: 'sealed' | 'in-the-clear' = 'in-the-clear',
  now: () => number = Date.now,
): VaultKeeper {
  const rows = device.vaultRows
  return vaultKeeper(
    {
      all: async () => [...rows.values()],
      get: async (id) => rows.get(id),
      async replace(next, mayReplace) {
        if (!mayReplace(rows.get(next.id))) return false
        rows.set(next.id, next)
        return true
      },
      openStore: (vault, keys) => memoryRecordStore(device, vault, entries === 'sealed' ? keys : null, now),
    },
    kdf,
  )
}
