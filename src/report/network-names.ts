import { textIn } from '../domain/answer.ts'
import { labelOf } from '../domain/subjects.ts'
import type { RecordView } from '../domain/view.ts'
import { optionInWords } from './answer-words.ts'
import { networkWords as words } from './network-words.ts'
import { subjectIdInWords } from './subject-words.ts'

/** What somebody or something in the network is called; every name where people recorded different ones. */
export function nameIn(view: RecordView, id: string): string {
  if (id.startsWith('free:')) return wordsOf(view, id.slice('free:'.length)) || words.noName
  const names = [...new Set(view.answersFor('NET-01', id).map((a) => textIn(a, 'label')))].filter(Boolean).sort()
  if (names.length > 1) return names.join(' / ')
  if (labelOf(view, id)) return labelOf(view, id)
  // A service has a kind where it has no name.
  return view.answersFor('AGY-01', id).length > 0 ? subjectIdInWords(view, id) : words.noName
}

/** The label of an option, in the words of its question. */
export function optionIn(view: RecordView, question: string, part: string, option: string): string {
  const asked = view.question(question)
  return asked ? optionInWords(asked, part, option) : option
}

const wordsOf = (view: RecordView, subject: string): string =>
  view
    .answersFor('NET-13', subject)
    .map((a) => textIn(a, 'who'))
    .find((t) => t !== '') ?? ''
