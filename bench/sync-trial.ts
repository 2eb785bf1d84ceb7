import type { Author, Entry } from '../src/domain/entry.ts'
import { anEntry } from '../tests/storage/storage-builders.ts'

/** One device's way to a server and another's back. */
export interface Trial {
  prepare(count: number): Promise<void>
  push(): Promise<void>
  /** How many came. */
  pull(): Promise<number>
}

/** So many at once, both ways. */
export const BATCH = 100

const WORDS =
  'She said that he stopped in the spring and has not used since then, most days, and that his sister knows. '

export const benchEntries = (count: number, assessment: string, author: Author): Entry[] =>
  Array.from({ length: count }, (_, n) =>
    anEntry({
      id: `${assessment} ${n}`,
      assessment,
      author,
      slot: { question: `BEN-${n % 200}`, subject: '-' },
      value: { parts: { words: WORDS.slice(0, 20 + ((n * 37) % 80)) } },
      deviceSeq: n + 1,
    }),
  )
