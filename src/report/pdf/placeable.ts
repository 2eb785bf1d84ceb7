import type { Sheet } from './sheet.ts'

/** A block that has been measured. */
export interface Placeable {
  /** The height that what stands above it needs under itself, so as not to stand alone at the foot of a page. */
  least: number
  /** It may not be the last thing on a page. */
  keepsWithNext?: true
  /** `below` is the height that is to fit under it, if it keeps with what is next. */
  place(sheet: Sheet, below: number): void
}
