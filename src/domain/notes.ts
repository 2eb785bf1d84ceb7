import type { Entry } from './entry.ts'
import { NOTE_SLOT, type NoteValue, readNote } from './entry-kinds.ts'
import { type AssessmentRecord, headsAmong } from './record.ts'

export interface Note {
  /** The note as it stands: the first words, or the last filing of them. */
  entry: Entry
  value: NoteValue
}

/** Every quick observation as it now stands. Filed twice at once, both stay. */
export function notesOf(record: AssessmentRecord): readonly Note[] {
  const readable = record
    .ofKind('note')
    .filter((e) => e.slot.question === NOTE_SLOT)
    .flatMap((entry) => {
      const value = readNote(entry.value)
      return value ? [{ entry, value }] : []
    })
  const standing = new Set(headsAmong(readable.map((n) => n.entry)))
  return readable
    .filter((n) => standing.has(n.entry))
    .sort((a, b) => (a.entry.recordedAt + a.entry.id < b.entry.recordedAt + b.entry.id ? -1 : 1))
}
