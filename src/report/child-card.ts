import { chosen, dateIn, textIn } from '../domain/answer.ts'
import type { Finding } from '../domain/finding.ts'
import { isAnswered } from '../domain/finding.ts'
import type { RecordView } from '../domain/view.ts'
import { dateInWords, optionInWords } from './answer-words.ts'
import { subjectInWords } from './subject-words.ts'
import { childWords as words } from './words.ts'

export interface ChildCard {
  id: string
  name: string
  age: string
  sleeps: string
  seen: string
  /** Questions that the answers raise about this child and that nobody has looked at yet. */
  open: number
}

/** What stays in sight of each child on every page. */
export function childCards(view: RecordView, findings: readonly Finding[]): readonly ChildCard[] {
  return view.subjects('child').map((child) => ({
    id: child.id,
    name: subjectInWords(view, child),
    age: ageInWords(view, child.id),
    sleeps: isBaby(view, child.id) ? sleepsInWords(view) : '',
    seen: seenInWords(view, child.id),
    open: findings.flatMap((f) =>
      f.evidence.filter((e) => isAbout(e.subject, child.id) && !isAnswered(view, f.rule.id, e)),
    ).length,
  }))
}

const isAbout = (subject: string, child: string): boolean => subject.split(':').includes(child)

export function ageInWords(view: RecordView, child: string): string {
  if (isDisputed(view, 'CHD-01', child)) return words.birthDisputed
  if (view.isUnborn(child)) {
    if (view.record.slotsOf('PRE-02').some((s) => isDisputed(view, s.question, s.subject))) return words.weeksDisputed
    const weeks = view.weeksPregnant
    return words.unborn(weeks)
  }
  const age = view.ageRange(child)
  if (!age) return words.ageNotKnown
  const [least, most] = [monthsInWords(age.least), monthsInWords(age.most)]
  return least === most ? least : words.between(least, most)
}

function monthsInWords(months: number): string {
  if (months < 1) return words.underOneMonth
  return months < 24 ? words.months(months) : words.years(Math.floor(months / 12))
}

/** People recorded different things, and none of them is to be picked. */
const isDisputed = (view: RecordView, question: string, subject: string): boolean =>
  view.record.heads({ question, subject }).length > 1

const BABY_MONTHS = 24
/** Where a baby sleeps is asked of the first two years; a child whose age is not known may be that young. */
export const isBaby = (view: RecordView, child: string): boolean =>
  !view.isUnborn(child) && (view.ageRange(child)?.least ?? 0) < BABY_MONTHS

function sleepsInWords(view: RecordView): string {
  const last = view.answersFor('SLP-09', view.contact).flatMap((a) => chosen(a, 'last-night'))
  const question = view.question('SLP-09')
  const places = [...new Set(last)].map((o) => (question ? optionInWords(question, 'last-night', o) : o))
  return places.length > 0 ? words.sleptAt(places) : words.sleptUnknown
}

function seenInWords(view: RecordView, child: string): string {
  if (view.isUnborn(child)) return ''
  if (isDisputed(view, 'CHD-03', child)) return words.seenDisputed
  const answers = view.answersFor('CHD-03', child)
  if (answers.some((a) => chosen(a, 'seen').includes('yes') && a.entry.contact === view.contact)) return words.seenNow
  const dates = answers.flatMap((a) => dateIn(a, 'last-seen-on') ?? [])
  const by = answers.map((a) => textIn(a, 'last-seen-by')).find((t) => t !== '')
  if (dates[0]) return words.lastSeen(dateInWords(dates[0]), by)
  return answers.length > 0 ? words.notSeenNow : words.lastSeenUnknown
}
