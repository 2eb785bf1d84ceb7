import { type Answer, dateIn, numberIn } from '../../../domain/answer.ts'
import { dayOf, weeksBetween } from '../../../domain/calendar.ts'
import type { RecordView } from '../../../domain/view.ts'

/** Ways of dating a pregnancy may be this many weeks apart before they do not fit. */
const SPREAD_WEEKS = 1.5

/**
 * Everything that dates the pregnancy of one adult, where it does not fit together: due date, last period, weeks as told
 * and the booking, of everybody who recorded any; and the due date given for the unborn baby.
 */
export function datesThatDoNotFit(view: RecordView, adult: string): Answer[] {
  const dates = view.answersFor('PRE-02', adult)
  const babies = view.subjects('child').filter((c) => view.isUnborn(c.id))
  const due = babies.length === 1 ? babies.flatMap((c) => dueDates(view, c.id)) : []
  const dated = [...dates, ...due].flatMap((answer) => weeksNow(view, answer).map((weeks) => ({ answer, weeks })))
  const weeks = dated.map((d) => d.weeks)
  if (dates.length === 0 || weeks.length === 0) return []
  const booked = view.answersFor('PRE-03', adult).filter((b) => (numberIn(b, 'weeks') ?? 0) > Math.max(...weeks) + 1)
  const apart = Math.max(...weeks) - Math.min(...weeks) > SPREAD_WEEKS
  return apart || booked.length > 0 ? [...new Set([...dated.map((d) => d.answer), ...booked])] : []
}

const dueDates = (view: RecordView, child: string): readonly Answer[] =>
  view.answersFor('CHD-01', child).filter((a) => dateIn(a, 'due') !== undefined)

/** Weeks of pregnancy today, by each way of dating that one answer holds. */
function weeksNow(view: RecordView, answer: Answer): number[] {
  const since = answer.entry.observedOn ?? answer.entry.recordedAt.slice(0, 10)
  const due = dayOf(dateIn(answer, 'due')?.on ?? '')
  const period = dayOf(dateIn(answer, 'last-period')?.on ?? '')
  const told = numberIn(answer, 'weeks')
  return [
    ...(due ? [40 - weeksBetween(view.today, due)] : []),
    ...(period ? [weeksBetween(period, view.today)] : []),
    ...(told === undefined ? [] : [told + weeksBetween(since, view.today)]),
  ]
}
