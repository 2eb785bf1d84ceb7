import { isBlank } from './answer.ts'
import type { Entry } from './entry.ts'
import { answerOf } from './record.ts'
import type { RecordView } from './view.ts'

/**
 * Entries that are kept and cannot be shown, or not wholly: of an unknown kind, broken, or made with another edition of the
 * guidance. Any summary of a record with one of these has to say that it is incomplete.
 */
export function unshowableIn(view: RecordView): readonly Entry[] {
  const lost = new Set(view.record.unshowable)
  return view.record.entries.filter((e) => lost.has(e) || isOfAnotherEdition(view, e))
}

const ANSWERS = new Set(['answer', 'retract', 'resolve', 'correction'])

function isOfAnotherEdition(view: RecordView, entry: Entry): boolean {
  if (!ANSWERS.has(entry.kind)) return false
  const question = view.question(entry.slot.question)
  if (!question) return true
  const value = answerOf(entry)?.value
  if (!value || isBlank(value)) return false
  return Object.keys(value.parts).some((id) => !question.parts.some((p) => p.id === id))
}
