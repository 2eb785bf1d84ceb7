import { type Answer, chosen, dateIn, textIn } from './answer.ts'
import { type CalendarDate, dayOf, daysBetween } from './calendar.ts'
import {
  CLAIM_STATUSES,
  type ClaimStatus,
  claimStatus,
  type FindingWord,
  isIndependent,
  type Source,
} from './claim-status.ts'
import type { Slot } from './entry.ts'
import { oncePerView } from './once-per-view.ts'
import { HOMES } from './subjects.ts'
import { type TestDoubt, testDoubts } from './test-doubts.ts'
import type { RecordView } from './view.ts'

/** What one source says about a claim. */
export interface ClaimFinding {
  source: Source
  finding: FindingWord
  slot: Slot
  /** The day of the information; the day of recording where none was given. A part of a date counts from its first day. */
  on: CalendarDate
  /** Who said it must not reach the family. */
  confidential: boolean
  /** Why a test that agrees does not count; empty for every other finding. */
  doubts: readonly TestDoubt[]
}

export interface ClaimView {
  subject: string
  /** In the words of whoever said it; all of them where people wrote different ones. */
  label: string
  topics: readonly string[]
  status: ClaimStatus
  findings: readonly ClaimFinding[]
}

/** Every claim with its status, those that most need a look first. */
export const claimsOf = oncePerView((view): readonly ClaimView[] =>
  view
    .subjects('claim')
    .map((claim) => claimView(view, claim.id))
    .sort((a, b) => CLAIM_STATUSES.indexOf(a.status) - CLAIM_STATUSES.indexOf(b.status)),
)

function claimView(view: RecordView, subject: string): ClaimView {
  const answers = view.answersFor(HOMES.claim, subject)
  const findings = view.items('TRI-02', subject).flatMap((a) => findingIn(view, answers, a))
  const labels = answers.map((a) => textIn(a, 'label')).filter((label) => label !== '')
  return {
    subject,
    label: [...new Set(labels)].join(' / '),
    topics: [...new Set(answers.flatMap((a) => chosen(a, 'topic')))],
    status: claimStatus(findings.filter((f) => f.doubts.length === 0)),
    findings,
  }
}

function findingIn(view: RecordView, claim: readonly Answer[], a: Answer): ClaimFinding[] {
  const source = chosen(a, 'source')[0] as Source | undefined
  const finding = chosen(a, 'finding')[0] as FindingWord | undefined
  if (!source || !finding) return []
  return [
    {
      source,
      finding,
      slot: { question: a.question, subject: a.subject },
      on: dayOf(dateIn(a, 'on')?.on ?? '') ?? a.entry.observedOn ?? a.entry.recordedAt.slice(0, 10),
      confidential: chosen(a, 'confidential').includes('yes'),
      doubts: source === 'test' && finding === 'agrees' ? testDoubts(view, claim, a) : [],
    },
  ]
}

/** The day of the newest information from a source that is neither the adult nor their partner or family. */
export function newestIndependent(claim: ClaimView): CalendarDate | undefined {
  return claim.findings
    .filter((f) => isIndependent(f.source) && SAYS_SOMETHING.has(f.finding))
    .map((f) => f.on)
    .sort()
    .at(-1)
}

const SAYS_SOMETHING = new Set<FindingWord>(['agrees', 'partly', 'contradicts'])

/** Its newest independent information is older than `freshForDays`; never so for a claim that has none. */
export function needsRefreshing(claim: ClaimView, today: CalendarDate, freshForDays: number): boolean {
  const newest = newestIndependent(claim)
  return newest !== undefined && daysBetween(newest, today) > freshForDays
}

/** Questions that a claim which differs needs before anybody can sign off, in the order in which to take them. */
export const NEEDED_OF_A_DIFFERENCE: readonly string[] = ['TRI-04', 'TRI-05', 'TRI-06']

/** Those of them that nobody has answered; a blank is no answer. Empty for a claim that does not differ. */
export function stillNeeded(view: RecordView, claim: ClaimView): readonly string[] {
  if (claim.status !== 'differs') return []
  return NEEDED_OF_A_DIFFERENCE.filter((question) => view.answersFor(question, claim.subject).length === 0)
}
