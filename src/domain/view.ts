import { type Answer, chosen, dateIn, isBlank, numberIn } from './answer.ts'
import { type CalendarDate, dayOf, lastDayOf, monthsBetween, weeksBetween } from './calendar.ts'
import type { Entry } from './entry.ts'
import { CONTACT_SLOT, type ContactValue, readContact } from './entry-kinds.ts'
import type { GuidancePack, Question, SubjectKind } from './question.ts'
import { type AssessmentRecord, answersOf, HEAD_KINDS } from './record.ts'
import { childOf, type Subject, subjectsOf, WHOLE } from './subjects.ts'

export interface AgeRange {
  least: number
  most: number
}

/** A read-only look at one assessment on one day, from one contact. Rules, conditions, screens and reports read this. */
export interface RecordView {
  record: AssessmentRecord
  pack: GuidancePack
  today: CalendarDate
  /** The contact that is open; `-` before the first. */
  contact: string
  question(id: string): Question | undefined
  /** Every answer that stands, of every subject; where people disagree, each head is one. Blanks are left out. */
  answers(question: string): readonly Answer[]
  /** The same for one subject, blanks left out. */
  answersFor(question: string, subject: string): readonly Answer[]
  /** All heads of one slot that can be read, blanks included. */
  standing(question: string, subject: string): readonly Answer[]
  /** The things of a collection under a parent subject (`-` for the assessment); removed things are left out. */
  items(question: string, parent?: string): readonly Answer[]
  subjects(kind: SubjectKind): readonly Subject[]
  /** Whole months of age of a born child; undefined while unborn, not known, or not known to the month. */
  ageInMonths(child: string): number | undefined
  /** The youngest and the oldest that a born child can be, in whole months, given every date of birth that stands. */
  ageRange(child: string): AgeRange | undefined
  /** Somebody says that this is an unborn baby. */
  isUnborn(child: string): boolean
  /** False only when nobody says otherwise than unborn. */
  mayBeBorn(child: string): boolean
  /** True when anyone is recorded as pregnant or an unborn baby is part of the assessment. */
  isPregnancy: boolean
  /** Weeks of the pregnancy that is furthest on, when known. */
  weeksPregnant: number | undefined
  contacts: readonly { id: string; value: ContactValue; entry: Entry }[]
  isLaterContact: boolean
}

export function viewOf(record: AssessmentRecord, pack: GuidancePack, today: CalendarDate, contact: string): RecordView {
  const questions = new Map(pack.steps.flatMap((s) => s.questions.map((q) => [q.id, q] as const)))
  const subjectCache = new Map<SubjectKind, readonly Subject[]>()

  const standing = kept2((question, subject) => {
    const slot = { question, subject }
    // Two people may have kept the same answers: each of these stands once.
    return [...new Set(record.heads(slot).flatMap((e) => answersOf(e, record.history(slot))))]
  })
  const answersFor = kept2((question, subject) => standing(question, subject).filter((a) => !isBlank(a.value)))
  const answers = kept((question) => record.slotsOf(question).flatMap((s) => answersFor(question, s.subject)))
  /** The things of one collection by the subject that they stand under. */
  const itemsOf = kept((question) => {
    const byParent = new Map<string, Answer[]>()
    for (const a of answers(question)) {
      // The slot of a list itself is under nothing: it holds the blank.
      const parent = parentOf(a.subject)
      if (a.subject === parent) continue
      const under = byParent.get(parent)
      if (under) under.push(a)
      else byParent.set(parent, [a])
    }
    for (const under of byParent.values()) inOrderMade(under)
    return byParent
  })
  const inOrderMade = (items: Answer[]) => {
    const made = new Map(items.map((a) => [a.subject, firstMade(a)]))
    const madeAt = (a: Answer) => made.get(a.subject) ?? 0
    items.sort((a, b) => madeAt(a) - madeAt(b) || (a.subject < b.subject ? -1 : 1))
  }
  const items = (question: string, parent = WHOLE) => itemsOf(question).get(parent) ?? []
  /** In the order of the hand on each device: no clock is asked. */
  const firstMade = (a: Answer) =>
    Math.min(...record.history({ question: a.question, subject: a.subject }).map((e) => e.deviceSeq))
  const kindsOf = kept((child) => answersFor('START-05', childOf(child)).flatMap((a) => chosen(a, 'what')))
  const contacts = record
    .ofKind('contact')
    .filter((e) => e.slot.question === CONTACT_SLOT)
    .flatMap((entry) => {
      const value = readContact(entry.value)
      return value ? [{ id: entry.slot.subject, value, entry }] : []
    })
    .sort(contactOrder)

  const isPregnancy = once(
    () =>
      answers('PRE-01').some((a) => chosen(a, 'status').some((s) => s === 'pregnant' || s === 'partner-pregnant')) ||
      view.subjects('child').some((c) => view.isUnborn(c.id)),
  )
  const weeksPregnant = once(() => {
    const known = answers('PRE-02').flatMap((a) => {
      const due = dateIn(a, 'due')
      const day = due && dayOf(due.on)
      if (day) return [40 - weeksBetween(today, day)]
      const weeks = numberIn(a, 'weeks')
      const since = (a.entry.observedOn ?? a.entry.recordedAt.slice(0, 10)) as CalendarDate
      return weeks === undefined ? [] : [weeks + Math.max(0, Math.floor(weeksBetween(since, today)))]
    })
    return known.length ? Math.floor(Math.max(...known)) : undefined
  })

  const view: RecordView = {
    record,
    pack,
    today,
    contact,
    question: (id) => questions.get(id),
    answers,
    answersFor,
    standing,
    items,
    subjects: (kind) => {
      let found = subjectCache.get(kind)
      if (!found) {
        found = subjectsOf(kind, view)
        subjectCache.set(kind, found)
      }
      return found
    },
    ageInMonths: (child) => {
      const range = view.ageRange(child)
      return range && range.least === range.most ? range.least : undefined
    },
    ageRange: (child) => {
      const ages = answersFor('CHD-01', childOf(child)).flatMap((a) => {
        const birth = dateIn(a, 'birth')
        const [first, last] = birth ? [dayOf(birth.on), lastDayOf(birth.on)] : []
        if (!first || !last || first > today) return []
        return [monthsBetween(first, today), last > today ? 0 : monthsBetween(last, today)]
      })
      return ages.length > 0 ? { least: Math.min(...ages), most: Math.max(...ages) } : undefined
    },
    isUnborn: (child) => kindsOf(child).includes('unborn'),
    mayBeBorn: (child) => {
      const kinds = kindsOf(child)
      return kinds.length === 0 || kinds.some((kind) => kind !== 'unborn')
    },
    get isPregnancy() {
      return isPregnancy()
    },
    get weeksPregnant() {
      return weeksPregnant()
    },
    contacts,
    get isLaterContact() {
      return contacts.length > 1 && contacts[0]?.id !== contact
    },
  }
  return view
}

/** A view never changes, so that each of its answers is worked out once. */
function kept<T>(work: (key: string) => T): (key: string) => T {
  const found = new Map<string, T>()
  return (key) => {
    const known = found.get(key)
    if (known !== undefined) return known
    const made = work(key)
    found.set(key, made)
    return made
  }
}
const kept2 = <T>(work: (question: string, subject: string) => T): ((question: string, subject: string) => T) => {
  const byQuestion = kept((question) => kept((subject) => work(question, subject)))
  return (question, subject) => byQuestion(question)(subject)
}
const once = <T>(work: () => T): (() => T) => {
  const known = kept(() => [work()] as const)
  return () => known('')[0]
}

/** Entries that are kept but cannot be shown with this guidance: of an unknown kind or shape, or to a question it lacks. */
export function unshowableIn(view: RecordView): readonly Entry[] {
  const { entries, unshowable } = view.record
  const lacking = entries.filter((e) => HEAD_KINDS.has(e.kind) && !view.question(e.slot.question))
  return [...new Set([...unshowable, ...lacking])]
}

/** By the day on which they began; on one day, by the count of the device. */
function contactOrder(a: RecordView['contacts'][number], b: RecordView['contacts'][number]): number {
  if (a.value.startedOn !== b.value.startedOn) return a.value.startedOn < b.value.startedOn ? -1 : 1
  return a.entry.deviceSeq - b.entry.deviceSeq || (a.id < b.id ? -1 : 1)
}

/** The subject under which a thing stands: `child:item` stands under `child`, `item` under the whole assessment. */
export const parentOf = (subject: string): string => {
  const at = subject.lastIndexOf(':')
  return at < 0 ? WHOLE : subject.slice(0, at)
}
