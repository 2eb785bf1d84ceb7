import { createHash } from 'node:crypto'
import type { PushRequest, PushResult } from '../../sync/protocol.ts'
import { type Envelope, readEntryText } from '../../sync/wire-entry.ts'
import type { Vouching } from './vouching.ts'

/** One entry of a batch that could be read. `at` is its place in the batch. */
export interface Incoming {
  at: number
  envelope: Envelope
  text: string
  hash: string
  /** This server has stored it before, and said so. */
  vouched: boolean
}

export interface ReadBatch {
  /** By assessment, in the one order in which every transaction takes its locks: any other ends in deadlocks. */
  byAssessment: [assessment: string, entries: Incoming[]][]
  /** Results of those that could not be read, by their place. */
  results: Map<number, PushResult>
}

/** Reads each entry on its own, so that one that cannot be read harms no other. */
export function readBatch({ entries: texts, vouchers }: PushRequest, vouching?: Vouching): ReadBatch {
  const groups = new Map<string, Incoming[]>()
  const results = new Map<number, PushResult>()
  texts.forEach((text, at) => {
    const read = readEntryText(text)
    if (!read.ok) {
      results.set(at, { result: 'invalid', id: read.id, why: read.why })
      return
    }
    const hash = hashOf(text)
    const voucher = vouchers?.[at]
    const vouched = voucher != null && vouching?.isVouched(read.envelope.assessment, hash, voucher) === true
    const incoming = { at, envelope: read.envelope, text, hash, vouched }
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
