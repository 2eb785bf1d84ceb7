import { networkOf } from '../../domain/network.ts'
import { missingInWords } from '../network-missing-words.ts'
import { changesTable, checksTable, grouped, peopleTable, tiesTable, type WordTable } from '../network-tables.ts'
import { networkWords as words } from '../network-words.ts'
import type { Block, Column } from '../pdf/blocks.ts'
import { ecomap } from '../pictures/ecomap.ts'
import { genogram } from '../pictures/genogram.ts'
import { networkTimeline } from '../pictures/network-timeline.ts'
import type { ReportInput } from '../report-input.ts'

/** The household and the network, drawn and in tables; left out where nobody at all is recorded. */
export function network({ view }: ReportInput): readonly Block[] {
  const { people, children, services } = networkOf(view)
  if (people.length + children.length + services.length === 0) return []
  const timeline = networkTimeline(view)
  const missing = missingInWords(view)
  return [
    { kind: 'heading', level: 2, runs: words.title },
    { kind: 'paragraph', runs: words.lead, leadsIn: true },
    genogram(view),
    ...peopleLines(peopleTable(view, true)),
    { kind: 'heading', level: 3, runs: words.missing },
    ...(missing.length > 0
      ? [
          { kind: 'paragraph' as const, runs: words.missingLead, leadsIn: true },
          { kind: 'list' as const, items: missing.map((m) => m.text) },
        ]
      : [{ kind: 'paragraph' as const, runs: words.nothingMissing }]),
    { kind: 'heading', level: 3, runs: words.around },
    ecomap(view),
    ...tableOf(tiesTable(view), [1.4, 1.6, 1, 1.6]),
    { kind: 'heading', level: 3, runs: words.checks },
    ...tableOf(checksTable(view), [1.2, 1.2, 1, 1, 1, 1.6]),
    { kind: 'heading', level: 3, runs: words.changes },
    ...(timeline ? [timeline] : []),
    ...tableOf(changesTable(view), [1.1, 1.1, 2, 1.8]),
  ]
}

/** Too many columns for a page: each person is a heading across, with what is recorded of them beneath it. */
function peopleLines(table: WordTable): Block[] {
  return [
    { kind: 'heading', level: 3, runs: table.caption },
    {
      kind: 'table',
      columns: [{ width: 1 }, { width: 3 }],
      head: [words.columns.who, words.recorded],
      rows: grouped(table).flatMap(({ name, lines }) => [{ across: name }, ...lines]),
      rowHeader: true,
    },
  ]
}

function tableOf({ head, rows, empty }: WordTable, widths: readonly number[]): Block[] {
  if (rows.length === 0) return [{ kind: 'paragraph', runs: empty }]
  return [{ kind: 'table', columns: widths.map((width): Column => ({ width })), head, rows, rowHeader: true }]
}
