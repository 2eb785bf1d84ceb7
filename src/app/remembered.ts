import * as z from 'zod/mini'
import { LOCK_TIMES, type LockTimes } from '../machines/lock-watch.ts'

/** Small settings outside the sealed store: random ids and numbers, never anything about a family. */
const LAST = 'linnet.last'
const LOCK = 'linnet.lock'

export const rememberPractitioner = (id: string): void => put(LAST, id)
export const lastPractitioner = (): string | undefined => get(LAST) ?? undefined

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

function get(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
/** Without these settings everything still works. */
function put(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    return
  }
}
