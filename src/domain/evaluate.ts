import { type Answer, cells, chosen, numberIn } from './answer.ts'
import { pointsSoFar } from './audit.ts'
import type { Condition } from './condition.ts'
import type { SubjectKind } from './question.ts'
import { adultOf, childOf, type Subject } from './subjects.ts'
import type { AgeRange, RecordView } from './view.ts'

/** True when the condition holds for this subject. `raised` are the ids of the rules that are raised. */
export function holds(c: Condition, view: RecordView, subject: Subject, raised: ReadonlySet<string>): boolean {
  switch (c.k) {
    case 'always':
      return true
    case 'all':
      return c.of.every((x) => holds(x, view, subject, raised))
    case 'any':
      return c.of.some((x) => holds(x, view, subject, raised))
    case 'not':
      return !holds(c.of, view, subject, raised)
    case 'answered':
      return reach(c, view, subject).some((a) => chosen(a, c.part).some((o) => c.is.includes(o)))
    case 'cell':
      return reach(c, view, subject).some((a) =>
        Object.entries(cells(a, c.part)).some(([row, o]) => (c.row === undefined || c.row === row) && c.is.includes(o)),
      )
    case 'number':
      return reach(c, view, subject).some((a) => within(numberIn(a, c.part), c.min, c.max))
    case 'points':
      return reach(c, view, subject).some((a) => pointsSoFar(view.question(c.question), a, c.parts) >= c.min)
    case 'age':
      return childrenInReach(c, view, subject).some((id) => view.mayBeBorn(id) && mayBeAged(c, view.ageRange(id)))
    case 'unborn':
      return childrenInReach(c, view, subject).some((id) => view.isUnborn(id))
    case 'weeks':
      return view.isPregnancy && (view.weeksPregnant ?? c.min) >= c.min
    case 'count':
      return view.subjects(c.of).length >= c.min
    case 'later-contact':
      return view.isLaterContact
    case 'raised':
      return [...raised].some((id) => id.startsWith(c.prefix))
    case 'below-prompted-level':
      return isBelowPromptedLevel(view, raised)
  }
}

/**
 * The answers that a condition reads: of the subject that the current one includes, else of every subject that does not
 * belong to somebody else. Of a collection: the thing itself where the current subject is one, else the things under it.
 */
function reach(c: { question: string; anywhere?: true }, view: RecordView, subject: Subject): readonly Answer[] {
  const asked = view.question(c.question)
  if (!asked || c.anywhere) return view.answers(c.question)
  const thing = asked.collects && asked.collects !== 'item' ? subject.refs[asked.collects] : undefined
  if (thing !== undefined) return view.answersFor(c.question, thing)
  const here = subject.refs[asked.per]
  if (here !== undefined) return asked.collects ? view.items(c.question, here) : view.answersFor(c.question, here)
  return view.answers(c.question).filter((a) => isOfNobodyElse(asked.per, a.subject, subject))
}

/** What is about a pair (adult and substance, adult and child) counts for an adult or a child who is in that pair. */
function isOfNobodyElse(per: SubjectKind, id: string, { refs }: Subject): boolean {
  if (per !== 'use' && per !== 'adult-child') return true
  const sameAdult = refs.adult === undefined || refs.adult === adultOf(id)
  return sameAdult && (per === 'use' || refs.child === undefined || refs.child === childOf(id))
}

function childrenInReach(c: { anywhere?: true }, view: RecordView, subject: Subject): readonly string[] {
  const here = c.anywhere ? undefined : subject.refs.child
  return here === undefined ? view.subjects('child').map((s) => s.id) : [here]
}

const within = (n: number | undefined, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): boolean =>
  n !== undefined && n >= min && n <= max

/** An age that is not known, or not known well enough, is taken to fit. */
const mayBeAged = (c: { minMonths?: number; maxMonths?: number }, age: AgeRange | undefined): boolean =>
  !age || (age.most >= (c.minMonths ?? 0) && age.least <= (c.maxMonths ?? Number.POSITIVE_INFINITY))

/** Any child's level (tier 1 to 4) is judged below the highest tier that a level prompt asks to consider. */
export function isBelowPromptedLevel(view: RecordView, raised: ReadonlySet<string>): boolean {
  const prompted = Math.max(0, ...[...raised].filter((id) => id.startsWith('LN')).map((id) => Number(id[2])))
  return view.answers('ANA-06').some((a) => chosen(a, 'level').some((o) => Number(o.replace('tier-', '')) < prompted))
}
