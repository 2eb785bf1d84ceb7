import { type LockReason, lockDue, type Moment, type Watch } from '../machines/lock-watch.ts'
import { lockTimes } from './remembered.ts'

const TICK = 1000
const SHARE_EVERY = 2000
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'] as const

type Message = 'lock' | 'active'

/**
 * Watches one open session and calls `onDue` once when it must lock: too long untouched or hidden, woken from sleep, the
 * clock set back, or another tab locked. Activity in one tab counts for all.
 */
export function watchForLock(onDue: (reason: LockReason | 'another-tab') => void): {
  lockOthers(): void
  stop(): void
} {
  const channel = new BroadcastChannel('linnet-lock')
  const now = (): Moment => ({ wall: Date.now(), running: performance.now() })
  const start = now()
  let watch: Watch = { active: start, hiddenSince: document.hidden ? start : null, read: start }
  let shared = 0
  let done = false

  const due = (reason: LockReason | 'another-tab') => {
    if (done) return
    stop()
    onDue(reason)
  }
  const read = () => {
    const at = now()
    const reason = lockDue(watch, at, lockTimes())
    watch = { ...watch, read: at }
    if (reason) due(reason)
  }
  const touched = () => {
    read()
    if (done) return
    const at = now()
    watch = { ...watch, active: at }
    if (at.running - shared > SHARE_EVERY) {
      shared = at.running
      channel.postMessage('active' satisfies Message)
    }
  }
  const visibility = () => {
    read()
    watch = { ...watch, hiddenSince: document.hidden ? now() : null }
  }
  channel.onmessage = (e: MessageEvent<Message>) => {
    if (e.data === 'lock') due('another-tab')
    // The other tab has read the clocks: timers of a hidden tab stand still for long, and that is not sleep.
    else watch = { ...watch, active: now(), read: now() }
  }
  const timer = setInterval(read, TICK)
  for (const type of TOUCHES) addEventListener(type, touched, { capture: true, passive: true })
  for (const type of ['focus', 'pageshow', 'resume']) addEventListener(type, read)
  document.addEventListener('visibilitychange', visibility)

  function stop() {
    done = true
    clearInterval(timer)
    for (const type of TOUCHES) removeEventListener(type, touched, { capture: true })
    for (const type of ['focus', 'pageshow', 'resume']) removeEventListener(type, read)
    document.removeEventListener('visibilitychange', visibility)
    channel.onmessage = null
  }
  return { lockOthers: () => channel.postMessage('lock' satisfies Message), stop }
}
