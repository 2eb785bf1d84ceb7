/** A calendar date, `YYYY-MM-DD`; sorts and compares as text. */
export type CalendarDate = string

const DAY = 86_400_000

/** The first day that a partial date can mean; undefined for what is no date. */
export function dayOf(on: string): CalendarDate | undefined {
  const whole = on.length === 4 ? `${on}-01-01` : on.length === 7 ? `${on}-01` : on
  return isDate(whole) ? whole : undefined
}

/** The last day that a partial date can mean; undefined for what is no date. */
export function lastDayOf(on: string): CalendarDate | undefined {
  const first = dayOf(on)
  if (!first || on.length === 10) return first
  const [y, m] = numbers(first)
  return on.length === 4 ? `${on}-12-31` : addDays(`${m === 12 ? y + 1 : y}-${two((m % 12) + 1)}-01`, -1)
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const t = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(t) && new Date(t).toISOString().startsWith(text)
}

export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)

export const weeksBetween = (from: CalendarDate, to: CalendarDate): number => daysBetween(from, to) / 7

/** Whole months, counted as birthdays are: 31 January to 28 February is none. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const [fy, fm, fd] = numbers(from)
  const [ty, tm, td] = numbers(to)
  return (ty - fy) * 12 + (tm - fm) - (td < fd ? 1 : 0)
}

export function addDays(from: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

const two = (n: number): string => String(n).padStart(2, '0')

function numbers(date: CalendarDate): [number, number, number] {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number)
  return [y, m, d]
}
