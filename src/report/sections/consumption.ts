import { type AdultPicture, consumptionOf, type Fact } from '../consumption.ts'
import { consumptionWords as words } from '../consumption-words.ts'
import type { Block, TableRow } from '../pdf/blocks.ts'
import { stripsOfUse } from '../pictures/use-strip.ts'
import type { ReportInput } from '../report-input.ts'

/** Each adult's use in plain sentences, as strips over time, and as a table with all that stands behind them. */
export function consumption({ view }: ReportInput): readonly Block[] {
  const adults = consumptionOf(view)
  if (adults.length === 0) return []
  return [
    { kind: 'heading', level: 2, runs: words.title },
    { kind: 'paragraph', runs: words.lead, leadsIn: true },
    ...adults.flatMap(adultBlocks),
  ]
}

function adultBlocks(adult: AdultPicture): readonly Block[] {
  const sentences = adult.uses.map((u) => [{ text: `${u.substance}. `, bold: true }, u.sentence])
  return [
    { kind: 'heading', level: 3, runs: adult.name },
    ...(sentences.length > 0 ? [{ kind: 'list' as const, items: sentences }] : []),
    ...adult.others.map((runs): Block => ({ kind: 'paragraph', small: true, runs })),
    ...stripsOfUse(adult),
    ...tableOfUses(adult),
    ...treatment(adult),
    ...factTable(words.childrenThen, words.child, adult.children),
    ...(adult.screens.length > 0
      ? [
          { kind: 'heading' as const, level: 4 as const, runs: words.screen },
          { kind: 'list' as const, small: true, items: adult.screens },
        ]
      : []),
  ]
}

function tableOfUses({ uses }: AdultPicture): readonly Block[] {
  const rows = uses.flatMap((u): TableRow[] => [{ across: u.substance }, ...rowsOf(u.facts)])
  if (rows.length === 0) return []
  return [table([words.fact, words.recorded], rows)]
}

const rowsOf = (facts: readonly Fact[]): TableRow[] => facts.map((f) => [f.label, f.lines.join('\n')])

function treatment({ treatment: held }: AdultPicture): readonly Block[] {
  if (!held) return []
  const said = (lines: readonly string[]) => lines.join('\n') || words.notRecorded
  return [
    { kind: 'heading', level: 4, runs: words.treatment },
    { kind: 'paragraph', small: true, runs: words.treatmentLead, leadsIn: true },
    {
      kind: 'table',
      columns: [{ width: 1 }, { width: 1 }],
      head: [words.saysAdult, words.saysService],
      rows: [[said(held.adult), said(held.service)]],
    },
  ]
}

function factTable(title: string, head: string, facts: readonly Fact[]): readonly Block[] {
  if (facts.length === 0) return []
  return [{ kind: 'heading', level: 4, runs: title }, table([head, words.recorded], rowsOf(facts))]
}

const table = (head: readonly string[], rows: readonly TableRow[]): Block => ({
  kind: 'table',
  columns: [{ width: 1 }, { width: 3 }],
  head,
  rows,
  rowHeader: true,
})
