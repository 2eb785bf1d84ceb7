import { Workbox } from 'workbox-window'
import { createActor, fromPromise } from 'xstate'
import { type TakeOutcome, updateMachine } from '../machines/update-machine.ts'
import { scriptUrl } from './script-policy.ts'

const OPEN = 'linnet-assessment-open'
const LOOK_AGAIN = 60 * 60 * 1000

/** Holds the new edition back, in every tab, as long as an assessment is open. Returns what lets it go. */
export function holdUpdates(): () => void {
  const letGo = new AbortController()
  const held = new Promise((resolve) => letGo.signal.addEventListener('abort', resolve))
  void navigator.locks?.request(OPEN, { mode: 'shared' }, () => held)
  return () => letGo.abort()
}

export type Updates = ReturnType<typeof updates>

/** Installs the service worker, so that Linnet opens with no network, and finds new editions. They are never taken by themselves. */
export function updates() {
  const workbox = 'serviceWorker' in navigator && import.meta.env.PROD ? new Workbox(scriptUrl('/sw.js')) : null
  const take = async (): Promise<TakeOutcome> => {
    const free = await navigator.locks.request(OPEN, { ifAvailable: true }, (lock) => lock !== null)
    if (!free) return 'assessment-open'
    workbox?.messageSkipWaiting()
    return 'taken'
  }
  const actor = createActor(updateMachine.provide({ actors: { take: fromPromise(take) } })).start()
  if (workbox) {
    let controlled = navigator.serviceWorker.controller !== null
    workbox.addEventListener('waiting', () => actor.send({ type: 'FOUND' }))
    workbox.addEventListener('controlling', () => {
      if (controlled) location.reload()
      controlled = true
    })
    // Offline this fails, and the edition that is here goes on working.
    workbox.register().catch(() => undefined)
    setInterval(() => void workbox.update().catch(() => undefined), LOOK_AGAIN)
  }
  return actor
}
