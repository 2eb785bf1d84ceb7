import { type Entry, type Slot, slotKey } from '../domain/entry.ts'

/**
 * What was made here of the edits in each slot. A page that is opened again while what was typed on it is being saved
 * goes on from the entry which that becomes: else the same hand would seem to disagree with itself.
 */
export function editsMade() {
  const made = new Map<string, string>()
  const over = (slot: Slot, heads: readonly string[]): string => `${slotKey(slot)} ${heads}`
  function goesOnFrom(slot: Slot, seen: readonly string[]): readonly string[] {
    const id = made.get(over(slot, seen))
    return id ? goesOnFrom(slot, [id]) : seen
  }
  return { add: (e: Entry) => void made.set(over(e.slot, e.supersedes), e.id), goesOnFrom }
}
