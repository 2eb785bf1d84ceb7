import { conflictsIn, settledIn } from '../../domain/conflicts.ts'
import type { Slot } from '../../domain/entry.ts'
import type { RecordView } from '../../domain/view.ts'
import type { Block } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { answerTable } from './answer-table.ts'

/** Each answer on which people differ, with all that they recorded; then those that were settled, by whom and why. */
export const disagreements = ({ view }: ReportInput): readonly Block[] => [
  ...listed(
    view,
    conflictsIn(view).map((c) => c.slot),
    words.disagreements,
    words.disagreementsLead,
  ),
  ...listed(view, settledIn(view), words.settled, words.settledLead),
]

function listed(view: RecordView, slots: readonly Slot[], title: string, lead: string): readonly Block[] {
  if (slots.length === 0) return []
  return [
    { kind: 'heading', level: 2, runs: title },
    { kind: 'paragraph', runs: lead, leadsIn: true },
    ...answerTable(
      view,
      slots.map((slot) => ({ slot })),
      { everyAuthor: true },
    ),
  ]
}
