import type { ClaimView } from '../../domain/sign-off.ts'
import { claimsOf } from '../../domain/sign-off.ts'
import type { RecordView } from '../../domain/view.ts'
import { partOfAnswerInWords } from '../answer-words.ts'
import { checkedWords } from '../checked-words.ts'
import type { Block } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { recordWords } from '../words.ts'

/** What adults have said, and how far the sources bear it out. */
export function claims({ view }: ReportInput): readonly Block[] {
  const all = claimsOf(view)
  const heading: Block = { kind: 'heading', level: 2, runs: checkedWords.claims }
  if (all.length === 0) return [heading, { kind: 'paragraph', runs: checkedWords.noClaims }]
  return [
    heading,
    { kind: 'paragraph', runs: words.claimsLead, leadsIn: true },
    {
      kind: 'table',
      columns: [{ width: 1.5 }, { width: 1 }, { width: 2 }],
      head: [words.claim, words.standing, words.sources],
      rows: all.map((c) => [c.label, recordWords.claimStatuses[c.status], sourcesOf(view, c)]),
      rowHeader: true,
    },
  ]
}

function sourcesOf(view: RecordView, claim: ClaimView): string {
  const lines = claim.findings.map(({ source, finding, slot }) => {
    const question = view.question(slot.question)
    const details = view
      .answersFor(slot.question, slot.subject)
      .map((a) => (question ? partOfAnswerInWords(question, a.value, 'detail', view) : ''))
    const said = `${recordWords.sources[source]}: ${recordWords.findingWords[finding]}`
    return [said, ...details.filter(Boolean)].join('. ')
  })
  return lines.join('\n') || words.noSource
}
