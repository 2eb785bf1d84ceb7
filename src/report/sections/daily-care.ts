import { CARE, type ChildCare, capacityOf } from '../../domain/capacity.ts'
import type { RecordView } from '../../domain/view.ts'
import { dayTable, factsInWords, nameOf, stateTable, taskTable } from '../care/care-tables.ts'
import { careWords as words } from '../care/words.ts'
import type { LinkedTable } from '../linked-table.ts'
import type { Block } from '../pdf/blocks.ts'
import { dayLine } from '../pictures/day-line.ts'
import type { ReportInput } from '../report-input.ts'

/** Who cares for each child through the day; left out while nothing of it is recorded. */
export function dailyCare({ view }: ReportInput): readonly Block[] {
  const told = capacityOf(view).filter((care) => isTold(view, care))
  if (told.length === 0) return []
  return [
    { kind: 'heading', level: 2, runs: words.section },
    { kind: 'paragraph', runs: words.sectionLead },
    ...told.flatMap((care) => ofChild(view, care)),
  ]
}

const isTold = (view: RecordView, { child, day, adults }: ChildCare): boolean =>
  day.length > 0 ||
  adults.some((a) =>
    [
      { question: CARE.tasks, subject: `${a.adult}:${child}` },
      { question: CARE.change, subject: a.adult },
      a.slot,
    ].some((s) => view.answersFor(s.question, s.subject).length > 0),
  )

function ofChild(view: RecordView, care: ChildCare): Block[] {
  const figure = dayLine(view, care)
  const facts = factsInWords(view, care.facts)
  const states = stateTable(view, care)
  const hasTasks = care.tasks.some((t) => t.byAdult.some((a) => a.held.length > 0))
  return [
    { kind: 'heading', level: 3, runs: nameOf(view, care.child) },
    ...(facts.length === 0 ? [{ kind: 'paragraph' as const, runs: words.noFacts }] : []),
    ...facts.flatMap((group): Block[] => [
      { kind: 'paragraph', runs: [{ text: group.title, bold: true }], leadsIn: true },
      { kind: 'list', items: group.lines.map((line) => line.text) },
    ]),
    ...(figure ? [figure] : []),
    ...(care.day.length > 0 ? [tableOf(words.day, dayTable(view, care), [1.2, 1.4, 1, 1.2])] : []),
    ...(hasTasks ? tasksOf(view, care) : []),
    ...(states.rows.length > 0 ? [tableOf(words.states, states, [1, 1.3, 1.3, 1.3, 1, 0.9])] : []),
  ]
}

/** So many adults stand beside one another on a page. */
const MOST_ADULTS = 5

function tasksOf(view: RecordView, care: ChildCare): Block[] {
  const whole = taskTable(view, care)
  const parts = Math.ceil(care.adults.length / MOST_ADULTS)
  return Array.from({ length: parts }, (_, i) => {
    const some = <T>(all: readonly T[]): readonly T[] => all.slice(i * MOST_ADULTS, (i + 1) * MOST_ADULTS)
    const [corner = '', ...heads] = whole.head
    const rows = whole.rows.map((r) => ({ name: r.name, cells: some(r.cells) }))
    return tableOf(words.tasks, { head: [corner, ...some(heads)], rows }, [1.4])
  })
}

const tableOf = (caption: string, { head, rows }: LinkedTable, widths: readonly number[]): Block => ({
  kind: 'table',
  caption,
  columns: head.map((_, i) => ({ width: widths[i] ?? 1 })),
  head,
  rows: rows.map((r) => [r.name, ...r.cells.map((c) => c.text)]),
  rowHeader: true,
})
