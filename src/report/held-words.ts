import type { Held } from '../domain/held.ts'
import type { RecordView } from '../domain/view.ts'
import { recordWords } from './words.ts'

/** What stands in a cell: the label of the option, the honest blank, or that people recorded different things. */
export function heldInWords(view: RecordView, question: string, part: string, held: Held): string {
  return allInWords(
    held.map((one) =>
      one
        .split(',')
        .map((o) => oneInWords(view, question, part, o))
        .join('; '),
    ),
  )
}

/** Several accounts in one line. */
export const allInWords = (texts: readonly string[]): string => {
  if (texts.length === 0) return recordWords.blanks.unanswered
  return texts.length === 1 ? (texts[0] ?? '') : recordWords.differ(texts.join(' / '))
}

function oneInWords(view: RecordView, question: string, partId: string, option: string): string {
  const part = view.question(question)?.parts.find((p) => p.id === partId)
  const options = part?.kind === 'grid' ? part.cells : part && 'options' in part ? part.options : []
  const label = options.find((o) => o.id === option)?.label
  return label ?? recordWords.blanks[option as keyof typeof recordWords.blanks] ?? option
}
