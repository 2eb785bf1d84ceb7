import { chosen, dateIn, numberIn } from '../../../domain/answer.ts'
import { addDays, dayOf, daysBetween, weeksBetween } from '../../../domain/calendar.ts'
import type { Rule } from '../../../domain/finding.ts'
import { adultOf, substanceOf } from '../../../domain/subjects.ts'
import { WEEKS, weeklyUnits } from '../../../domain/use-facts.ts'
import type { RecordView } from '../../../domain/view.ts'
import { DEFAULTS } from '../defaults.ts'
import {
  about,
  atLeast,
  declaredByAnother,
  has,
  mayConcern,
  overall,
  rowsWith,
  saying,
  sayingOf,
  signs,
  signsOfUse,
  usesNotNow,
  usesNow,
} from './facts.ts'
import { contradiction } from './rule.ts'
import { reliedOn } from './tests-relied-on.ts'
import { isWeekday, useOnWeekdays } from './weekday-evidence.ts'

const LOWER_RISK_UNITS = 14
/** The most that an AUDIT-C answer allows: days a week, and units on such a day. */
const DAYS_A_WEEK: Record<string, number> = {
  never: 0,
  monthly: 0.25,
  '2-4-month': 1,
  '2-3-week': 3,
  '4-plus-week': 7,
}
const UNITS_A_DAY: Record<string, number> = { '1-2': 2, '3-4': 4, '5-6': 6, '7-9': 9, '10-plus': 99 }
const ROUNDING = 1.2
const MONDAY_TO_THURSDAY = ['mon', 'tue', 'wed', 'thu']
/** More days than Friday, Saturday and Sunday take in a weekday. */
const WEEKEND_DAYS = 3
const USED = ['some-days', 'most-days', 'daily', 'binges']
/** The week of the pregnancy in which a period begins. Use before it, or after the birth, does not speak of stopping in it. */
const PERIOD_FROM_WEEK: Record<string, number> = { 'weeks-13-27': 13, 'weeks-28-birth': 28 }

export const contradictionsOfUse: readonly Rule[] = [
  contradiction(
    'RC-01',
    {
      when: 'An adult says they stopped or never used a substance, signs of that substance were noted, and nobody else there has declared it',
      prompt: 'You noted signs that do not fit "not using now". What else could explain them? Have you asked?',
      topics: ['K-USE'],
      requirements: ['NSPCC-11', 'NSPCC-44'],
    },
    (view) =>
      usesNotNow(view).flatMap((use) => {
        const shared = declaredByAnother(view, use).length > 0
        const seen = signsThatFit(view, use).filter((s) => !shared || chosen(s, 'person').length > 0)
        return seen.length > 0 ? [about(use.subject, use, ...seen)] : []
      }),
  ),
  contradiction(
    'RC-02',
    {
      when: 'An adult who was seen says they use nothing now, and seemed drowsy, slurred, agitated or in withdrawal',
      prompt: 'What you saw does not fit "not using now". Think of illness, medicines and tiredness as well as use.',
      topics: ['K-USE'],
      requirements: ['NSPCC-11', 'NSPCC-44'],
    },
    (view) => {
      const seen = signs(view, 'drowsy-slurred', 'agitated', 'withdrawal-signs')
      return view.subjects('adult').flatMap((adult) => {
        const own = usesNotNow(view).filter((u) => adultOf(u.subject) === adult.id)
        const declares = usesNow(view).some((u) => adultOf(u.subject) === adult.id)
        const fitting = seen.filter((s) => mayConcern(s, adult.id))
        return own.length > 0 && !declares && fitting.length > 0 ? [about(adult.id, ...own, ...fitting)] : []
      })
    },
  ),
  contradiction(
    'RC-03',
    {
      when: 'An adult says they do not use a substance now, and a test for it inside its window was positive',
      prompt: 'The test and the account differ. Ask a specialist what this result can and cannot show.',
      topics: ['K-USE'],
      requirements: ['NSPCC-37', 'SSIA-65'],
    },
    (view) =>
      usesNotNow(view).flatMap((use) => {
        const tests = saying(view, 'TRI-03', 'result', 'positive').filter(
          (t) =>
            has(t, 'substance', substanceOf(use.subject)) &&
            has(t, 'person', adultOf(use.subject)) &&
            !isWindowPast(view, t),
        )
        return tests.length > 0 ? [about(use.subject, use, ...tests)] : []
      }),
  ),
  contradiction(
    'RC-04',
    {
      when: 'Lower-risk or weekend-only drinking is described, and empties or a smell of alcohol suggest more',
      prompt: 'The amount and the signs differ. Go through the drinks again together, day by day.',
      topics: ['K-AMT'],
      requirements: ['NSPCC-47', 'NSPCC-11'],
    },
    (view) =>
      usesNow(view)
        .filter((u) => substanceOf(u.subject) === 'alcohol')
        .flatMap((use) => {
          const low = weeklyUnits(view, use.subject)
            .filter((week) => week.units <= LOWER_RISK_UNITS)
            .flatMap((week) => week.because)
          const weekends = sayingOf(view, 'CON-05', use.subject, 'pattern', 'weekends-only')
          const seen = [...signsOfUse(view, use), ...spendingBeyond(view, use.subject)]
          return low.length + weekends.length > 0 && seen.length > 0
            ? [about(use.subject, use, ...low, ...weekends, ...seen)]
            : []
        }),
  ),
  contradiction(
    'RC-05',
    {
      when: 'The AUDIT-C answers cannot add up to the weekly units recorded',
      prompt: 'The screening answers and the drinks do not match. Check units and glass sizes.',
      topics: ['K-AMT'],
      requirements: ['NSPCC-47'],
    },
    (view) =>
      view.answers('CON-17').flatMap((screen) => {
        const days = DAYS_A_WEEK[chosen(screen, 'q1')[0] ?? '']
        const most = days === 0 ? 0 : UNITS_A_DAY[chosen(screen, 'q2')[0] ?? '']
        if (days === undefined || most === undefined) return []
        const use = `${screen.subject}:alcohol`
        const over = weeklyUnits(view, use)
          .filter((week) => week.units > days * most * ROUNDING)
          .flatMap((week) => week.because)
        return over.length > 0 ? [about(use, screen, ...over)] : []
      }),
  ),
  contradiction(
    'RC-06',
    {
      when: 'An adult says they stopped on learning of the pregnancy, and the last use recorded is later',
      prompt: 'The dates differ. Go through the calendar together.',
      topics: ['K-PREG'],
      requirements: ['NSPCC-14', 'NSPCC-51'],
    },
    (view) => {
      const known = view.answers('PRE-03').filter((a) => numberIn(a, 'known-weeks') !== undefined)
      const isLaterThanKnown = (week: number) => known.some((k) => week > (numberIn(k, 'known-weeks') ?? 0))
      return saying(view, 'CON-08', 'stopped', 'when-pregnant').flatMap((stop) => {
        const later = view.answersFor('CON-06', stop.subject).filter((last) => {
          const week = weekOfLastUse(view, last)
          return week !== undefined && isLaterThanKnown(week)
        })
        const periods = view
          .answersFor('CON-07', stop.subject)
          .filter((a) => rowsWith(a, 'periods', ...USED).some((row) => isLaterThanKnown(PERIOD_FROM_WEEK[row] ?? 0)))
        const all = [...later, ...periods]
        return all.length > 0 ? [about(stop.subject, stop, ...all, ...known)] : []
      })
    },
  ),
  contradiction(
    'RC-07',
    {
      when: 'One service holds that there is use now, and another that there is none',
      prompt: 'Services hold different pictures. Agree which is current, and tell both.',
      topics: ['K-USE'],
      requirements: ['NSPCC-52', 'NSPCC-09'],
    },
    (view) => {
      const now = saying(view, 'AGY-03', 'use-held', 'current')
      const not = saying(view, 'AGY-03', 'use-held', 'past', 'none')
      return now.length > 0 && not.length > 0 ? [overall(...now, ...not)] : []
    },
  ),
  contradiction(
    'RC-32',
    {
      when: 'A negative test is relied on, and its window has passed, it was not supervised, or it does not look for the substance',
      prompt: 'A negative result here does not show that there was no use.',
      topics: ['K-USE'],
      requirements: ['NSPCC-37', 'SSIA-65'],
    },
    (view) =>
      reliedOn(view)
        .filter(
          ({ test: t, otherSubstance }) =>
            otherSubstance || has(t, 'supervised', 'no') || has(t, 'panel', 'no') || isWindowPast(view, t),
        )
        .map(({ test, because }) => about(chosen(test, 'person')[0] ?? '-', test, ...because)),
  ),
  contradiction(
    'RC-34',
    {
      when: 'Use is said to be at weekends only, and there is use or a sign of it on a weekday',
      prompt: 'The pattern and the evidence differ. Do the seven days again together.',
      topics: ['K-AMT'],
      requirements: ['NSPCC-14', 'NSPCC-44'],
    },
    (view) =>
      saying(view, 'CON-05', 'pattern', 'weekends-only').flatMap((pattern) => {
        const days = view
          .answersFor('CON-02', pattern.subject)
          .filter(
            (a) =>
              rowsWith(a, 'days', 'used').some((d) => MONDAY_TO_THURSDAY.includes(d)) ||
              WEEKS.some((week) => atLeast(a, week, WEEKEND_DAYS + 1)) ||
              atLeast(a, 'days-28', 4 * WEEKEND_DAYS + 1),
          )
        const seen = signsOfUse(view, pattern).filter((s) => chosen(s, 'person').length > 0 && isOnAWeekday(s))
        const other = useOnWeekdays(view, pattern.subject)
        const all = [...days, ...seen, ...other]
        return all.length > 0 ? [about(pattern.subject, pattern, ...all)] : []
      }),
  ),
  contradiction(
    'RC-35',
    {
      when: 'A sign in the home fits what one adult has declared, and another adult\'s "not using now"',
      prompt: 'Whose is it? Record who you think it belongs to, and why. Do not assume either way.',
      topics: ['K-USE'],
      requirements: ['NSPCC-44', 'NSPCC-11'],
    },
    (view) =>
      usesNotNow(view).flatMap((use) => {
        const declared = declaredByAnother(view, use)
        const seen = signsOfUse(view, use).filter((s) => chosen(s, 'person').length === 0)
        return declared.length > 0 && seen.length > 0 ? [about(use.subject, use, ...declared, ...seen)] : []
      }),
  ),
]

/** Signs of the substance itself; deals or scales fit any substance that is said not to be used. */
function signsThatFit(view: RecordView, use: Parameters<typeof signsOfUse>[1]) {
  const trade = signs(view, 'deals-scales').filter((s) => mayConcern(s, adultOf(use.subject)))
  return [...signsOfUse(view, use), ...trade]
}

/** The earliest week of the pregnancy in which the last use can have been; undefined where that cannot be told. */
function weekOfLastUse(view: RecordView, last: Parameters<typeof dateIn>[0]): number | undefined {
  const day = dayOf(dateIn(last, 'last')?.on ?? '')
  if (day === undefined || view.weeksPregnant === undefined) return undefined
  const precision = chosen(last, 'precision')[0]
  const earliest = precision === 'week' ? addDays(day, -6) : precision === 'month' ? `${day.slice(0, 7)}-01` : day
  return view.weeksPregnant - weeksBetween(earliest, view.today)
}

function isWindowPast(view: RecordView, test: Parameters<typeof dateIn>[0]): boolean {
  const taken = dayOf(dateIn(test, 'taken-on')?.on ?? '')
  const window = numberIn(test, 'window-days')
  return taken !== undefined && window !== undefined && daysBetween(taken, view.today) > window
}

const isOnAWeekday = (sign: Parameters<typeof dateIn>[0]): boolean =>
  isWeekday(dayOf(dateIn(sign, 'on')?.on ?? '') ?? '')

/** More is spent on drink in a week than the units that were told can cost. */
const spendingBeyond = (view: RecordView, use: string) =>
  view.answersFor('CON-03', use).filter((a) => {
    const [units, spent] = [numberIn(a, 'units-week'), numberIn(a, 'spend-week')]
    return units !== undefined && spent !== undefined && spent > units * DEFAULTS.poundsAUnit.value
  })
