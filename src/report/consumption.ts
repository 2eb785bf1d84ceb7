import { cells, chosen, isBlank, textIn } from '../domain/answer.ts'
import type { Source } from '../domain/claim-status.ts'
import { idOfUse, type Subject } from '../domain/subjects.ts'
import { independentSources, USE, weeklyUnits } from '../domain/use-facts.ts'
import type { RecordView } from '../domain/view.ts'
import { auditLines } from './audit-lines.ts'
import { consumptionWords as words } from './consumption-words.ts'
import { slotInWords } from './slot-words.ts'
import { subjectInWords, substanceInWords } from './subject-words.ts'
import { isSelfReportOnly, sentenceOfUse, statusesOf } from './use-sentence.ts'

export interface Fact {
  label: string
  /** One line for each thing recorded. */
  lines: readonly string[]
}

/** How use went over time, as one person recorded it. */
export interface Pattern {
  kind: 'periods' | 'quarters'
  /** Who recorded it, where several people did. */
  by: string
  /** What stands in each period, by ids. */
  cells: Readonly<Record<string, string>>
}

export interface UsePicture {
  use: string
  substance: string
  sentence: string
  independent: readonly Source[]
  selfReportOnly: boolean
  patterns: readonly Pattern[]
  facts: readonly Fact[]
}

export interface AdultPicture {
  adult: string
  name: string
  uses: readonly UsePicture[]
  /** Substances of which nothing more is told: never used, not asked, not known, untouched. */
  others: readonly string[]
  screens: readonly string[]
  treatment: { adult: readonly string[]; service: readonly string[] } | undefined
  children: readonly Fact[]
}

/** The consumption picture of each adult of whom anything is recorded, made from the answers as they stand. */
export function consumptionOf(view: RecordView): readonly AdultPicture[] {
  return view
    .subjects('adult')
    .map((adult) => adultPicture(view, adult))
    .filter(
      (a) => a.uses.length > 0 || a.screens.length > 0 || a.treatment !== undefined || isAnyRecorded(view, a.adult),
    )
}

const TREATMENT = 'CON-09'
const SERVICE = 'AGY-04'
const CONFIRMED = 'PRO-03'
const WITH_CHILD = 'CON-15'
const IMPACT = 'CON-16'
const STOPPED = 'CON-08'
const DANGER = 'CON-10'
const PROBLEM = 'CON-14'

function adultPicture(view: RecordView, adult: Subject): AdultPicture {
  const substances = substancesOf(view)
  const shown = substances.filter((s) => isToldOf(view, idOfUse(adult.id, s)))
  return {
    adult: adult.id,
    name: subjectInWords(view, adult),
    uses: shown.map((s) => pictureOfUse(view, adult.id, s)),
    others: others(
      view,
      adult.id,
      substances.filter((s) => !shown.includes(s)),
    ),
    screens: auditLines(view, adult.id),
    treatment: treatmentOf(view, adult.id),
    children: childrenThen(view, adult.id),
  }
}

/** Used at some time, not said, or told of in some other answer. */
function isToldOf(view: RecordView, use: string): boolean {
  const more = [...Object.values(USE).filter((q) => q !== USE.status), STOPPED, DANGER, PROBLEM, IMPACT]
  return statusesOf(view, use).some((s) => s !== 'never') || more.some((q) => view.answersFor(q, use).length > 0)
}

const substancesOf = (view: RecordView) => (view.question(USE.status)?.subjectRows ?? []).map((row) => row.id)
const isAnyRecorded = (view: RecordView, adult: string): boolean =>
  substancesOf(view).some((s) => view.standing(USE.status, idOfUse(adult, s)).length > 0)

function pictureOfUse(view: RecordView, adult: string, substance: string): UsePicture {
  const use = idOfUse(adult, substance)
  return {
    use,
    substance: substanceInWords(substance),
    sentence: sentenceOfUse(view, use),
    independent: independentSources(view, use),
    selfReportOnly: isSelfReportOnly(view, use),
    patterns: patternsOf(view, use),
    facts: factsOf(view, use),
  }
}

function others(view: RecordView, adult: string, substances: readonly string[]): string[] {
  const blankIs = (s: string, blank: string) =>
    view.standing(USE.status, idOfUse(adult, s)).some((a) => isBlank(a.value) && a.value.blank === blank)
  const groups = [
    [words.never, substances.filter((s) => statusesOf(view, idOfUse(adult, s)).includes('never'))],
    [words.notAsked, substances.filter((s) => blankIs(s, 'not-asked'))],
    [words.notKnown, substances.filter((s) => blankIs(s, 'not-known'))],
  ] as const
  const untouched = substances.filter((s) => view.standing(USE.status, idOfUse(adult, s)).length === 0).length
  return [
    ...groups.flatMap(([say, list]) => (list.length > 0 ? [say(words.and(list.map(substanceInWords)))] : [])),
    ...(untouched > 0 ? [words.untouched(untouched)] : []),
  ]
}

function patternsOf(view: RecordView, use: string): Pattern[] {
  const heads = view.record.heads({ question: USE.pattern, subject: use })
  return view.answersFor(USE.pattern, use).flatMap((a) =>
    (['periods', 'quarters'] as const).flatMap((kind) => {
      const held = cells(a, kind)
      return Object.keys(held).length > 0
        ? [{ kind, by: heads.length > 1 ? a.entry.author.name : '', cells: held }]
        : []
    }),
  )
}

function factsOf(view: RecordView, use: string): Fact[] {
  const from = (label: string, question: string): Fact => ({ label, lines: linesOf(view, question, use) })
  return [
    { label: words.facts.called, lines: calledLines(view, use) },
    from(words.facts.amount, USE.amount),
    { label: words.facts.week, lines: weekLines(view, use) },
    from(words.facts.days, USE.days),
    from(words.facts.last, USE.last),
    from(words.facts.route, USE.route),
    from(words.facts.times, USE.times),
    from(words.facts.pattern, USE.pattern),
    from(words.facts.stopped, STOPPED),
    from(words.facts.triggers, USE.triggers),
    from(words.facts.danger, DANGER),
    from(words.facts.problem, PROBLEM),
    from(words.facts.impact, IMPACT),
    { label: words.facts.sources, lines: [sourcesLine(view, use)] },
  ].filter((f) => f.lines.length > 0)
}

/** A street name, kept as it was said. */
const calledLines = (view: RecordView, use: string): string[] => [
  ...new Set(view.answersFor(USE.status, use).flatMap((a) => textIn(a, 'called') || [])),
]

/** Everything that stands in a slot; with who recorded it where there is more than one. */
function linesOf(view: RecordView, question: string, subject: string): string[] {
  const all = slotInWords(view, { question, subject })
  return all.flatMap((a) =>
    all.length > 1 ? [...a.lines.slice(0, -1), words.byWhom(a.lines.at(-1) ?? '', a.by)] : a.lines,
  )
}

function weekLines(view: RecordView, use: string): string[] {
  const weeks = weeklyUnits(view, use)
  const lines = [...new Set(weeks.map((w) => words.weekFrom(w.from, w.units)))]
  return new Set(weeks.map((w) => w.units)).size > 1 ? [...lines, words.weekDiffers] : lines
}

function sourcesLine(view: RecordView, use: string): string {
  const independent = independentSources(view, use)
  if (independent.length > 0) return words.independent(independent)
  return isSelfReportOnly(view, use) ? words.selfReportOnly : words.noSources
}

/** The adult's claim and the service's figures; neither ever stands in for the other. */
function treatmentOf(view: RecordView, adult: string): AdultPicture['treatment'] {
  const service = [
    ...view.subjects('service').flatMap((s) => {
      const theirs = view.answersFor(SERVICE, s.id).some((a) => chosen(a, 'about').includes(adult))
      if (!theirs) return []
      return linesOf(view, SERVICE, s.id).map((line) => words.bySource(subjectInWords(view, s), line))
    }),
    ...linesOf(view, CONFIRMED, adult).map((line) => words.bySource(words.confirmedFigures, line)),
  ]
  const said = linesOf(view, TREATMENT, adult)
  return said.length + service.length > 0 ? { adult: said, service } : undefined
}

const childrenThen = (view: RecordView, adult: string): Fact[] =>
  view
    .subjects('child')
    .map((c) => ({ label: subjectInWords(view, c), lines: linesOf(view, WITH_CHILD, idOfUse(adult, c.id)) }))
    .filter((f) => f.lines.length > 0)
