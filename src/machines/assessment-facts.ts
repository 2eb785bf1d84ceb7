import { chosen } from '../domain/answer.ts'
import { type Finding, isAnswered, raisedIds, responsesTo } from '../domain/finding.ts'
import { isStepRelevant } from '../domain/relevance.ts'
import type { RecordView } from '../domain/view.ts'
import { STEP_IDS, type StepId } from '../guidance/index.ts'

/** All that the chart needs to know of the record, as plain data. */
export interface AssessmentFacts {
  /** The steps that "Continue" goes through, in order. */
  path: readonly StepId[]
  /** Safety prompts that nobody has answered yet, as `<rule>|<subject>|<times answered before>`. */
  urgent: readonly string[]
}

/** Without permission the conversation ends, but what is already known about the children is still thought through. */
const WITHOUT_PERMISSION: ReadonlySet<StepId> = new Set([
  'START',
  'ENG',
  'CHD',
  'AGY',
  'TRI',
  'ANA',
  'PLN',
  'REV',
  'SUP',
])

export function factsOf(view: RecordView, findings: readonly Finding[]): AssessmentFacts {
  const raised = raisedIds(findings)
  const relevant = view.pack.steps.filter((s) => isStepRelevant(s, view, raised)).map((s) => s.id)
  const refused = isRefused(view)
  return {
    path: STEP_IDS.filter((id) => relevant.includes(id) && (!refused || WITHOUT_PERMISSION.has(id))),
    urgent: findings
      .filter((f) => f.rule.family === 'safety')
      .flatMap((f) =>
        f.evidence
          .filter((e) => !isAnswered(view, f.rule.id, e))
          // What was answered and is raised anew is another prompt.
          .map((e) => [f.rule.id, e.subject, responsesTo(view, f.rule.id, e.subject).length].join('|')),
      ),
  }
}

/** True when the adult does not agree to take part, or is not able to decide now, and nobody recorded otherwise. */
function isRefused(view: RecordView): boolean {
  const said = view.answers('ENG-04').flatMap((a) => chosen(a, 'agree'))
  return said.length > 0 && said.every((s) => s === 'none' || s === 'not-able')
}
