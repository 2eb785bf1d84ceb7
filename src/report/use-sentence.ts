import { type Answer, chosen, dateIn, drinksIn, isBlank, numberIn, textIn } from '../domain/answer.ts'
import { dayOf } from '../domain/calendar.ts'
import { adultOf, idOfUse } from '../domain/subjects.ts'
import { asUnits, type Drinks, unitsOf } from '../domain/units.ts'
import { independentSources, USE, WEEKS } from '../domain/use-facts.ts'
import type { RecordView } from '../domain/view.ts'
import { dateInWords, optionInWords } from './answer-words.ts'
import { consumptionWords as words } from './consumption-words.ts'
import { drinkWords } from './drink-words.ts'
import { subjectIdInWords } from './subject-words.ts'
import { recordWords } from './words.ts'

const WITH_CHILD = 'CON-15'
const STOPPED = 'CON-08'

/**
 * One use in one plain sentence: what is said, when last, where the children are then, and who it comes from. Where people
 * recorded different things it says so; what matters and is not known is said as not known.
 */
export function sentenceOfUse(view: RecordView, use: string): string {
  const pieces = [
    lead(view, use),
    ...(isPast(view, use) ? stopped(view, use) : []),
    ...(isUsedIn12Months(view, use) ? [last(view, use)] : []),
    ...(isUsedNow(view, use) ? children(view, adultOf(use)) : []),
    sources(view, use),
  ]
  return `${pieces.filter(Boolean).join('; ')}.`
}

export const statusesOf = (view: RecordView, use: string): readonly string[] => [
  ...new Set(view.answersFor(USE.status, use).flatMap((a) => chosen(a, 'status'))),
]
const isUsedNow = (view: RecordView, use: string) => statusesOf(view, use).includes('now')
const isUsedIn12Months = (view: RecordView, use: string) =>
  isUsedNow(view, use) || statusesOf(view, use).includes('last-12-months')
const isPast = (view: RecordView, use: string) =>
  statusesOf(view, use).some((s) => s === 'last-12-months' || s === 'longer-ago')

function lead(view: RecordView, use: string): string {
  const statuses = statusesOf(view, use)
  const question = view.question(USE.status)
  const [only, second] = statuses
  if (second !== undefined) {
    return words.statusDiffers(statuses.map((s) => (question ? optionInWords(question, 'status', s) : s)))
  }
  switch (only) {
    case 'now':
      return `${begins(view, use, [USE.status, USE.amount, USE.days])} ${amountAndDays(view, use)}`
    case 'last-12-months':
      return `${begins(view, use, [USE.status])} ${words.not28}`
    case 'longer-ago':
      return `${begins(view, use, [USE.status])} ${words.not12}`
    case 'declined':
      return words.declined
    default: {
      const why = blankOf(view, USE.status, use)
      return why ? words.statusBlank(why) : words.statusOpen
    }
  }
}

function begins(view: RecordView, use: string, questions: readonly string[]): string {
  const bases = new Set(
    questions.flatMap((q) => view.answersFor(q, use).map((a) => a.entry.basis?.how ?? ('said' as const))),
  )
  const [only, second] = bases
  return second || !only ? words.beginsMixed : words.begins[only]
}

/** What is known comes first; what matters and is not known is a piece of its own. */
function amountAndDays(view: RecordView, use: string): string {
  const known = [amount(view, use), days(view, use)]
  const said = [...known.flatMap((k) => k.said ?? []), ...times(view, use)]
  const open = known.flatMap((k) => k.open ?? [])
  return [said.length > 0 ? said.join(', ') : words.usesNow, ...open].join('; ')
}

interface Known {
  said?: string
  open?: string
}

function amount(view: RecordView, use: string): Known {
  const [only, second] = distinct(view.answersFor(USE.amount, use).flatMap((a) => amountIn(view, a) ?? []))
  if (second) return { open: words.amountDiffers }
  if (only) return { said: only }
  const why = blankOf(view, USE.amount, use)
  return { open: why ? words.amountBlank(why) : words.amountOpen }
}

function amountIn(view: RecordView, a: Answer): string | undefined {
  const said = textIn(a, 'as-said')
  if (said) return said
  const drinks = drinksIn(a, 'typical-drinks')
  if (drinks.length > 0) return drinksShort(drinks)
  const [typical, most] = [numberIn(a, 'typical'), numberIn(a, 'most')]
  if (typical !== undefined) return measured(view, a, typical)
  return most === undefined ? undefined : words.most(measured(view, a, most))
}

function drinksShort(drinks: readonly Drinks[]): string {
  const total = unitsOf(drinks)
  const units = total === 'incomplete' ? drinkWords.notAddedUp : drinkWords.units(asUnits(total.tenths))
  return `${words.and(drinks.map(drinkWords.sort))} (${units})`
}

function measured(view: RecordView, a: Answer, n: number): string {
  const measure = chosen(a, 'measure')[0] ?? ''
  const question = view.question(USE.amount)
  const label = question ? optionInWords(question, 'measure', measure).toLowerCase() : measure
  return words.measured(String(n), textIn(a, 'measure-other') || words.measures[measure] || label).trim()
}

function days(view: RecordView, use: string): Known {
  const [only, second] = distinct(view.answersFor(USE.days, use).flatMap((a) => daysIn(a) ?? []))
  if (second) return { open: words.daysDiffer }
  if (only) return { said: only }
  const why = blankOf(view, USE.days, use)
  return { open: why ? words.daysBlank(why) : words.daysOpen }
}

function daysIn(a: Answer): string | undefined {
  const week = numberIn(a, 'days-7')
  if (week !== undefined) return words.days7(week)
  const weeks = WEEKS.flatMap((id) => numberIn(a, id) ?? [])
  const month = numberIn(a, 'days-28') ?? (weeks.length === WEEKS.length ? sum(weeks) : undefined)
  return month === undefined ? undefined : words.days28(month)
}

function times(view: RecordView, use: string): string[] {
  const answers = view.answersFor(USE.times, use)
  const said = distinct(
    answers.map((a) =>
      [
        words.and(chosen(a, 'times').map((t) => words.times[t] ?? t)),
        ...chosen(a, 'pattern').flatMap((p) => words.patterns[p] ?? []),
      ]
        .filter(Boolean)
        .join(', '),
    ),
  )
  return said.length > 1 ? [words.timesDiffer] : said.filter(Boolean)
}

function stopped(view: RecordView, use: string): string[] {
  return distinct(
    view.answersFor(STOPPED, use).flatMap((a) => {
      const how = words.stopped[chosen(a, 'stopped')[0] ?? '']
      const on = dateIn(a, 'on')
      return how ? [on ? `${how}, ${dateInWords(on)}` : how] : []
    }),
  )
}

function last(view: RecordView, use: string): string {
  const said = distinct(view.answersFor(USE.last, use).flatMap((a) => lastIn(a) ?? []))
  if (said.length > 1) return words.lastDiffers
  const why = blankOf(view, USE.last, use)
  return said[0] ?? (why ? words.lastBlank(why) : words.lastOpen)
}

const weekday = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })

function lastIn(a: Answer): string | undefined {
  const date = dateIn(a, 'last')
  const day = date && dayOf(date.on)
  const much = textIn(a, 'amount')
  const more = much ? words.lastAmount(much) : ''
  if (!date || !day) return undefined
  const inFull = weekday.format(Date.parse(`${day}T00:00:00Z`))
  const isWholeDay = date.on.length === 10
  const precision = chosen(a, 'precision')[0]
  if (isWholeDay && precision === 'week') return words.lastInWeek(dateInWords({ on: day })) + more
  if (isWholeDay && precision === 'month') return words.lastIn(dateInWords({ on: day.slice(0, 7) })) + more
  if (date.about) return words.lastAbout(dateInWords(date)) + more
  if (!isWholeDay) return words.lastIn(dateInWords(date)) + more
  const time = textIn(a, 'time')
  return words.lastOn(inFull) + (time ? words.at(time) : '') + more
}

/** Where each born child is when this adult uses, and who is in charge. */
export function children(view: RecordView, adult: string): string[] {
  const here = view.subjects('child').filter((c) => view.mayBeBorn(c.id))
  const together = distinct(
    here.flatMap((c) => view.answersFor(WITH_CHILD, idOfUse(adult, c.id)).map((a) => textIn(a, 'adult-where'))),
  ).filter(Boolean)
  return [...together, ...here.map((c) => childThen(view, adult, c.id))]
}

function childThen(view: RecordView, adult: string, child: string): string {
  const name = subjectIdInWords(view, child)
  const pair = idOfUse(adult, child)
  const said = distinct(view.answersFor(WITH_CHILD, pair).flatMap((a) => whereIn(view, a) ?? []))
  if (said.length > 1) return words.childDiffers(name)
  const why = blankOf(view, WITH_CHILD, pair)
  if (said[0]) return words.childThen(name, said[0])
  return why ? words.childBlank(name, why) : words.childOpen(name)
}

function whereIn(view: RecordView, a: Answer): string | undefined {
  const question = view.question(WITH_CHILD)
  const where = chosen(a, 'where').map((o) => (question ? optionInWords(question, 'where', o).toLowerCase() : o))
  const people = chosen(a, 'in-charge').map((id) => subjectIdInWords(view, id))
  const charge = people.length > 0 ? [words.inCharge(words.and(people), chosen(a, 'confirmed').includes('yes'))] : []
  const all = [...where, ...charge]
  return all.length > 0 ? all.join(', ') : undefined
}

function sources(view: RecordView, use: string): string {
  const independent = independentSources(view, use)
  if (independent.length > 0) return words.independent(independent)
  if (isSelfReportOnly(view, use)) return words.selfReportOnly
  return view.standing(USE.status, use).length > 0 ? words.notSaidHow : ''
}

/** Somebody said it, and nobody but the adult, a partner or family. */
export const isSelfReportOnly = (view: RecordView, use: string): boolean =>
  independentSources(view, use).length === 0 &&
  view.answersFor(USE.status, use).some((a) => chosen(a, 'sources').length > 0 || a.entry.basis?.how === 'said')

/** The honest blank that stands in a slot, in words; empty where an answer stands, or nothing. */
function blankOf(view: RecordView, question: string, subject: string): string {
  const blank = view.standing(question, subject).flatMap((a) => (isBlank(a.value) ? [a.value.blank] : []))[0]
  return blank === undefined ? '' : recordWords.blanks[blank].toLowerCase()
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
