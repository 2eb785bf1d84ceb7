import { createHash } from 'node:crypto'
import type { PushResult } from '../../sync/protocol.ts'
import { type Envelope, readEntryText } from '../../sync/wire-entry.ts'

/** One entry of a batch that could be read. `at` is its place in the batch. */
export interface Incoming {
  at: number
  envelope: Envelope
  text: string
  hash: string
}

export interface ReadBatch {
  /** By assessment, in the one order in which every transaction takes its locks: any other ends in deadlocks. */
  byAssessment: [assessment: string, entries: Incoming[]][]
  /** Results of those that could not be read, by their place. */
  results: Map<number, PushResult>
}

/** Reads each entry on its own, so that one that cannot be read harms no other. */
export function readBatch(texts: readonly string[]): ReadBatch {
  const groups = new Map<string, Incoming[]>()
  const results = new Map<number, PushResult>()
  texts.forEach((text, at) => {
    const read = readEntryText(text)
    if (!read.ok) {
      results.set(at, { result: 'invalid', id: read.id, why: read.why })
      return
    }
    const incoming = { at, envelope: read.envelope, text, hash: hashOf(text) }
    const group = groups.get(read.envelope.assessment)
    if (group) group.push(incoming)
    else groups.set(read.envelope.assessment, [incoming])
  })
  return { byAssessment: [...groups].sort(([a], [b]) => (a < b ? -1 : 1)), results }
}

/** As `entryHash`, without a promise for each entry. */
const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** One result for each entry, in the order sent. */
export function inOrderSent(texts: readonly string[], results: ReadonlyMap<number, PushResult>): PushResult[] {
  return texts.map((_, at) => {
    const result = results.get(at)
    if (!result) throw new Error('an entry of a batch has no result')
    return result
  })
}
