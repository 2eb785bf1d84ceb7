import type { OpenVault } from '../../storage/vault-port.ts'
import type { Syncing } from './syncing.ts'

/** Null for a vault that is connected with no account: then nothing of sync is even loaded. */
export async function startWhenConnected(vault: OpenVault): Promise<Syncing | null> {
  const known = await vault.store.sync.account()
  if (!known.ok || !known.account) return null
  const { vaultSyncing } = await import('./vault-syncing.ts')
  return vaultSyncing(vault)
}
