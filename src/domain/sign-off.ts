import { chosen, isBlank, textIn } from './answer.ts'
import { CLAIM_STATUSES, type ClaimStatus, claimStatus, type FindingWord, type Source } from './claim-status.ts'
import type { Slot } from './entry.ts'
import { type Finding, isAnswered } from './finding.ts'
import { HOMES } from './subjects.ts'
import type { RecordView } from './view.ts'

/** What has to be done before anybody can stand by the assessment. It never judges the family. */
export type Blocker =
  | { kind: 'safety-prompt-unanswered'; rule: string; subject: string }
  | { kind: 'child-said-and-nobody-acted'; slot: Slot }
  | { kind: 'difference-not-looked-at'; slot: Slot }
  | { kind: 'people-disagree'; slot: Slot }

export function blockersOf(view: RecordView, findings: readonly Finding[]): readonly Blocker[] {
  return [...unansweredSafety(view, findings), ...unactedDisclosures(view), ...differences(view), ...disputes(view)]
}

export interface ClaimView {
  subject: string
  label: string
  topics: readonly string[]
  status: ClaimStatus
  findings: readonly { source: Source; finding: FindingWord; slot: Slot }[]
}

/** Every claim with its status, those that most need a look first. */
export function claimsOf(view: RecordView): readonly ClaimView[] {
  return view
    .subjects('claim')
    .map((claim) => {
      const answers = view.answersFor(HOMES.claim, claim.id)
      const findings = view.items('TRI-02', claim.id).flatMap((a) => {
        const source = chosen(a, 'source')[0] as Source | undefined
        const finding = chosen(a, 'finding')[0] as FindingWord | undefined
        return source && finding ? [{ source, finding, slot: { question: a.question, subject: a.subject } }] : []
      })
      return {
        subject: claim.id,
        label: answers.map((a) => textIn(a, 'label'))[0] ?? '',
        topics: answers.flatMap((a) => chosen(a, 'topic')),
        status: claimStatus(findings),
        findings,
      }
    })
    .sort((a, b) => CLAIM_STATUSES.indexOf(a.status) - CLAIM_STATUSES.indexOf(b.status))
}

function unansweredSafety(view: RecordView, findings: readonly Finding[]): Blocker[] {
  return findings
    .filter((f) => f.rule.family === 'safety')
    .flatMap((f) =>
      f.evidence
        .filter((e) => !isAnswered(view, f.rule.id, e))
        .map((e) => ({ kind: 'safety-prompt-unanswered', rule: f.rule.id, subject: e.subject })),
    )
}

function unactedDisclosures(view: RecordView): Blocker[] {
  return view
    .answers('CHD-08')
    .filter((a) => textIn(a, 'words') !== '' && textIn(a, 'done') === '')
    .map((a) => ({ kind: 'child-said-and-nobody-acted', slot: { question: a.question, subject: a.subject } }))
}

/** A claim that differs needs other explanations, whether it was put to the adult, and an analysis. */
function differences(view: RecordView): Blocker[] {
  return claimsOf(view)
    .filter((c) => c.status === 'differs')
    .flatMap((c) =>
      ['TRI-04', 'TRI-05', 'TRI-06']
        .filter((q) => view.standing(q, c.subject).every((a) => isBlank(a.value)))
        .map((question): Blocker => ({ kind: 'difference-not-looked-at', slot: { question, subject: c.subject } })),
    )
}

function disputes(view: RecordView): Blocker[] {
  return view.pack.steps
    .flatMap((s) => s.questions)
    .flatMap((q) => view.record.slotsOf(q.id))
    .filter((slot) => view.record.heads(slot).length > 1)
    .map((slot) => ({ kind: 'people-disagree', slot }))
}
