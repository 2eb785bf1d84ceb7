import { outstandingIn } from '../../domain/completion.ts'
import { askedIn } from '../../domain/relevance.ts'
import { saferSleepOf } from '../../domain/safer-sleep.ts'
import type { LinkedTable } from '../linked-table.ts'
import { outstandingInWords } from '../outstanding-words.ts'
import type { Block } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { adultTable, babyTable, nameOf, nightTable, placeTable, planTable } from '../sleep/sleep-tables.ts'
import { sleepWords as words } from '../sleep/words.ts'

/** Who settles the baby and where; left out where no baby is asked about or nothing of it is recorded. */
export function saferSleep({ view, raised }: ReportInput): readonly Block[] {
  const step = view.pack.steps.find((s) => s.id === 'SLP')
  const asked = step ? askedIn(step, view, raised, true) : []
  const { adults, places, plans, babies, careNotKnown } = saferSleepOf(view)
  if (!step || asked.length === 0 || adults.length + places.length + plans.length === 0) return []
  const outstanding = outstandingIn(step, view, asked)
  return [
    { kind: 'heading', level: 2, runs: words.section },
    { kind: 'paragraph', runs: [{ text: words.outstanding, bold: true }], leadsIn: true },
    outstanding.length > 0
      ? { kind: 'list', items: outstanding.map((o) => outstandingInWords(view, o)) }
      : { kind: 'paragraph', runs: words.complete },
    ...(adults.length > 0 ? adultTables(adultTable(view)) : [note(words.noAdults)]),
    ...(careNotKnown.length > 0 ? [note(words.careNotKnown(careNotKnown.map((p) => nameOf(view, p)).join(', ')))] : []),
    places.length > 0 ? tableOf(words.places, placeTable(view), [1.5]) : note(words.noPlaces),
    ...(asked.some((a) => a.question.id === 'SLP-09') ? [tableOf(words.nights, nightTable(view), [1.4])] : []),
    ...(babies.length > 0 ? [tableOf(words.baby, babyTable(view), [1, 2])] : []),
    plans.length > 0 ? tableOf(words.plans, planTable(view), [1, 1.4]) : note(words.noPlans),
  ]
}

const note = (runs: string): Block => ({ kind: 'paragraph', runs })

/** So many adults stand beside one another on a page; what is asked of them goes down it. */
const MOST = 4

function adultTables({ head, rows }: LinkedTable): Block[] {
  const [corner = '', ...asked] = head
  return Array.from({ length: Math.ceil(rows.length / MOST) }, (_, i): Block => {
    const some = rows.slice(i * MOST, (i + 1) * MOST)
    return {
      kind: 'table',
      caption: words.adults,
      columns: [{ width: 1 }, ...some.map(() => ({ width: 1 }))],
      head: [corner, ...some.map((row) => row.name)],
      rows: asked.map((label, n) => [label, ...some.map((row) => row.cells[n]?.text ?? '')]),
      rowHeader: true,
    }
  })
}

const tableOf = (caption: string, { head, rows }: LinkedTable, widths: readonly number[]): Block => ({
  kind: 'table',
  caption,
  columns: head.map((_, i) => ({ width: widths[i] ?? 1 })),
  head,
  rows: rows.map((row) => [row.name, ...row.cells.map((c) => c.text)]),
  rowHeader: true,
})
