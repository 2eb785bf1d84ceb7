import { type Answer, chosen, isBlank, type PartValue, part } from '../../../domain/answer.ts'
import type { Part, Question } from '../../../domain/question.ts'
import { answersOf } from '../../../domain/record.ts'
import type { RecordView } from '../../../domain/view.ts'
import { ALL_TOPICS } from '../topics.ts'

/** What is different at every contact as time passes, so that a new answer is no change of account. */
const MOVES_WITH_TIME = new Set([
  'PRE-02',
  'PRE-04',
  'CON-06',
  'CHD-03',
  'CAP-01',
  'CAP-07',
  'CAP-14',
  'PRO-03',
  'PRO-07',
])
/** What sources and services say, and how it is weighed: the practitioner changes it with reasons of its own. */
const NOT_AN_ACCOUNT = new Set(['TRI', 'AGY'])

/** Which topics a change explains that was told at the start of the contact. "Nothing" explains none. */
const EXPLAINS: Readonly<Record<string, readonly string[]>> = {
  use: ['K-USE', 'K-AMT', 'K-PREG', 'K-TX', 'K-RX'],
  household: ['K-HH', 'K-CARE', 'K-SLEEP', 'K-SUP', 'K-DA'],
  relationship: ['K-DA', 'K-HH', 'K-SUP'],
  housing: ['K-HH', 'K-SLEEP', 'K-STORE'],
  money: ['K-MON'],
  health: ['K-MH', 'K-RX', 'K-ANC'],
  pregnancy: ['K-PREG', 'K-ANC', 'K-SLEEP'],
  'work-school': ['K-CARE', 'K-MON'],
  'new-worry': ALL_TOPICS,
}

/** Answers that say something else than at an earlier contact, where nobody said then what changed about it. */
export function unexplainedChanges(view: RecordView): Answer[] {
  if (view.contacts.length < 2) return []
  const order = new Map(view.contacts.map((c, i) => [c.id, i]))
  const orderOf = (contact: string) => order.get(contact) ?? 0
  const explained = new Map<string, ReadonlySet<string>>()
  const isExplained = (a: Answer, q: Question) => {
    const topics = explained.get(a.entry.contact) ?? explainedIn(view, a.entry.contact)
    explained.set(a.entry.contact, topics)
    return q.topics.some((t) => topics.has(t))
  }
  return view.pack.steps
    .filter((s) => !NOT_AN_ACCOUNT.has(s.id))
    .flatMap((s) => s.questions)
    .filter((q) => q.topics.length > 0 && q.per !== 'contact' && !MOVES_WITH_TIME.has(q.id))
    .flatMap((q) =>
      view
        .answers(q.id)
        .filter((a) => orderOf(a.entry.contact) > 0 && !isExplained(a, q))
        .filter((a) => earlierAccounts(view, a, orderOf).some((old) => saysSomethingElse(q, old, a))),
    )
}

function explainedIn(view: RecordView, contact: string): ReadonlySet<string> {
  const told = view.answersFor('START-07', contact).flatMap((a) => chosen(a, 'what'))
  const moves = view.answers('NET-10').some((a) => a.entry.contact === contact)
  return new Set([...told.flatMap((what) => EXPLAINS[what] ?? []), ...(moves ? ['K-HH'] : [])])
}

/** What this answer took the place of, edits within its own contact left out. */
function earlierAccounts(view: RecordView, a: Answer, orderOf: (contact: string) => number): Answer[] {
  const history = new Map(view.record.history(a.entry.slot).map((e) => [e.id, e]))
  const seen = new Set<string>()
  const found: Answer[] = []
  const waiting = [...a.entry.supersedes]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = history.get(id)
    if (!entry || seen.has(id)) continue
    seen.add(id)
    if (orderOf(entry.contact) >= orderOf(a.entry.contact)) waiting.push(...entry.supersedes)
    else found.push(...answersOf(entry, view.record.history(a.entry.slot)))
  }
  return found
}

/** A choice or a number that was given both times is not the same. Other words, and what was open before, are no change. */
function saysSomethingElse(question: Question, before: Answer, now: Answer): boolean {
  if (isBlank(before.value) || isBlank(now.value)) return false
  return question.parts.filter(isCompared).some((p) => {
    const [old, fresh] = [part(before, p.id), part(now, p.id)]
    return old !== undefined && fresh !== undefined && differs(p, old, fresh)
  })
}

const isCompared = (p: Part): boolean => ['single', 'multi', 'number', 'grid', 'people'].includes(p.kind)

function differs(p: Part, old: PartValue, fresh: PartValue): boolean {
  if (p.kind !== 'grid') return JSON.stringify(inOrder(old)) !== JSON.stringify(inOrder(fresh))
  const [before, now] = [old, fresh] as readonly Readonly<Record<string, string>>[]
  return Object.entries(before ?? {}).some(([row, cell]) => now?.[row] !== undefined && now[row] !== cell)
}

const inOrder = (value: PartValue): PartValue => (Array.isArray(value) ? [...value].sort() : value)
