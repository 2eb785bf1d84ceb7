import type { AccountDatabase } from './task.ts'

/** What everything about accounts needs from outside. */
export interface AccountParts {
  db: AccountDatabase
  /** Milliseconds since 1970. Processes that share a database keep their clocks together within seconds. */
  now(): number
  /** A new random id. */
  newId(): string
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** As times are stored: their order as text is their order in time. */
export const iso = (ms: number): string => new Date(ms).toISOString()
