/** How long the screen may stand still before it locks. Seconds. */
export interface LockTimes {
  shown: number
  hidden: number
}
export const LOCK_TIMES: LockTimes = { shown: 300, hidden: 60 }

/** Both clocks in milliseconds: `wall` can be set by anybody, `running` only goes forward and may stop in sleep. */
export interface Moment {
  wall: number
  running: number
}

export interface Watch {
  /** When somebody last touched this screen, or another tab of it. */
  active: Moment
  /** When the page was hidden; null while it is shown. */
  hiddenSince: Moment | null
  /** When the clocks were last read. */
  read: Moment
}

export type LockReason = 'idle' | 'hidden' | 'slept' | 'clock-moved-back'

const DRIFT = 2_000

/** Why the screen must lock now, or null. Read often, and before anything is shown again. */
export function lockDue(watch: Watch, now: Moment, times: LockTimes): LockReason | null {
  if (now.wall < watch.read.wall - DRIFT) return 'clock-moved-back'
  const unread = now.wall - watch.read.wall
  if (unread >= times.hidden * 1000) return 'slept'
  if (watch.hiddenSince && since(watch.hiddenSince, now) >= times.hidden * 1000) {
    return since(watch.active, now) >= times.hidden * 1000 ? 'hidden' : null
  }
  return since(watch.active, now) >= times.shown * 1000 ? 'idle' : null
}

/** The longer of the two: neither a clock that was set nor one that stood still makes the wait longer. */
const since = (then: Moment, now: Moment): number => Math.max(now.wall - then.wall, now.running - then.running)
