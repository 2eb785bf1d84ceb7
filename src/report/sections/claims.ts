import { SOURCES } from '../../domain/claim-status.ts'
import { type ClaimFinding, type ClaimView, claimsOf, needsRefreshing, stillNeeded } from '../../domain/claims.ts'
import type { RecordView } from '../../domain/view.ts'
import { DEFAULTS } from '../../guidance/whole.ts'
import { checkedWords } from '../checked-words.ts'
import { cellWords, claimWords, testDoubtsInWords, whyInWords } from '../claim-words.ts'
import { findingDetail } from '../finding-detail.ts'
import type { Block, Runs, TableRow } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { questionOf } from '../slot-words.ts'
import { recordWords } from '../words.ts'

/** What people have said, and how far the sources bear it out: a grid of words, then the words behind it. */
export function claims({ view }: ReportInput): readonly Block[] {
  const all = claimsOf(view)
  const heading: Block = { kind: 'heading', level: 2, runs: checkedWords.claims }
  if (all.length === 0) return [heading, { kind: 'paragraph', runs: checkedWords.noClaims }]
  return [
    heading,
    { kind: 'paragraph', runs: words.claimsLead, leadsIn: true },
    {
      kind: 'table',
      columns: [{ width: 2 }, ...SOURCES.map(() => ({ width: 1 }))],
      head: [words.claim, ...SOURCES.map((s) => words.sourceHeads[s])],
      rows: all.map((claim) => [
        [`${labelOf(claim)}\n`, { text: recordWords.claimStatuses[claim.status], bold: true }],
        ...SOURCES.map((source) => {
          const here = claim.findings.filter((f) => f.source === source)
          return cellWords(here, words.gridCells, words.nothingHere)
        }),
      ]),
      rowHeader: true,
    },
    {
      kind: 'table',
      columns: [{ width: 1.5 }, { width: 1.6 }, { width: 2 }],
      head: [words.claim, words.standing, words.sources],
      rows: all.map((claim): TableRow => [labelOf(claim), standing(view, claim), sourcesOf(view, claim)]),
      rowHeader: true,
    },
  ]
}

const labelOf = (claim: ClaimView): string => claim.label || claimWords.noLabel

function standing(view: RecordView, claim: ClaimView): Runs {
  const days = DEFAULTS.evidenceFreshForDays.value
  const needed = stillNeeded(view, claim).map((question) => questionOf(view, { question, subject: claim.subject }))
  const lines = [
    whyInWords(claim),
    testDoubtsInWords(claim),
    needsRefreshing(claim, view.today, days) ? claimWords.refresh(days) : '',
    needed.length > 0 ? words.stillNeeded(needed) : '',
  ].filter(Boolean)
  return [{ text: recordWords.claimStatuses[claim.status], bold: true }, `\n${lines.join('\n')}`]
}

const sourcesOf = (view: RecordView, claim: ClaimView): string =>
  claim.findings.map((f) => sourceLine(view, f)).join('\n') || words.noSource

function sourceLine(view: RecordView, f: ClaimFinding): string {
  const said = `${recordWords.sources[f.source]}: ${recordWords.findingWords[f.finding]}`
  return [said, findingDetail(view, f, 'professionals'), f.confidential ? claimWords.confidential : '']
    .filter(Boolean)
    .join('. ')
}
