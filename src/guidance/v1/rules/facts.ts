import { type Answer, cell, cells, chosen, numberIn } from '../../../domain/answer.ts'
import type { Slot } from '../../../domain/entry.ts'
import type { Evidence, Rule } from '../../../domain/finding.ts'
import { adultOf, childOf, HOMES, substanceOf, WHOLE } from '../../../domain/subjects.ts'
import type { RecordView } from '../../../domain/view.ts'

export const slotOf = (a: Answer): Slot => ({ question: a.question, subject: a.subject })
export const about = (subject: string, ...because: readonly Answer[]): Evidence => ({
  subject,
  because: because.map(slotOf),
})
/** Evidence about the assessment as a whole. */
export const overall = (...because: readonly Answer[]): Evidence => about(WHOLE, ...because)

export const has = (a: Answer, part: string, ...options: readonly string[]): boolean =>
  chosen(a, part).some((o) => options.includes(o))
/** Every standing answer, of any subject, that holds one of the options. */
export const saying = (view: RecordView, question: string, part: string, ...options: readonly string[]): Answer[] =>
  view.answers(question).filter((a) => has(a, part, ...options))
export const sayingOf = (
  view: RecordView,
  question: string,
  subject: string,
  part: string,
  ...options: readonly string[]
): Answer[] => view.answersFor(question, subject).filter((a) => has(a, part, ...options))

export type Check = Rule['check']

// Use of drugs or alcohol

export const OPIOIDS: readonly string[] = ['heroin', 'ost']
export const usesNow = (view: RecordView): Answer[] => saying(view, 'CON-01', 'status', 'now')
export const usesEver = (view: RecordView): Answer[] =>
  saying(view, 'CON-01', 'status', 'now', 'last-12-months', 'longer-ago')
export const usesPast = (view: RecordView): Answer[] => saying(view, 'CON-01', 'status', 'last-12-months', 'longer-ago')
/** Says no current use: never, longer ago, or in the last twelve months but not now. */
export const usesNotNow = (view: RecordView): Answer[] =>
  saying(view, 'CON-01', 'status', 'never', 'longer-ago', 'last-12-months')
/** Somebody else has declared that they use this substance now. */
export const declaredByAnother = (view: RecordView, use: Answer): Answer[] =>
  usesNow(view).filter(
    (u) => substanceOf(u.subject) === substanceOf(use.subject) && adultOf(u.subject) !== adultOf(use.subject),
  )
/** Current use that counts as problem use for a stated reason. */
export const problemUseNow = (view: RecordView): Answer[] =>
  usesNow(view).filter(
    (u) =>
      sayingOf(view, 'CON-14', u.subject, 'why', 'harmful', 'dependent', 'cannot-supervise', 'could-harm').length > 0,
  )

const SIGNS: Record<string, readonly string[]> = {
  cannabis: ['smell-cannabis', 'grinder-roaches'],
  alcohol: ['smell-alcohol', 'empties'],
  heroin: ['pipe-foil', 'needles'],
  crack: ['pipe-foil'],
  cocaine: ['deals-scales'],
}
/** Signs of any use, of whatever substance. */
export const USE_SIGNS: readonly string[] = [...new Set(Object.values(SIGNS).flat())]
export const signs = (view: RecordView, ...ids: readonly string[]): Answer[] => saying(view, 'TRI-01', 'sign', ...ids)
/** Signs of this substance that are not put down to somebody other than this adult. */
export const signsOfUse = (view: RecordView, use: Answer): Answer[] =>
  signs(view, ...(SIGNS[substanceOf(use.subject)] ?? [])).filter((s) => mayConcern(s, adultOf(use.subject)))
export const mayConcern = (sign: Answer, adult: string): boolean => {
  const people = chosen(sign, 'person')
  return people.length === 0 || people.includes(adult)
}

// Children and pregnancy

export const children = (view: RecordView): string[] => view.subjects('child').map((c) => c.id)
export const bornChildren = (view: RecordView): string[] => children(view).filter((c) => view.mayBeBorn(c))
export const youngerThan = (view: RecordView, months: number): string[] =>
  bornChildren(view).filter((c) => (view.ageRange(c)?.least ?? Number.POSITIVE_INFINITY) < months)
export const babies = (view: RecordView): string[] => youngerThan(view, 12)
/** A baby under one, or a birth that is near: the safer-sleep questions are open. */
export const isSleepOpen = (view: RecordView): boolean =>
  babies(view).length > 0 || (view.isPregnancy && (view.weeksPregnant ?? 0) >= 28)
export const pregnantAdults = (view: RecordView): string[] =>
  saying(view, 'PRE-01', 'status', 'pregnant').map((a) => a.subject)
/** The answers that say somebody is pregnant. */
export const pregnancyAnswers = (view: RecordView): Answer[] => [
  ...saying(view, 'PRE-01', 'status', 'pregnant', 'partner-pregnant'),
  ...saying(view, 'START-05', 'what', 'unborn'),
]
export const saidByChild = (view: RecordView, ...topics: readonly string[]): Answer[] =>
  saying(view, 'CHD-08', 'about', ...topics)
/** The child of something that stands under a child (`child:item`). */
export const childWith = (a: Answer): string => a.subject.split(':')[0] ?? childOf(a.subject)

// People

export const people = (view: RecordView): Answer[] => [...view.items(HOMES.person)]
export const isSubjectOfAssessment = (person: Answer): boolean => has(person, 'part', 'subject')
export const comesHere = (view: RecordView, person: string): Answer[] =>
  sayingOf(view, 'NET-03', person, 'tie', 'lives', 'stays', 'visits')
/** What relatives and partners say that differs from the adult's account. */
export const familyDiffers = (view: RecordView, ...topics: readonly string[]): Answer[] =>
  saying(view, 'TRI-09', 'compared', 'differs').filter((a) => has(a, 'about', ...topics))

// Sleep

/** A place of the baby's own, which is what is meant when somebody says that a baby sleeps in a cot. */
export const isOwnSpace = (place: string): boolean => place === 'own-cot' || place === 'next-to-me'
export const UNSAFE_PLACES: readonly string[] = ['adult-bed', 'sofa', 'armchair', 'car-seat', 'sling', 'floor']

export const rowsWith = (a: Answer, part: string, ...options: readonly string[]): string[] =>
  Object.entries(cells(a, part))
    .filter(([, o]) => options.includes(o))
    .map(([row]) => row)
export const atLeast = (a: Answer, part: string, n: number): boolean => (numberIn(a, part) ?? 0) >= n
export { cell }
