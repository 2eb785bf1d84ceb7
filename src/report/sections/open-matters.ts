import type { Finding } from '../../domain/finding.ts'
import { type Blocker, blockersOf } from '../../domain/sign-off.ts'
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
  const kinds = [...new Set(open.map((b) => b.kind))]
  return [
    { kind: 'heading', level: 2, runs: words.open },
    { kind: 'paragraph', runs: words.openLead, leadsIn: true },
    ...kinds.flatMap((kind): Block[] => [
      { kind: 'paragraph', runs: [{ text: `${checkedWords.blocker[kind]}:`, bold: true }], leadsIn: true },
      { kind: 'list', small: true, items: open.filter((b) => b.kind === kind).map((b) => matterIn(view, findings, b)) },
    ]),
  ]
}

function matterIn(view: RecordView, findings: readonly Finding[], blocker: Blocker): string {
  if (blocker.kind === 'safety-prompt-unanswered') {
    const prompt = findings.find((f) => f.rule.id === blocker.rule)?.rule.prompt ?? ''
    const about = subjectIdInWords(view, blocker.subject)
    return `${about ? `${about}. ` : ''}${prompt} (${blocker.rule})`
  }
  return [aboutOf(view, blocker.slot), questionOf(view, blocker.slot)].filter(Boolean).join('. ')
}
