import { blockersOf } from '../../domain/sign-off.ts'
import type { Block } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { answerTable } from './answer-table.ts'

/** Each answer on which people differ, with all that they recorded. */
export function disagreements({ view, findings }: ReportInput): readonly Block[] {
  const slots = blockersOf(view, findings).flatMap((b) => (b.kind === 'people-disagree' ? [b.slot] : []))
  if (slots.length === 0) return []
  return [
    { kind: 'heading', level: 2, runs: words.disagreements },
    { kind: 'paragraph', runs: words.disagreementsLead, leadsIn: true },
    ...answerTable(
      view,
      slots.map((slot) => ({ slot })),
      { everyAuthor: true },
    ),
  ]
}
