import type { PartValue } from './answer.ts'
import { type CalendarDate, dayOf } from './calendar.ts'
import { compose, type EntryContent } from './compose.ts'
import type { Condition } from './condition.ts'
import { CONTACT_SLOT } from './entry-kinds.ts'
import { holds } from './evaluate.ts'
import type { GuidancePack, Question, SubjectKind } from './question.ts'
import { recordOf } from './record.ts'
import { HOMES, idOfUse, type Subject, WHOLE } from './subjects.ts'
import { type RecordView, viewOf } from './view.ts'

export interface Circumstances {
  pack: GuidancePack
  today: CalendarDate
  raisedIn(view: RecordView): ReadonlySet<string>
  /** What brings about a rule whose id starts with the key, for conditions that wait for one. */
  raisedBy: Readonly<Record<string, Condition>>
}

/** A small record in which a question is asked. */
export interface Showing {
  content: readonly EntryContent[]
  /** The contact that has to be open. */
  contact: string
  /** The subject that the question is asked about. */
  subject: string
}

/** Builds a record in which a question is asked; null when none is found, so that it can most likely never be asked. */
export function recordShowing(question: Question, circumstances: Circumstances): Showing | null {
  const privately: Need[] = question.private ? [{ slot: 'START-04', kind: 'contact', part: 'safe', value: 'yes' }] : []
  for (const substance of substancesIn(circumstances.pack)) {
    for (const needs of waysTo(question.when, true, circumstances)) {
      const showing = build([...privately, ...needs], question, substance, circumstances)
      if (showing && isAsked(question, showing, circumstances)) return showing
    }
  }
  return null
}

/** Something that has to be recorded, about the one subject of its kind (or the nth) that the built record has. */
type Need =
  | { slot: string; kind: SubjectKind; item?: true; part: string; row?: string; value: PartValue; nth?: number }
  | 'later-contact'

/** More combinations than any real condition has. */
const MOST_WAYS = 400

/** Every combination of needs that might make a condition hold (or fail to). */
function waysTo(c: Condition, wanted: boolean, at: Circumstances): Need[][] {
  switch (c.k) {
    case 'not':
      return waysTo(c.of, !wanted, at)
    case 'all':
    case 'any': {
      const each = c.of.map((x) => waysTo(x, wanted, at))
      return (c.k === 'all') === wanted ? combined(each) : each.flat()
    }
    default:
      return wanted ? waysToMake(c, at) : waysToAvoid(c, at)
  }
}

type Plain = Exclude<Condition, { k: 'all' | 'any' | 'not' }>

function waysToMake(c: Plain, at: Circumstances): Need[][] {
  switch (c.k) {
    case 'always':
      return [[]]
    case 'answered':
      return c.is.map((option) => [need(at.pack, c.question, c.part, isMulti(at.pack, c) ? [option] : option)])
    case 'cell':
      return rowsOf(at.pack, c).flatMap((row) => c.is.map((o) => [{ ...need(at.pack, c.question, c.part, o), row }]))
    case 'number':
      return [[need(at.pack, c.question, c.part, c.min ?? c.max ?? 0)]]
    case 'points':
      return [c.parts.map((part) => need(at.pack, c.question, part, mostPoints(at.pack, c.question, part)))]
    case 'age':
      return [c.minMonths ?? 0, c.maxMonths ?? 0].map((months) => [child('child'), born(months, at.today)])
    case 'unborn':
      return [[child('unborn')]]
    case 'weeks':
      return [[...pregnant, { slot: 'PRE-02', kind: 'adult', part: 'weeks', value: c.min }]]
    case 'count':
      return [Array.from({ length: c.min }, (_, i) => exists(c.of, i + 1)).flat()]
    case 'later-contact':
      return [['later-contact']]
    case 'raised':
      return Object.entries(at.raisedBy)
        .filter(([id]) => id.startsWith(c.prefix) || c.prefix.startsWith(id))
        .flatMap(([, condition]) => waysTo(condition, true, at))
    case 'below-prompted-level':
      return combined([
        [[{ slot: 'ANA-06', kind: 'child', part: 'level', value: 'tier-1' }]],
        Object.entries(at.raisedBy)
          .filter(([id]) => id.startsWith('LN'))
          .flatMap(([, condition]) => waysTo(condition, true, at)),
      ])
  }
}

/** Nothing recorded fails most conditions; a child has to be of some other age or state. */
function waysToAvoid(c: Plain, at: Circumstances): Need[][] {
  switch (c.k) {
    case 'always':
      return []
    case 'age':
      return [[], [child('unborn')], ...[0, 250].map((months) => [child('child'), born(months, at.today)])]
    case 'unborn':
      return [[], [child('child')]]
    case 'weeks':
      return [[], [...pregnant, { slot: 'PRE-02', kind: 'adult', part: 'weeks', value: Math.max(0, c.min - 1) }]]
    default:
      return [[]]
  }
}

function combined(each: readonly Need[][][]): Need[][] {
  return each.reduce<Need[][]>(
    (ways, more) => ways.flatMap((a) => more.map((b) => [...a, ...b])).slice(0, MOST_WAYS),
    [[]],
  )
}

const child = (what: 'child' | 'unborn'): Need => ({ slot: HOMES.child, kind: 'child', part: 'what', value: what })
const pregnant: readonly Need[] = [{ slot: 'PRE-01', kind: 'adult', part: 'status', value: 'pregnant' }]

function born(monthsAgo: number, today: CalendarDate): Need {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - monthsAgo
  const on = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
  return { slot: 'CHD-01', kind: 'child', part: 'birth', value: { on: dayOf(on) ?? today } }
}

function exists(kind: SubjectKind, nth: number): Need[] {
  const home = homeOf(kind)
  if (!home) return []
  const label: Need = { slot: HOMES[home], kind: home, part: 'label', value: `${home} ${nth}`, nth }
  return kind === 'adult' ? [label, { ...label, part: 'part', value: 'subject' }] : [label]
}

function need(pack: GuidancePack, id: string, part: string, value: PartValue): Exclude<Need, string> {
  const question = questionOf(pack, id)
  if (question?.collects === 'item') return { slot: id, kind: question.per, item: true, part, value }
  return { slot: id, kind: question?.collects ?? question?.per ?? 'assessment', part, value } as Exclude<Need, string>
}

const questionOf = (pack: GuidancePack, id: string): Question | undefined =>
  pack.steps.flatMap((s) => s.questions).find((q) => q.id === id)

const partOf = (pack: GuidancePack, c: { question: string; part: string }) =>
  questionOf(pack, c.question)?.parts.find((p) => p.id === c.part)

/** The option that counts most. */
function mostPoints(pack: GuidancePack, question: string, part: string): string {
  const asked = partOf(pack, { question, part })
  const options = asked?.kind === 'single' ? [...asked.options] : []
  return options.sort((a, b) => (b.points ?? 0) - (a.points ?? 0))[0]?.id ?? ''
}

const isMulti = (pack: GuidancePack, c: { question: string; part: string }): boolean =>
  ['multi', 'people'].includes(partOf(pack, c)?.kind ?? '')

function rowsOf(pack: GuidancePack, c: { question: string; part: string; row?: string }): readonly string[] {
  if (c.row !== undefined) return [c.row]
  const part = partOf(pack, c)
  return part?.kind === 'grid' ? part.rows.map((r) => r.id) : []
}

/** The groups of which one is tried after the other; one empty name where the guidance has none. */
function substancesIn(pack: GuidancePack): readonly string[] {
  const rows = pack.steps.flatMap((s) => s.questions.flatMap((q) => q.subjectRows ?? []))
  return rows.length > 0 ? rows.map((r) => r.id) : ['']
}

type Home = keyof typeof HOMES
const homeOf = (kind: SubjectKind): Home | undefined =>
  kind === 'adult' || kind === 'use' ? 'person' : kind in HOMES ? (kind as Home) : undefined

/** Lays the needs down as answers; null when two of them want different things in one place. */
function build(
  needs: readonly Need[],
  question: Question,
  substance: string,
  { today }: Circumstances,
): Showing | null {
  const contact = needs.includes('later-contact') ? 'contact-2' : 'contact-1'
  const answers = new Map<string, { question: string; subject: string; parts: Record<string, PartValue> }>()
  const stated = needs.filter((n) => n !== 'later-contact')
  for (const n of stated) if (!put(n)) return null
  for (const kind of [question.per, ...stated.map((n) => n.kind)]) ensure(kind)
  return { content: [...contacts(), ...[...answers.values()].map(toContent)], contact, subject: idOf(question.per, 1) }

  function put(n: Exclude<Need, string>): boolean {
    const parent = idOf(n.kind, n.nth ?? 1)
    const under = parent === WHOLE ? 'item-1' : `${parent}:item-1`
    const { parts } = slot(n.slot, n.item ? under : parent)
    const before = parts[n.part]
    const after = n.row === undefined ? n.value : { ...(before as object), [n.row]: n.value as string }
    if (Array.isArray(before) && Array.isArray(after)) parts[n.part] = [...new Set([...before, ...after])]
    else if (before === undefined || n.row !== undefined) parts[n.part] = after
    else return JSON.stringify(before) === JSON.stringify(after)
    return true
  }

  /** The people, children and things that the subject needs; what was stated about them goes before. */
  function ensure(kind: SubjectKind) {
    if (kind === 'adult-child') {
      ensure('adult')
      ensure('child')
      return
    }
    const home = homeOf(kind)
    if (!home) return
    const { parts } = slot(HOMES[home], `${home}-1`)
    parts.label ??= `${home} 1`
    if (home === 'person') parts.part ??= 'subject'
    if (home === 'child') parts.what ??= 'child'
  }

  function slot(id: string, subject: string) {
    const key = `${id}|${subject}`
    const found = answers.get(key) ?? { question: id, subject, parts: {} }
    answers.set(key, found)
    return found
  }

  function idOf(kind: SubjectKind, nth: number): string {
    switch (kind) {
      case 'assessment':
        return WHOLE
      case 'contact':
        return contact
      case 'adult':
        return `person-${nth}`
      case 'use':
        return idOfUse(`person-${nth}`, substance)
      case 'adult-child':
        return `person-${nth}:child-1`
      default:
        return `${kind}-${nth}`
    }
  }

  function contacts(): EntryContent[] {
    const first = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
    const all =
      contact === 'contact-1'
        ? [['contact-1', today]]
        : [
            ['contact-1', dayOf(first) ?? today],
            [contact, today],
          ]
    return all.map(([subject = '', startedOn]) => ({
      kind: 'contact',
      slot: { question: CONTACT_SLOT, subject },
      value: { startedOn },
      seen: [],
    }))
  }
}

const toContent = (a: { question: string; subject: string; parts: Record<string, PartValue> }): EntryContent => ({
  kind: 'answer',
  slot: { question: a.question, subject: a.subject },
  value: { parts: a.parts },
  seen: [],
})

/** The view that a showing gives on the day it was built for. */
export function viewOfShowing({ content, contact }: Showing, { pack, today }: Circumstances): RecordView {
  let count = 0
  const by = {
    assessment: 'assessment',
    contact,
    author: { id: 'author', name: '', role: '', agency: '' },
    device: 'device',
    guidancePack: pack.id,
    newId: () => `entry-${count}`,
    nextSeq: () => ++count,
    now: () => `${today}T12:00:00.000Z`,
  }
  return viewOf(recordOf(content.map((c) => compose(by, c))), pack, today, contact)
}

function isAsked(question: Question, showing: Showing, at: Circumstances): boolean {
  const view = viewOfShowing(showing, at)
  const subject = view.subjects(question.per).find((s: Subject) => s.id === showing.subject)
  return subject !== undefined && holds(question.when, view, subject, at.raisedIn(view))
}
