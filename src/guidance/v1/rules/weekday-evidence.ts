import { type Answer, chosen, dateIn, numberIn } from '../../../domain/answer.ts'
import { addDays, daysBetween, isDate } from '../../../domain/calendar.ts'
import { adultOf, substanceOf } from '../../../domain/subjects.ts'
import type { RecordView } from '../../../domain/view.ts'
import { has, saying } from './facts.ts'

/** The last use that fell on a weekday, and positive tests that can only show use on weekdays. */
export function useOnWeekdays(view: RecordView, use: string): Answer[] {
  const last = view.answersFor('CON-06', use).filter((a) => {
    const date = dateIn(a, 'last')
    return date !== undefined && !date.about && isDate(date.on) && isExact(a) && isWeekday(date.on)
  })
  const tests = saying(view, 'TRI-03', 'result', 'positive').filter(
    (t) => has(t, 'substance', substanceOf(use)) && has(t, 'person', adultOf(use)) && showsWeekdaysOnly(t),
  )
  return [...last, ...tests]
}

const isExact = (a: Answer): boolean => chosen(a, 'precision').every((p) => p === 'exact' || p === 'day')

function showsWeekdaysOnly(test: Answer): boolean {
  const taken = dateIn(test, 'taken-on')?.on ?? ''
  const window = numberIn(test, 'window-days')
  if (!isDate(taken) || window === undefined || window > 4) return false
  const first = addDays(taken, -window)
  return Array.from({ length: daysBetween(first, taken) + 1 }, (_, i) => addDays(first, i)).every(isWeekday)
}

/** Monday to Thursday: Friday belongs to the weekend of those who drink or use then. */
export function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 4
}
