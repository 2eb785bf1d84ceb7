import type { Outstanding } from '../domain/completion.ts'
import type { RecordView } from '../domain/view.ts'
import { subjectIdInWords } from './subject-words.ts'

/** What keeps a step from being complete, a line for each: about whom, and what is missing. */
export const outstandingInWords = (view: RecordView, { subject, says }: Outstanding): string => {
  const about = subjectIdInWords(view, subject)
  return about ? `${about}: ${says}` : `${says.charAt(0).toUpperCase()}${says.slice(1)}`
}
