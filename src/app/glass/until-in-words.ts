import { dayOfInstantInWords, timeInWords, whenInWords } from '../../report/words.ts'

/** The time alone where it is of the same day. Both in milliseconds. */
export function untilInWords(until: number, now: number): string {
  const [end, today] = [until, now].map((at) => new Date(at).toISOString()) as [string, string]
  return dayOfInstantInWords(end) === dayOfInstantInWords(today) ? timeInWords(end) : whenInWords(end)
}
