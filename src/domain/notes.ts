import type { Entry } from './entry.ts'
import { NOTE_SLOT, type NoteValue } from './entry-kinds.ts'
import type { AssessmentRecord } from './record.ts'

export interface Note {
  /** The note as it stands: the first words, or the last filing of them. */
  entry: Entry
  value: NoteValue
}

/** Every quick observation as it now stands. Filed twice at once, both stay. */
export function notesOf(record: AssessmentRecord): readonly Note[] {
  const all = record.ofKind('note').filter((e) => e.slot.question === NOTE_SLOT)
  const superseded = new Set(all.flatMap((e) => e.supersedes))
  return all
    .filter((e) => !superseded.has(e.id))
    .map((entry) => ({ entry, value: entry.value as NoteValue }))
    .sort((a, b) => (a.entry.recordedAt + a.entry.id < b.entry.recordedAt + b.entry.id ? -1 : 1))
}
