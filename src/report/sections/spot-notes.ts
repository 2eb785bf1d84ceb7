import { type Note, notesOf } from '../../domain/notes.ts'
import type { Block } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { byInWords } from '../slot-words.ts'
import { recordWords } from '../words.ts'

/** Notes that wait for a step, or name one that this edition does not have. */
export function unfiledNotes({ view }: ReportInput): readonly Block[] {
  const steps = new Set(view.pack.steps.map((s) => s.id))
  const waiting = notesOf(view.record).filter((n) => !steps.has(n.value.step ?? ''))
  const blocks = noteBlocks(waiting)
  return blocks.length > 0 ? [{ kind: 'heading', level: 2, runs: words.notesUnfiled }, ...blocks.slice(1)] : []
}

export function noteBlocks(notes: readonly Note[]): readonly Block[] {
  if (notes.length === 0) return []
  return [
    { kind: 'heading', level: 4, runs: words.notes },
    {
      kind: 'list',
      items: notes.map(({ entry, value }) => [
        { text: `${recordWords.senses[value.sense]}: `, bold: true },
        `${value.words} (${byInWords(entry)})`,
      ]),
    },
  ]
}
