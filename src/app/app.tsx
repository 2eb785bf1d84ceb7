import { useMachine } from '@xstate/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation } from 'wouter'
import { fromPromise } from 'xstate'
import { KEYS_OPEN, sessionMachine } from '../machines/session-machine.ts'
import { HiddenPage } from '../ui/session/hidden-page.tsx'
import { UnavailableScreen } from '../ui/session/unavailable-screen.tsx'
import { sessionWords } from '../ui/session/words.ts'
import { Frame } from '../ui/shell/frame.tsx'
import { device as openDevice } from './device.ts'
import { lastPage, rememberPage } from './last-page.ts'
import { Arriving, later } from './later.tsx'
import { watchForLock } from './lock-keeper.ts'
import { flushAll, loadAfresh } from './put-away.ts'
import { lastPractitioner, rememberHidden, wasHidden } from './remembered.ts'
import { UnlockedApp } from './unlocked-app.tsx'
import type { Updates } from './updates.ts'

const HIDDEN = '/hidden'
const INVITATION = '/invitation'
const SIGN_IN = '/service/sign-in'
const InvitationPage = later(() => import('./account/invitation-page.tsx').then((m) => m.InvitationPage))
const SetUpScreen = later(() => import('../ui/session/set-up-screen.tsx').then((m) => m.SetUpScreen))
const UnlockScreen = later(() => import('../ui/session/unlock-screen.tsx').then((m) => m.UnlockScreen))
const RecoveryKeyScreen = later(() => import('../ui/session/recovery-key-screen.tsx').then((m) => m.RecoveryKeyScreen))
const ChoosePassphraseScreen = later(() =>
  import('../ui/session/choose-passphrase-screen.tsx').then((m) => m.ChoosePassphraseScreen),
)

/** From a locked device to an open session, and back. */
export function App({ updates }: { updates: Updates }) {
  const device = useMemo(openDevice, [])
  const [path, go] = useLocation()
  const [covered, setCovered] = useState(false)
  const machine = useMemo(
    () =>
      sessionMachine.provide({
        actors: {
          openDevice: fromPromise(() => device.open()),
          putAway: fromPromise(async () => {
            await flushAll()
            device.close()
            // Afresh: nothing of the record stays in memory.
            if (location.pathname === HIDDEN) location.replace(HIDDEN)
            else loadAfresh()
            await new Promise(() => undefined)
          }),
        },
      }),
    [device],
  )
  const [state, send] = useMachine(machine)
  const vault = device.opened()
  const inSession = state.hasTag(KEYS_OPEN)

  useEffect(() => {
    if (!inSession) return
    const watch = watchForLock(() => lock())
    const lock = () => {
      setCovered(true)
      send({ type: 'LOCK' })
    }
    const onHide = () => {
      watch.lockOthers()
      lock()
    }
    addEventListener('linnet-hide', onHide)
    return () => {
      watch.stop()
      removeEventListener('linnet-hide', onHide)
    }
  }, [inSession, send])

  const unlocked = state.matches('unlocked')
  useEffect(() => {
    const opened = device.opened()
    if (unlocked && opened && path !== HIDDEN) rememberPage(opened, path)
  }, [unlocked, path, device])

  const enter = useCallback(
    async (event: 'UNLOCKED' | 'PASSPHRASE_CHANGED') => {
      const opened = device.opened()
      const atDoor = location.pathname === HIDDEN || location.pathname === '/' || wasHidden()
      const back = opened && atDoor ? await lastPage(opened) : undefined
      if (atDoor) go(back ?? '/', { replace: true })
      send({ type: event })
    },
    [device, go, send],
  )
  const lockNow = useCallback(() => dispatchEvent(new Event('linnet-hide')), [])
  const hideNow = useCallback(() => {
    flushSync(() => setCovered(true))
    rememberHidden()
    document.title = sessionWords.hidden.title
    history.replaceState(null, '', HIDDEN)
    dispatchEvent(new Event('linnet-hide'))
  }, [])

  if (covered) return <HiddenPage />
  if (path === HIDDEN && !inSession) return <HiddenPage onOpen={() => go('/')} />
  if (path === INVITATION && !inSession) {
    return (
      <Frame>
        <Arriving>
          <InvitationPage onDone={() => go('/')} />
        </Arriving>
      </Frame>
    )
  }
  if (unlocked && vault) {
    return <UnlockedApp vault={vault} updates={updates} onLock={lockNow} onHide={hideNow} />
  }
  return (
    <Frame>
      <Arriving>
        {state.matches('unavailable') && (
          <UnavailableScreen problem={state.context.problem ?? 'unknown'} onRetry={() => send({ type: 'RETRY' })} />
        )}
        {state.matches('settingUp') && (
          <SetUpScreen
            ports={device}
            canCancel={state.context.practitioners.length > 0}
            onCreated={(recoveryKey) => send({ type: 'CREATED', recoveryKey })}
            onCancel={() => send({ type: 'CANCEL' })}
          />
        )}
        {state.matches('showingRecoveryKey') && (
          <RecoveryKeyScreen
            recoveryKey={state.context.recoveryKey}
            onDone={() => {
              // An invitation in the address goes on there.
              if (path !== SIGN_IN) go('/', { replace: true })
              send({ type: 'KEY_WRITTEN_DOWN' })
            }}
          />
        )}
        {state.matches('locked') && (
          <UnlockScreen
            ports={device}
            practitioners={state.context.practitioners}
            damaged={state.context.damaged}
            last={lastPractitioner()}
            onUnlocked={() => void enter('UNLOCKED')}
            onRecovered={() => send({ type: 'UNLOCKED_BY_RECOVERY' })}
            onAnother={() => send({ type: 'SET_UP_ANOTHER' })}
          />
        )}
        {state.matches('choosingPassphrase') && (
          <ChoosePassphraseScreen ports={device} onChanged={() => void enter('PASSPHRASE_CHANGED')} />
        )}
        {(state.matches('opening') || state.matches('locking')) && <p role="status">{sessionWords.opening}</p>}
      </Arriving>
    </Frame>
  )
}
