import type { Entry, Slot } from '../../domain/entry.ts'
import { readCorrection } from '../../domain/entry-kinds.ts'
import { byInWords } from '../../report/slot-words.ts'
import { recordWords } from '../../report/words.ts'
import { useWorkspace } from '../workspace.ts'

/** The corrections of one answer, each with who made it and when. */
export function CorrectionLines({ slot, part }: { slot: Slot; part?: string }) {
  const { view } = useWorkspace()
  const made = view.record.history(slot).flatMap((entry) => {
    const value = entry.kind === 'correction' ? readCorrection(entry.value) : null
    return value && (part === undefined || value.part === part) ? [{ entry, value }] : []
  })
  return made
    .sort(byTime)
    .map(({ entry, value }) => <p key={entry.id}>{recordWords.corrected(value.words, value.why, byInWords(entry))}</p>)
}

const byTime = (a: { entry: Entry }, b: { entry: Entry }): number =>
  a.entry.recordedAt + a.entry.id < b.entry.recordedAt + b.entry.id ? -1 : 1
