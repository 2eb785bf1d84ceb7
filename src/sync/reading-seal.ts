/**
 * Whether what came from the server, and was recorded elsewhere, may be shown on this device. What was recorded here is
 * always shown, and recording is never asked about.
 * - `sealed`: it is kept and not shown, until the server answers again.
 * - `erase`: not shown either, and what the server is known to hold need not be kept any longer.
 */
export type Reading = 'open' | 'sealed' | 'erase'

/** As whoever runs the server has set them: hours and days since the server answered last. */
export interface ReadingLimits {
  sealsAfterHours: number
  erasedAfterDays: number
}

/** What may be set: beyond it a limit would seal at once, or never. */
export const READING_BOUNDS = {
  hours: { least: 1, most: 90 * 24, usual: 72 },
  days: { least: 1, most: 365, usual: 30 },
} as const
export const USUAL_LIMITS: ReadingLimits = {
  sealsAfterHours: READING_BOUNDS.hours.usual,
  erasedAfterDays: READING_BOUNDS.days.usual,
}

/** Milliseconds by this device's clock. `contact`: null for never. `latest`: the latest that it has shown since; null for no later. */
export interface ClockSeen {
  contact: number | null
  latest: number | null
}

const HOUR = 3_600_000
/** By so much a clock may be set right without anything being made of it. */
const TOLERANCE = 5 * 60_000

/**
 * A clock that was put back closes, since it could stand still in that way for ever, and never erases. One that was put
 * forward closes too soon: the next contact opens it.
 */
export function readingOf({ contact, latest }: ClockSeen, now: number, limits: ReadingLimits): Reading {
  if (contact === null) return 'open'
  if (!(now >= Math.max(contact, latest ?? contact) - TOLERANCE)) return 'sealed'
  if (now - contact < limits.sealsAfterHours * HOUR) return 'open'
  return now - contact < limits.erasedAfterDays * 24 * HOUR ? 'sealed' : 'erase'
}

/** What an answer of the server told, or nothing usable: then null, and what was told before stands. Clamped to the bounds. */
export function limitsTold(told: unknown): ReadingLimits | null {
  const { sealsAfterHours, erasedAfterDays } = (told ?? {}) as Partial<Record<keyof ReadingLimits, unknown>>
  if (!Number.isFinite(sealsAfterHours) || !Number.isFinite(erasedAfterDays)) return null
  const hours = clamped(sealsAfterHours as number, READING_BOUNDS.hours)
  const days = clamped(erasedAfterDays as number, READING_BOUNDS.days)
  // Nothing is erased that was never sealed.
  return { sealsAfterHours: hours, erasedAfterDays: Math.max(days, hours / 24) }
}

const clamped = (n: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, n))
