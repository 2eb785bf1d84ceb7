import { LIMITS } from './limits.ts'
import type { Unsent } from './sync-store.ts'

/** In the order given, each as large as a request may be. What is too large alone stands alone: the server says so. */
export function inBatches(entries: readonly Unsent[]): Unsent[][] {
  const batches: Unsent[][] = []
  let batch: Unsent[] = []
  let bytes = ENVELOPE
  for (const entry of entries) {
    const size = bytesOf(entry)
    if (batch.length > 0 && (batch.length === LIMITS.batchEntries || bytes + size > LIMITS.batchBytes)) {
      batches.push(batch)
      batch = []
      bytes = ENVELOPE
    }
    batch.push(entry)
    bytes += size
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}

export function halvesOf<T>(batch: readonly T[]): [T[], T[]] {
  const middle = Math.ceil(batch.length / 2)
  return [batch.slice(0, middle), batch.slice(middle)]
}

/** The braces and names of the request. */
const ENVELOPE = 64

/** In the body of a request: the text as JSON, a voucher, and the assessment that may be named as begun. */
const bytesOf = ({ text, assessment }: Unsent): number =>
  new TextEncoder().encode(JSON.stringify(text)).length + assessment.length * 4 + 80
