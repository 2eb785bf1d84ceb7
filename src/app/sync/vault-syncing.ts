import type { OpenVault } from '../../storage/vault-port.ts'
import { fetchTransport } from './fetch-transport.ts'
import type { Locks } from './one-sender.ts'
import { type Syncing, startSyncing } from './syncing.ts'

/** Where a browser has no locks, each tab speaks for itself: the server takes what comes twice as once. */
const NO_LOCKS: Locks = { request: (_, __, held) => held() }

/** The sync of an opened vault in this browser. */
export function vaultSyncing({ store, profile }: OpenVault): Promise<Syncing> {
  const { id, name, role, agency, device } = profile
  return startSyncing({
    store,
    author: { id, name, role, agency },
    device,
    transportFor: (connected) =>
      fetchTransport(() => {
        const user = connected()
        return user === null ? null : { user, device }
      }),
    locks: (navigator.locks as Locks | undefined) ?? NO_LOCKS,
    page: window,
    openLive: typeof EventSource === 'undefined' ? null : () => new EventSource('/api/events'),
    now: Date.now,
    chance: Math.random,
  })
}
