import type { Blocker } from '../../domain/sign-off.ts'
import { blockersOf } from '../../domain/sign-off.ts'
import type { RecordView } from '../../domain/view.ts'
import { checkedWords } from '../checked-words.ts'
import type { Block } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { aboutOf, questionOf } from '../slot-words.ts'
import { subjectIdInWords } from '../subject-words.ts'

/** What stands between the record and a sign-off. */
export function openMatters({ view, findings }: ReportInput): readonly Block[] {
  const open = blockersOf(view, findings)
  if (open.length === 0) return []
  return [
    { kind: 'heading', level: 2, runs: words.open },
    { kind: 'paragraph', runs: words.openLead },
    {
      kind: 'list',
      items: open.map((b) => [{ text: `${checkedWords.blocker[b.kind]}: `, bold: true }, matterIn(view, b)]),
    },
  ]
}

function matterIn(view: RecordView, blocker: Blocker): string {
  if (blocker.kind === 'safety-prompt-unanswered') {
    return [blocker.rule, subjectIdInWords(view, blocker.subject)].filter(Boolean).join(', ')
  }
  return [aboutOf(view, blocker.slot), questionOf(view, blocker.slot)].filter(Boolean).join('. ')
}
