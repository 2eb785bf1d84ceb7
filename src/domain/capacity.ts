import { type Answer, cell, chosen, textIn } from './answer.ts'
import type { Slot } from './entry.ts'
import { type Held, heldAs, heldIn } from './held.ts'
import { type Doubt, doubtsAbout } from './named-helper.ts'
import { oncePerView } from './once-per-view.ts'
import type { RecordView } from './view.ts'

/** Where each part of the picture stands in the record. The ids are part of the record's shape, not of its wording. */
export const CARE = { day: 'CAP-14', tasks: 'CAP-02', change: 'CAP-03', watching: 'CAP-04', ring: 'CAP-10' } as const
export const STATES = ['without', 'using', 'coming-down'] as const
export type CareState = (typeof STATES)[number]

/** One stretch of the day that was told. Times are minutes after midnight; an end at or before the start is the next day's. */
export interface DayPart {
  slot: Slot
  from: number | undefined
  to: number | undefined
  what: string
  who: readonly string[]
  /** `no` when somebody in charge was not affected, `yes`, `nobody`, `not-known`, or what people recorded each. */
  affected: Held
}

export interface CareTask {
  task: string
  /** For each adult of the assessment, what is recorded of how far they do it. */
  byAdult: readonly { slot: Slot; adult: string; held: Held }[]
}

export interface AdultWithChild {
  adult: string
  slot: Slot
  /** How this adult is in each state. */
  changes: Readonly<Record<CareState, Held>>
  /** Who watches over the child in each state. */
  watches: Readonly<Record<CareState, Held>>
  what: Held
  who: readonly string[]
  confirmed: Held
}

/** Something that follows from what is recorded, with the slots that it follows from. It is shown and never graded. */
export type CareFact = { because: readonly Slot[] } & (
  | { kind: 'task-nobody'; task: string }
  | { kind: 'time-nobody'; part: DayPart }
  | { kind: 'state-nobody'; adult: string; state: CareState | 'use' }
  | { kind: 'help-unconfirmed'; adult: string; who: readonly string[]; words: string; doubts: readonly Doubt[] }
)

export interface ChildCare {
  child: string
  day: readonly DayPart[]
  tasks: readonly CareTask[]
  adults: readonly AdultWithChild[]
  facts: readonly CareFact[]
}

/** Who cares for each child, when and in which state, as it stands in the record. */
export const capacityOf = oncePerView((view): readonly ChildCare[] =>
  view.subjects('child').map((c) => careOf(view, c.id)),
)

function careOf(view: RecordView, child: string): ChildCare {
  const day = dayOf(view, child)
  const tasks = tasksOf(view, child)
  const adults = view.subjects('adult').map((a) => adultWith(view, a.id, child))
  const facts = [
    ...tasks.flatMap(taskFact),
    ...day.flatMap(timeFact),
    ...adults.flatMap((a) => [...stateFacts(a), ...helpFacts(view, a)]),
  ]
  return { child, day, tasks, adults, facts }
}

function dayOf(view: RecordView, child: string): DayPart[] {
  const subjects = [...new Set(view.items(CARE.day, child).map((a) => a.subject))]
  return subjects
    .map((subject): DayPart => {
      const heads = view.answersFor(CARE.day, subject)
      return {
        slot: { question: CARE.day, subject },
        from: sameTime(heads, 'from'),
        to: sameTime(heads, 'to'),
        what: [...new Set(heads.map((a) => textIn(a, 'what')))].filter(Boolean).join(' / '),
        who: [...new Set(heads.flatMap((a) => chosen(a, 'who')))],
        affected: heldIn(view, CARE.day, subject, 'affected'),
      }
    })
    .sort((a, b) => sinceMorning(a.from) - sinceMorning(b.from))
}

/** A day is told from waking on, so the small hours come last. */
export const DAY_BEGINS = 5 * 60
const sinceMorning = (minutes: number | undefined): number =>
  minutes === undefined ? Number.MAX_SAFE_INTEGER : (minutes - DAY_BEGINS + 24 * 60) % (24 * 60)

/** Undefined where no time is recorded, or people recorded different ones. */
function sameTime(heads: readonly Answer[], part: string): number | undefined {
  const times = [...new Set(heads.map((a) => textIn(a, part)))].filter((t) => /^\d\d:\d\d$/.test(t))
  const [hours, minutes] = (times.length === 1 ? (times[0] ?? '') : '').split(':').map(Number)
  return hours === undefined || minutes === undefined || Number.isNaN(minutes) ? undefined : hours * 60 + minutes
}

function tasksOf(view: RecordView, child: string): CareTask[] {
  const part = view.question(CARE.tasks)?.parts.find((p) => p.kind === 'grid')
  const adults = view.subjects('adult').map((a) => ({ adult: a.id, subject: `${a.id}:${child}` }))
  return (part?.kind === 'grid' ? part.rows : []).map(({ id }) => ({
    task: id,
    byAdult: adults.map(({ adult, subject }) => ({
      adult,
      slot: { question: CARE.tasks, subject },
      held: heldAs(view, CARE.tasks, subject, (a) => cell(a, 'tasks', id)),
    })),
  }))
}

const UNRELIABLE = ['sometimes', 'not']

/** Only when something is recorded of every adult, and nobody records more than "sometimes": not known is never nobody. */
function taskFact({ task, byAdult }: CareTask): CareFact[] {
  const told = byAdult.every(({ held }) => held.length > 0 && held.every((h) => UNRELIABLE.includes(h)))
  return byAdult.length > 0 && told ? [{ kind: 'task-nobody', task, because: byAdult.map((a) => a.slot) }] : []
}

const NOBODY_UNAFFECTED = ['yes', 'nobody']

function timeFact(part: DayPart): CareFact[] {
  const told = part.affected.length > 0 && part.affected.every((a) => NOBODY_UNAFFECTED.includes(a))
  return told ? [{ kind: 'time-nobody', part, because: [part.slot] }] : []
}

function adultWith(view: RecordView, adult: string, child: string): AdultWithChild {
  const subject = `${adult}:${child}`
  const states = <T>(read: (state: CareState) => T) =>
    Object.fromEntries(STATES.map((s) => [s, read(s)])) as Record<CareState, T>
  return {
    adult,
    slot: { question: CARE.watching, subject },
    changes: states((s) => heldIn(view, CARE.change, adult, s)),
    watches: states((s) => heldAs(view, CARE.watching, subject, (a) => cell(a, 'states', s))),
    what: heldIn(view, CARE.watching, subject, 'what'),
    who: [...new Set(view.answersFor(CARE.watching, subject).flatMap((a) => chosen(a, 'who')))],
    confirmed: heldIn(view, CARE.watching, subject, 'confirmed'),
  }
}

function stateFacts({ adult, slot, watches, what }: AdultWithChild): CareFact[] {
  const inState = STATES.filter((s) => watches[s].length > 0 && watches[s].every((w) => w === 'nobody'))
  const inUse = what.length > 0 && what.every((w) => w === 'nobody' || w === 'child-watches')
  const states: readonly (CareState | 'use')[] = inUse && inState.length === 0 ? ['use'] : inState
  return states.map((state) => ({ kind: 'state-nobody', adult, state, because: [slot] }))
}

/** Help that an adult counts on and that the one who is to give it has not said yes to, as far as is recorded. */
function helpFacts(view: RecordView, { adult, slot }: AdultWithChild): CareFact[] {
  const takesOver = view
    .answersFor(CARE.watching, slot.subject)
    .filter((a) => chosen(a, 'what').includes('another-adult'))
    .map((a) => ({ a, doubts: doubtsAbout(view, a, 'who') }))
    .filter(({ a, doubts }) => !isConfirmed(a) || doubts.length > 0)
    .map(({ a, doubts }): CareFact => helpOf(a, adult, chosen(a, 'who'), '', doubts))
  const atNight = view
    .answersFor(CARE.ring, adult)
    .filter((a) => textIn(a, 'who') !== '' && !isConfirmed(a))
    .map((a) => helpOf(a, adult, [], textIn(a, 'who'), []))
  return [...takesOver, ...atNight]
}

const isConfirmed = (a: Answer): boolean => chosen(a, 'confirmed').includes('yes')

const helpOf = (
  a: Answer,
  adult: string,
  who: readonly string[],
  words: string,
  doubts: readonly Doubt[],
): CareFact => ({
  kind: 'help-unconfirmed',
  adult,
  who,
  words,
  doubts,
  because: [a, ...doubts.flatMap((d) => d.because)].map(({ question, subject }) => ({ question, subject })),
})
