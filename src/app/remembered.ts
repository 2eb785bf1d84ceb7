import * as z from 'zod/mini'
import { LOCK_TIMES, type LockTimes } from '../machines/lock-watch.ts'

/** Small settings outside the sealed store: random ids and numbers, never anything about a family. */
const LAST = 'linnet.last'
const LOCK = 'linnet.lock'
const HIDDEN = 'linnet.hidden'

export const rememberPractitioner = (id: string): void => put(LAST, id)
export const lastPractitioner = (): string | undefined => get(LAST) ?? undefined

/** Back from the hidden page leads to an older page of the session; unlocking leads to the one that was hidden. */
export const rememberHidden = (): void => put(HIDDEN, 'yes', 'sessionStorage')
export function wasHidden(): boolean {
  const hidden = get(HIDDEN, 'sessionStorage') !== null
  put(HIDDEN, null, 'sessionStorage')
  return hidden
}

/** Within these bounds an unattended screen is never open for long. Seconds. */
export const LOCK_BOUNDS = { shown: { min: 60, max: 900 }, hidden: { min: 15, max: 300 } }
const bounded = ({ min, max }: { min: number; max: number }) => z.int().check(z.minimum(min), z.maximum(max))
const lockSchema = z.object({ shown: bounded(LOCK_BOUNDS.shown), hidden: bounded(LOCK_BOUNDS.hidden) })

export function lockTimes(): LockTimes {
  try {
    return lockSchema.parse(JSON.parse(get(LOCK) ?? ''))
  } catch {
    return LOCK_TIMES
  }
}
export const setLockTimes = (times: LockTimes): void => put(LOCK, JSON.stringify(times))

type Shelf = 'localStorage' | 'sessionStorage'

/** Null without it, or where the browser has no place for it. */
export const getSetting = (key: string): string | null => get(key)
export const putSetting = (key: string, value: string): void => put(key, value)

function get(key: string, shelf: Shelf = 'localStorage'): string | null {
  try {
    return window[shelf].getItem(key)
  } catch {
    return null
  }
}
/** Without these settings everything still works. Null takes one away. */
function put(key: string, value: string | null, shelf: Shelf = 'localStorage'): void {
  try {
    if (value === null) window[shelf].removeItem(key)
    else window[shelf].setItem(key, value)
  } catch {
    return
  }
}
