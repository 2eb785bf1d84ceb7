import { type Entry, slotKey } from '../domain/entry.ts'

/**
 * True when `next` may take the place of `old`: the same person's next edit of the same slot at the same contact,
 * superseding exactly what `old` superseded. One that named `old` would wait for ever for an entry that is nowhere.
 */
export function isSameEdit(old: Entry, next: Entry): boolean {
  return (
    old.id !== next.id &&
    old.assessment === next.assessment &&
    slotKey(old.slot) === slotKey(next.slot) &&
    old.author.id === next.author.id &&
    old.device === next.device &&
    old.contact === next.contact &&
    old.kind === next.kind &&
    old.guidancePack === next.guidancePack &&
    sameIds(old.supersedes, next.supersedes)
  )
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  [...new Set(a)].sort().join() === [...new Set(b)].sort().join()
