import type { Slot } from '../domain/entry.ts'

/** One cell: a word or a few, and the slot that it comes from. */
export interface LinkedCell {
  text: string
  slot: Slot
}
export interface LinkedTable {
  head: readonly string[]
  rows: readonly { name: string; cells: readonly LinkedCell[] }[]
}
