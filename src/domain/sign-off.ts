import { textIn } from './answer.ts'
import { claimsOf, stillNeeded } from './claims.ts'
import { conflictsIn } from './conflicts.ts'
import type { Slot } from './entry.ts'
import { type Finding, isAnswered } from './finding.ts'
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
  return claimsOf(view).flatMap((claim) =>
    stillNeeded(view, claim).map(
      (question): Blocker => ({ kind: 'difference-not-looked-at', slot: { question, subject: claim.subject } }),
    ),
  )
}

function disputes(view: RecordView): Blocker[] {
  return conflictsIn(view).map(({ slot }) => ({ kind: 'people-disagree', slot }))
}
