import {
  type AdultWithChild,
  CARE,
  type CareFact,
  type ChildCare,
  type DayPart,
  STATES,
} from '../../domain/capacity.ts'
import type { Slot } from '../../domain/entry.ts'
import type { RecordView } from '../../domain/view.ts'
import { optionInWords } from '../answer-words.ts'
import { heldInWords } from '../held-words.ts'
import type { LinkedCell, LinkedTable } from '../linked-table.ts'
import { subjectIdInWords } from '../subject-words.ts'
import { recordWords } from '../words.ts'
import { careWords as words } from './words.ts'

export const nameOf = (view: RecordView, id: string): string => subjectIdInWords(view, id) || recordWords.cannotShow

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
/** Minutes after midnight as a clock shows them. */
export const timeInWords = (minutes: number): string => clock.format(minutes * 60_000)

export function spanInWords({ from, to }: Pick<DayPart, 'from' | 'to'>): string {
  if (from === undefined) return words.noTime
  return to === undefined ? words.from(timeInWords(from)) : words.between(timeInWords(from), timeInWords(to))
}

export const whoInWords = (view: RecordView, part: DayPart): string =>
  part.who.map((p) => nameOf(view, p)).join(', ') || words.nobodyNamed

export function affectedInWords({ affected }: DayPart): string {
  const all = affected.map((a) => words.affectedWords[a] ?? recordWords.blanks[a as 'not-known'] ?? a)
  if (all.length > 1) return recordWords.differ(all.join(' / '))
  return all[0] ?? recordWords.blanks.unanswered
}

/** The day, a row for each part that was told; the numbers are those of the picture. */
export function dayTable(view: RecordView, { child, day }: ChildCare): LinkedTable {
  const slot: Slot = { question: CARE.day, subject: child }
  return {
    head: [words.time, words.what, words.who, words.affected],
    rows: day.map((part, i) => ({
      name: `${i + 1}. ${spanInWords(part)}`,
      cells: [part.what || recordWords.blanks.unanswered, whoInWords(view, part), affectedInWords(part)].map(
        (text) => ({
          text,
          slot,
        }),
      ),
    })),
  }
}

/** A row for each task, a column for each adult. */
export function taskTable(view: RecordView, { tasks, adults }: ChildCare): LinkedTable {
  const grid = view.question(CARE.tasks)?.parts.find((p) => p.kind === 'grid')
  const labels = new Map((grid?.kind === 'grid' ? grid.rows : []).map((r) => [r.id, r.label]))
  return {
    head: [words.task, ...adults.map((a) => nameOf(view, a.adult))],
    rows: tasks.map((t) => ({
      name: labels.get(t.task) ?? t.task,
      cells: t.byAdult.map(({ slot, held }) => ({ text: heldInWords(view, CARE.tasks, 'tasks', held), slot })),
    })),
  }
}

/** Something is recorded of this adult's states, or of who takes over. */
const hasStates = ({ changes, watches, what, who }: AdultWithChild): boolean =>
  [...STATES.flatMap((s) => [changes[s], watches[s]]), what, who].some((held) => held.length > 0)

/** A row for each adult of whom anything is recorded: how they change in each state and who watches then, and whether the hand-over is confirmed. */
export function stateTable(view: RecordView, { adults }: ChildCare): LinkedTable {
  return {
    head: [words.adult, ...STATES.map((s) => words.stateNames[s]), words.takesOver, words.confirmed],
    rows: adults.filter(hasStates).map((a) => ({
      name: nameOf(view, a.adult),
      cells: [
        ...STATES.map(
          (s): LinkedCell => ({
            text: words.stateCell(
              heldInWords(view, CARE.change, s, a.changes[s]),
              heldInWords(view, CARE.watching, 'states', a.watches[s]),
            ),
            slot: { question: CARE.change, subject: a.adult },
          }),
        ),
        {
          text: a.who.map((p) => nameOf(view, p)).join(', ') || heldInWords(view, CARE.watching, 'what', a.what),
          slot: a.slot,
        },
        { text: heldInWords(view, CARE.watching, 'confirmed', a.confirmed), slot: a.slot },
      ],
    })),
  }
}

export interface FactGroup {
  title: string
  lines: readonly { text: string; slot: Slot }[]
}

/** What follows from the record, in three groups; a group with nothing in it is left out. */
export function factsInWords(view: RecordView, facts: readonly CareFact[]): readonly FactGroup[] {
  return GROUPS.map(({ title, kinds }) => ({
    title,
    lines: facts
      .filter((f) => kinds.includes(f.kind))
      .flatMap((f) => {
        const [slot] = f.because
        return slot ? [{ text: factInWords(view, f), slot: homeOf(slot) }] : []
      }),
  })).filter((g) => g.lines.length > 0)
}

/** A part of the day is answered under its child. */
const homeOf = (slot: Slot): Slot =>
  slot.question === CARE.day ? { question: slot.question, subject: slot.subject.split(':')[0] ?? slot.subject } : slot

const GROUPS: readonly { title: string; kinds: readonly CareFact['kind'][] }[] = [
  { title: words.factKinds['task-nobody'], kinds: ['task-nobody'] },
  { title: words.factKinds['time-nobody'], kinds: ['time-nobody', 'state-nobody'] },
  { title: words.factKinds['help-unconfirmed'], kinds: ['help-unconfirmed'] },
]

function factInWords(view: RecordView, fact: CareFact): string {
  switch (fact.kind) {
    case 'task-nobody':
      return taskInWords(view, fact.task)
    case 'time-nobody':
      return [spanInWords(fact.part), fact.part.what, affectedInWords(fact.part)].filter(Boolean).join(', ')
    case 'state-nobody':
      return words.stateNobody(
        nameOf(view, fact.adult),
        fact.state === 'use' ? words.inUse : words.stateNames[fact.state],
      )
    case 'help-unconfirmed': {
      const who = fact.words || fact.who.map((p) => nameOf(view, p)).join(', ') || words.someone
      const why = fact.doubts.flatMap((d) => (d.kind === 'not-confirmed' ? [] : [words[WHY[d.kind]]]))
      return words.help(nameOf(view, fact.adult), who, why.join(', ') || words.notConfirmed)
    }
  }
}
const WHY = { absent: 'absent', affected: 'isAffected' } as const

function taskInWords(view: RecordView, task: string): string {
  const question = view.question(CARE.tasks)
  const grid = question?.parts.find((p) => p.kind === 'grid')
  const label = grid?.kind === 'grid' ? grid.rows.find((r) => r.id === task)?.label : undefined
  return label ?? (question ? optionInWords(question, 'tasks', task) : task)
}
