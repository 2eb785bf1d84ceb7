import type { AnswerValue } from './answer.ts'
import type { Author, Entry, EntryBasis, Slot } from './entry.ts'

/** Who records, from where, and with what clock: everything that the domain must not know by itself. */
export interface Recorder {
  assessment: string
  contact: string
  author: Author
  device: string
  guidancePack: string
  newId(): string
  /** Counts up by one at each call, per device. */
  nextSeq(): number
  /** ISO 8601 in UTC. */
  now(): string
}

export interface EntryContent {
  kind: string
  slot: Slot
  value: unknown
  basis?: EntryBasis | undefined
  /** The heads that were on screen when this edit began. */
  seen: readonly string[]
  observedOn?: string | undefined
}

/** Makes one entry; the only place where an entry comes into being. */
export function compose(by: Recorder, content: EntryContent): Entry {
  return {
    id: by.newId(),
    assessment: by.assessment,
    slot: content.slot,
    contact: by.contact,
    kind: content.kind,
    value: content.value,
    ...(content.basis && { basis: content.basis }),
    supersedes: [...content.seen],
    author: by.author,
    device: by.device,
    deviceSeq: by.nextSeq(),
    guidancePack: by.guidancePack,
    recordedAt: by.now(),
    ...(content.observedOn && { observedOn: content.observedOn }),
  }
}

export const answerTo = (
  slot: Slot,
  value: AnswerValue,
  seen: readonly string[],
  basis?: EntryBasis,
): EntryContent => ({ kind: 'answer', slot, value, seen, basis })

export const retractOf = (slot: Slot, why: string, seen: readonly string[]): EntryContent => ({
  kind: 'retract',
  slot,
  value: { why },
  seen,
})
