import { type Answer, chosen } from '../../../domain/answer.ts'
import { isIndependent } from '../../../domain/claim-status.ts'
import { claimsOf } from '../../../domain/claims.ts'
import { answerOf } from '../../../domain/record.ts'
import type { RecordView } from '../../../domain/view.ts'

/** A level that is lower than one judged at an earlier contact. */
export interface LoweredLevel {
  level: Answer
  /** The day of the last contact that judged it higher. */
  judgedOn: string
}

const tierOf = (a: Answer): number => Number((chosen(a, 'level')[0] ?? 'tier-9').replace('tier-', ''))

export function loweredLevels(view: RecordView): LoweredLevel[] {
  const order = new Map(view.contacts.map((c, i) => [c.id, i]))
  const orderOf = (contact: string) => order.get(contact) ?? 0
  return view.answers('ANA-06').flatMap((level) => {
    const higher = view.record
      .history({ question: level.question, subject: level.subject })
      .filter((e) => orderOf(e.contact) < orderOf(level.entry.contact))
      .filter((e) => {
        const before = answerOf(e)
        return before !== null && chosen(before, 'level').length > 0 && tierOf(before) > tierOf(level)
      })
    const last = Math.max(-1, ...higher.map((e) => orderOf(e.contact)))
    const judgedOn = view.contacts[last]?.value.startedOn
    return judgedOn === undefined ? [] : [{ level, judgedOn }]
  })
}

/** A claim that the practitioner points at is borne out by somebody independent, and not only by what was known before. */
export function hasNewEvidence(view: RecordView, { level, judgedOn }: LoweredLevel): boolean {
  const named = new Set(view.answersFor('ANA-07', level.subject).flatMap((a) => chosen(a, 'evidence-claims')))
  return claimsOf(view)
    .filter((c) => named.has(c.subject) && (c.status === 'supported' || c.status === 'one-independent-source'))
    .some((c) =>
      c.findings.some(
        (f) => f.finding === 'agrees' && isIndependent(f.source) && f.doubts.length === 0 && f.on > judgedOn,
      ),
    )
}
