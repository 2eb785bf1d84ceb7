import type { Slot } from '../domain/entry.ts'
import type { Question } from '../domain/question.ts'
import type { RecordView } from '../domain/view.ts'

/**
 * Every slot of a question that holds anything, in the order of what it is about: also what was removed, and what would not
 * be asked any more.
 */
export function recordedSlots(view: RecordView, question: Question): readonly Slot[] {
  if (question.addsTo) return []
  const order = view
    .subjects(question.per)
    .flatMap((s) => [s.id, ...(question.collects ? view.items(question.id, s.id).map((a) => a.subject) : [])])
  const place = ({ subject }: Slot) => {
    const at = order.indexOf(subject)
    return at < 0 ? order.length : at
  }
  return [...view.record.slotsOf(question.id)].sort((a, b) => place(a) - place(b) || (a.subject < b.subject ? -1 : 1))
}
