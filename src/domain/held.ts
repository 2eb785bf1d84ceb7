import { type Answer, chosen, isBlank } from './answer.ts'
import type { RecordView } from './view.ts'

/**
 * What stands in one cell: every option or honest blank that people recorded, each once. Empty when nobody answered;
 * more than one when people recorded different things, and then none of them is picked. Several options of one answer
 * stand joined by commas.
 */
export type Held = readonly string[]

export const heldIn = (view: RecordView, question: string, subject: string, part: string): Held =>
  heldAs(view, question, subject, (a) => chosen(a, part).join(',') || undefined)

/** One word for each head that says something here; an honest blank speaks for every part of its answer. */
export function heldAs(
  view: RecordView,
  question: string,
  subject: string,
  read: (answer: Answer) => string | undefined,
): Held {
  const said = view.standing(question, subject).flatMap((a) => (isBlank(a.value) ? a.value.blank : (read(a) ?? [])))
  return [...new Set(said)]
}
