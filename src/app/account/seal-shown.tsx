import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { whenInWords } from '../../report/words.ts'
import type { RecordStore } from '../../storage/record-port.ts'
import type { ServerMemory } from '../../sync/sync-store.ts'
import { ClosedScreen } from '../../ui/seal/closed-screen.tsx'
import { SealBanner, type SealBannerProps } from '../../ui/seal/seal-banner.tsx'
import type { SyncView } from '../sync/syncing.ts'
import type { Connection } from './connection.ts'
import { useSyncView } from './use-account.ts'

interface SealShownProps {
  /** Entries of the assessment that is open. */
  n?: number | undefined
  store: RecordStore
  connection: Connection | null
  /** Where nothing else can be shown before a contact was begun. */
  onBegin?: (() => Promise<{ ok: boolean }>) | undefined
}

/** That entries are closed to reading; they open by themselves when the server has answered. */
export function SealShown({ n, store, connection, onBegin }: SealShownProps) {
  const [, go] = useLocation()
  const memory = useServerMemory(store)
  const shown = { n, ...sinceIn(memory), onSignIn: () => go('/service/sign-in') }
  const banner = connection ? (
    <Trying {...shown} connection={connection} />
  ) : (
    <SealBanner {...shown} state="off" onTry={() => undefined} />
  )
  if (!onBegin) return banner
  return (
    <ClosedScreen onBegin={onBegin} onList={() => go('/')}>
      {banner}
    </ClosedScreen>
  )
}

type Shown = Omit<SealBannerProps, 'state' | 'onTry'>

function Trying({ connection: { syncing }, ...shown }: Shown & { connection: Connection }) {
  const [hasTried, setHasTried] = useState(false)
  const state = stateOf(useSyncView(syncing))
  const onTry = () => {
    setHasTried(true)
    syncing.ask()
  }
  // Until somebody asks, that it was not reached is no news.
  const isNews = hasTried || state === 'off' || state === 'signed-out'
  return <SealBanner {...shown} state={isNews ? state : 'idle'} onTry={onTry} />
}

function stateOf({ is, last }: SyncView): SealBannerProps['state'] {
  if (is === 'local') return 'off'
  if (is === 'running') return 'trying'
  if (is === 'signed-out') return 'signed-out'
  return last?.end === 'waiting' ? 'not-reached' : 'idle'
}

function useServerMemory(store: RecordStore): ServerMemory | null {
  const [memory, setMemory] = useState<ServerMemory | null>(null)
  useEffect(() => {
    let gone = false
    const read = async () => {
      const found = await store.sync.memory()
      if (!gone && found.ok) setMemory(found)
    }
    void read()
    const end = store.subscribe((change) => change.sync && void read())
    return () => {
      gone = true
      end()
    }
  }, [store])
  return memory
}

function sinceIn(memory: ServerMemory | null): Pick<Shown, 'since' | 'wasPutBack'> {
  const { contact, latest } = memory ?? { contact: null, latest: null }
  return {
    since: contact === null ? undefined : whenInWords(new Date(contact).toISOString()),
    wasPutBack: contact !== null && Date.now() < Math.max(contact, latest ?? contact) - 5 * 60_000,
  }
}
