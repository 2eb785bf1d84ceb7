import { type Answer, chosen, drinksIn, numberIn } from './answer.ts'
import { SOURCES, type Source } from './claim-status.ts'
import type { Basis } from './entry.ts'
import { adultOf, substanceOf } from './subjects.ts'
import { asUnits, inTenths, unitsOf } from './units.ts'
import type { RecordView } from './view.ts'

/** The questions about one use. Their ids are part of the record's shape, not of its wording. */
export const USE = {
  status: 'CON-01',
  days: 'CON-02',
  amount: 'CON-03',
  route: 'CON-04',
  times: 'CON-05',
  last: 'CON-06',
  pattern: 'CON-07',
  triggers: 'CON-11',
} as const
const TEST = 'TRI-03'

/** UK units in a usual week, by one of several ways that need not agree: none of them is the right one. */
export interface WeeklyUnits {
  units: number
  from: 'typed' | 'week-drinks' | 'usual-day'
  /** The answers that it rests on. */
  because: readonly Answer[]
}

/** All that is recorded, or follows, of one use. Empty where nothing can be counted: that is not nothing. */
export function weeklyUnits(view: RecordView, use: string): readonly WeeklyUnits[] {
  const days = view.answersFor(USE.days, use)
  return view.answersFor(USE.amount, use).flatMap((a): WeeklyUnits[] => {
    const typed = numberIn(a, 'units-week')
    const week = tenthsOf(a, 'week-drinks')
    return [
      ...(typed === undefined ? [] : [{ units: typed, from: 'typed' as const, because: [a] }]),
      ...(week === undefined ? [] : [{ units: asUnits(week), from: 'week-drinks' as const, because: [a] }]),
      ...usualDay(a).flatMap((tenths) =>
        days.flatMap((d) => {
          const perFourWeeks = daysInFourWeeks(d)
          if (perFourWeeks === undefined) return []
          return [
            { units: asUnits(Math.round((tenths * perFourWeeks) / 4)), from: 'usual-day' as const, because: [a, d] },
          ]
        }),
      ),
    ]
  })
}

/** The units of a usual day, as added up from the drinks and as typed; in tenths. */
export function usualDay(amount: Answer): readonly number[] {
  const built = tenthsOf(amount, 'typical-drinks')
  const said = chosen(amount, 'measure').includes('units') ? numberIn(amount, 'typical') : undefined
  return [...new Set([...(built === undefined ? [] : [built]), ...(said === undefined ? [] : [inTenths(said)])])]
}

/** Days of use in four weeks; four times the last seven days where only those are known. */
function daysInFourWeeks(days: Answer): number | undefined {
  const weeks = WEEKS.flatMap((id) => numberIn(days, id) ?? [])
  const whole = numberIn(days, 'days-28') ?? (weeks.length === 4 ? weeks.reduce((sum, n) => sum + n, 0) : undefined)
  const lastWeek = numberIn(days, 'days-7')
  return whole ?? (lastWeek === undefined ? undefined : lastWeek * 4)
}
export const WEEKS = ['days-7', 'days-8-14', 'days-15-21', 'days-22-28'] as const

function tenthsOf(amount: Answer, part: string): number | undefined {
  const drinks = drinksIn(amount, part)
  const total = drinks.length > 0 && chosen(amount, 'measure').includes('units') ? unitsOf(drinks) : 'incomplete'
  return total === 'incomplete' ? undefined : total.tenths
}

/**
 * The kinds of source, other than the adult, a partner or family, from which anything about this use is known. It says who
 * spoke, not whether they agree.
 */
export function independentSources(view: RecordView, use: string): readonly Source[] {
  const answers = Object.values(USE).flatMap((q) => view.answersFor(q, use))
  const named = view.answersFor(USE.status, use).flatMap((a) => chosen(a, 'sources'))
  const found = new Set<string>([
    ...named,
    ...answers.flatMap((a) => SOURCE_OF_BASIS[a.entry.basis?.how ?? 'said'] ?? []),
    ...(view.answers(TEST).some((t) => isTestOf(t, use)) ? ['test'] : []),
  ])
  return SOURCES.filter((s) => s !== 'adult' && s !== 'partner-family' && found.has(s))
}

const SOURCE_OF_BASIS: Partial<Record<Basis, Source>> = {
  seen: 'observation',
  record: 'record',
  test: 'test',
  child: 'child',
}

/** A negative result speaks of a substance only when the test looked for it and somebody watched. */
function isTestOf(test: Answer, use: string): boolean {
  const its = (part: string, option: string) => chosen(test, part).includes(option)
  if (!its('person', adultOf(use)) || !its('substance', substanceOf(use))) return false
  return its('result', 'positive') || (its('result', 'negative') && its('supervised', 'yes') && its('panel', 'yes'))
}
