import { useSelector } from '@xstate/react'
import { Route, Switch, useLocation } from 'wouter'
import type { OpenVault } from '../storage/vault-port.ts'
import { Frame } from '../ui/shell/frame.tsx'
import { useConnection } from './account/use-connection.ts'
import { AssessmentPage } from './assessment-page.tsx'
import { Arriving, later } from './later.tsx'
import { ListPage } from './list-page.tsx'
import type { Updates } from './updates.ts'

const CasesPage = later(() => import('./cases-page.tsx').then((m) => m.CasesPage))
const AccountPages = later(() => import('./account/account-pages.tsx').then((m) => m.AccountPages))
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
  const { connection, open } = useConnection(vault)
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
            {({ id }: { id: string }) => (
              <AssessmentPage key={id} id={id} vault={vault} connection={connection} onHide={onHide} />
            )}
          </Route>
          <Route path="/cases">
            <CasesPage vault={vault} />
          </Route>
          <Route path="/device">
            <DevicePage vault={vault} connection={connection} open={open} />
          </Route>
          <Route path="/service/:page/:assessment?">
            {({ page, assessment }: { page: string; assessment?: string }) => (
              <AccountPages page={page} assessment={assessment} vault={vault} connection={connection} open={open} />
            )}
          </Route>
          <Route>
            <ListPage vault={vault} update={update} connection={connection} />
          </Route>
        </Switch>
      </Arriving>
    </Frame>
  )
}
