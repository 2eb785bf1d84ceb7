import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AccountState } from '../../ui/account/account-ports.ts'
import type { Syncing, SyncView } from '../sync/syncing.ts'
import type { Connection } from './connection.ts'

export function useSyncView(syncing: Syncing): SyncView {
  const [view, setView] = useState(() => syncing.view())
  useEffect(() => {
    const read = () => setView(syncing.view())
    read()
    return syncing.subscribe(read)
  }, [syncing])
  return view
}

/** As the account says it, unless the last round of sending has found that nobody is signed in any more. */
export function useAccountState({ account, syncing }: Connection): AccountState {
  const state = useSyncExternalStore(account.subscribe, account.current)
  const view = useSyncView(syncing)
  return state.is === 'signed-in' && view.is === 'signed-out' ? { is: 'signed-out' } : state
}
