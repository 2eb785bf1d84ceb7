import { type Answer, chosen } from './answer.ts'
import type { Question } from './question.ts'

/** Points of a published questionnaire; `not-complete` while an item waits: a part of a score is no score. */
export type Points = { points: number; of: number } | 'not-complete'

/**
 * The points of one answer. An item that is not asked because of another item's answer counts none, as in the published
 * instrument; an item that is asked and not answered leaves the whole not complete.
 */
export function pointsOf(question: Question, answer: Answer): Points {
  let points = 0
  let of = 0
  for (const part of question.parts) {
    if (part.kind !== 'single' || !part.options.some((o) => o.points !== undefined)) continue
    of += Math.max(...part.options.map((o) => o.points ?? 0))
    const skipped = part.when && isSkipped(answer, part.when)
    if (skipped === true) continue
    const option = part.options.find((o) => o.id === chosen(answer, part.id)[0])
    if (option?.points === undefined) return 'not-complete'
    points += option.points
  }
  return { points, of }
}

/** The points of what is chosen so far, for deciding what to ask next: more answers can only add to them. */
export function pointsSoFar(question: Question | undefined, answer: Answer, parts: readonly string[]): number {
  return (question?.parts ?? [])
    .filter((p) => parts.includes(p.id))
    .flatMap((p) => (p.kind === 'single' ? p.options.filter((o) => chosen(answer, p.id)[0] === o.id) : []))
    .reduce((sum, o) => sum + (o.points ?? 0), 0)
}

/** AUDIT-C points from which the UK guidance asks the longer questionnaire. Cut-offs of other countries differ. */
export const AUDIT_C_POSITIVE = 5

export const AUDIT_BANDS = ['lower', 'increasing', 'higher', 'possible-dependence'] as const
/** What the UK guidance calls a total of AUDIT. It describes answers about drinking, never a person or a family. */
export type AuditBand = (typeof AUDIT_BANDS)[number]

/** 0 to 7, 8 to 15, 16 to 19, and 20 or more of 40 points. */
export function auditBand(points: number): AuditBand {
  if (points >= 20) return 'possible-dependence'
  if (points >= 16) return 'higher'
  return points >= 8 ? 'increasing' : 'lower'
}

/** The answers to the first three items and to the other seven, as one total. */
export function auditTotal(first: Points, rest: Points): Points {
  if (first === 'not-complete' || rest === 'not-complete') return 'not-complete'
  return { points: first.points + rest.points, of: first.of + rest.of }
}

function isSkipped(answer: Answer, when: { part: string; is: readonly string[] }): boolean {
  const held = chosen(answer, when.part)
  return held.length > 0 && !held.some((o) => when.is.includes(o))
}
