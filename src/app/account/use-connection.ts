import { useCallback, useEffect, useState } from 'react'
import type { OpenVault } from '../../storage/vault-port.ts'
import type { Connection } from './connection.ts'

/**
 * The connection of an opened vault: there when the vault was connected with an account before; `open` brings it for one
 * that was not. Until then nothing of it is even loaded.
 */
export function useConnection(vault: OpenVault): { connection: Connection | null; open(): Promise<void> } {
  const [connection, setConnection] = useState<Connection | null>(null)
  const open = useCallback(async () => {
    const { connectionOf } = await import('./connection.ts')
    setConnection(await connectionOf(vault))
  }, [vault])
  useEffect(() => {
    // Without it everything else works: what cannot be loaded now is loaded when the session is opened anew.
    const openIfConnected = async () => {
      const server = await vault.store.knowsServer()
      if (!server.ok || !server.known) return
      void vault.store.sync.lookAtClock()
      const known = await vault.store.sync.account()
      if (known.ok && known.account) await open()
    }
    openIfConnected().catch(() => undefined)
  }, [vault, open])
  useEffect(() => () => connection?.syncing.stop(), [connection])
  return { connection, open }
}
