import type { OpenVault } from '../../storage/vault-port.ts'
import { getSetting, putSetting } from '../remembered.ts'
import type { Syncing } from '../sync/syncing.ts'
import { vaultSyncing } from '../sync/vault-syncing.ts'
import { type AccountClient, accountClient } from './account-client.ts'
import { type AccountService, accountService } from './account-service.ts'
import { type AskServer, askServer } from './ask-server.ts'
import { type Tells, tells } from './tells.ts'
import { watchReading } from './watch-reading.ts'

/** All that speaks to the server for one opened vault. It asks nothing of any server before the vault was connected. */
export interface Connection {
  /** Asks only while the session of this browser is of this store's own account. */
  ask: AskServer
  client: AccountClient
  account: AccountService
  syncing: Syncing
  tells: Tells
}

let kept: { vault: OpenVault; connection: Promise<Connection> } | null = null

/** One for each opened vault, however often it is asked for. */
export function connectionOf(vault: OpenVault): Promise<Connection> {
  if (kept?.vault !== vault) kept = { vault, connection: openConnection(vault) }
  return kept.connection
}

async function openConnection(vault: OpenVault): Promise<Connection> {
  const client = accountClient(
    askServer((...request) => fetch(...request)),
    location.origin,
  )
  const syncing = await vaultSyncing(vault)
  const { id, name, role, agency, device } = vault.profile
  const account = await accountService(
    client,
    {
      read: async () => {
        const known = await vault.store.sync.account()
        return known.ok ? known.account : null
      },
      write: async (connected) => (await syncing.connect(connected)).ok,
    },
    { author: { id, name, role, agency }, device },
  )
  const ask = askServer(
    (...request) => fetch(...request),
    () => {
      const user = account.user()
      return user === null ? null : { user, device }
    },
  )
  const shelf = `linnet-tells-${vault.listing.id}`
  const told = tells(ask, {
    get: () => getSetting(shelf),
    put: (text) => putSetting(shelf, text),
  })
  syncing.subscribe(() => {
    if (syncing.view().is === 'waiting' && syncing.view().last?.end === 'done') void told.flush()
  })
  const endWatch = watchReading(vault.store, window)
  const stop = () => {
    endWatch()
    syncing.stop()
  }
  return { ask, client, account, syncing: { ...syncing, stop }, tells: told }
}
