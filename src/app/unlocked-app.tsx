import { useSelector } from '@xstate/react'
import { useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { OpenVault } from '../storage/vault-port.ts'
import { Frame } from '../ui/shell/frame.tsx'
import { AssessmentPage } from './assessment-page.tsx'
import { Arriving, later } from './later.tsx'
import { ListPage } from './list-page.tsx'
import { startWhenConnected } from './sync/start-when-connected.ts'
import type { Updates } from './updates.ts'

const CasesPage = later(() => import('./cases-page.tsx').then((m) => m.CasesPage))
const DevicePage = later(() => import('./device-page.tsx').then((m) => m.DevicePage))

interface UnlockedProps {
  vault: OpenVault
  updates: Updates
  onLock(): void
  onHide(): void
}

/** The pages of an open session. */
export function UnlockedApp({ vault, updates, onLock, onHide }: UnlockedProps) {
  const [, go] = useLocation()
  const state = useSelector(updates, (s) => s.value)
  useEffect(() => {
    // Without sync everything else works: what cannot be loaded now is loaded when the session is opened anew.
    const starting = startWhenConnected(vault).catch(() => null)
    return () => void starting.then((syncing) => syncing?.stop())
  }, [vault])
  const offered = state === 'waiting' || state === 'held'
  const update = offered
    ? {
        held: state === 'held',
        take: () => updates.send({ type: 'TAKE' }),
        later: () => updates.send({ type: 'LATER' }),
      }
    : undefined
  return (
    <Frame actions={{ onHide, onLock, onHome: () => go('/'), onSettings: () => go('/device') }}>
      <Arriving>
        <Switch>
          <Route path="/a/:id/*?">
            {({ id }: { id: string }) => <AssessmentPage key={id} id={id} vault={vault} onHide={onHide} />}
          </Route>
          <Route path="/cases">
            <CasesPage vault={vault} />
          </Route>
          <Route path="/device">
            <DevicePage vault={vault} />
          </Route>
          <Route>
            <ListPage vault={vault} update={update} />
          </Route>
        </Switch>
      </Arriving>
    </Frame>
  )
}
