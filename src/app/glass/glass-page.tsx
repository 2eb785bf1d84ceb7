import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { OpenVault } from '../../storage/vault-port.ts'
import { GLASS_REASON, GLASS_REASON_MOST } from '../../sync/sharing-api.ts'
import { GlassOpenedScreen } from '../../ui/glass/glass-opened-screen.tsx'
import type { GlassTyped } from '../../ui/glass/glass-ports.ts'
import { GlassScreen } from '../../ui/glass/glass-screen.tsx'
import type { Connection } from '../account/connection.ts'
import { useAccountState, useSyncView } from '../account/use-account.ts'
import { openByGlass } from './open-by-glass.ts'

interface GlassPageProps {
  vault: OpenVault
  connection: Connection
}

/** For the way to signing in and back: in memory only, so that locking takes it away. */
let kept: { vault: OpenVault; typed: GlassTyped } | null = null
const NOTHING: GlassTyped = { reference: '', reason: '' }

export function GlassPage({ vault, connection }: GlassPageProps) {
  const [, go] = useLocation()
  const { ask, account, syncing } = connection
  const state = useAccountState(connection)
  const view = useSyncView(syncing)
  const [typed, setTyped] = useState(kept?.vault === vault ? kept.typed : NOTHING)
  const [opened, setOpened] = useState<{ id: string; until: string | null }>()
  const type = (next: GlassTyped) => {
    kept = { vault, typed: next }
    setTyped(next)
  }
  useEffect(() => {
    void account.check()
  }, [account])
  useEffect(() => {
    if (!opened) return
    let gone = false
    const look = async () => {
      const loaded = await vault.store.load(opened.id)
      if (!gone && loaded.ok && loaded.entries.length > 0) go(`/a/${opened.id}`, { replace: true })
    }
    void look()
    const end = vault.store.subscribe((change) => change.entries && void look())
    return () => {
      gone = true
      end()
    }
  }, [opened, vault, go])
  if (opened) {
    const is = view.is === 'another-tab' ? 'another-tab' : view.is === 'running' ? 'getting' : 'waiting'
    return <GlassOpenedScreen until={opened.until} state={is} onAgain={syncing.ask} onList={() => go('/')} />
  }
  return (
    <GlassScreen
      account={state}
      typed={typed}
      bounds={{ least: GLASS_REASON, most: GLASS_REASON_MOST }}
      onTyped={type}
      onOpen={async (id, reason) => {
        const result = await openByGlass({ ask, sync: vault.store.sync, now: Date.now }, id, reason)
        if (!result.ok && result.problem === 'signed-out') await account.check()
        if (!result.ok) return result
        kept = null
        syncing.ask()
        setOpened({ id, until: result.until })
        return result
      }}
      onSignIn={() => go('/service/sign-in')}
      onBack={() => go('/')}
    />
  )
}
