import * as z from 'zod/mini'

/** How the author knows: what somebody said, what was seen, a record, a test, a child's account, or the author's opinion. */
export const BASES = ['said', 'seen', 'record', 'test', 'child', 'opinion'] as const
export type Basis = (typeof BASES)[number]

/** `by` is the subject id of a recorded person or free text ("health visitor"); never required. */
export interface EntryBasis {
  how: Basis
  by?: string | undefined
}

/** One register: a question and the subject that the answer is about. */
export interface Slot {
  question: string
  subject: string
}

export interface Author {
  id: string
  name: string
  role: string
  agency: string
}

/** One immutable thing that one person recorded in one slot. Times are ISO 8601 in UTC; `observedOn` is a calendar date. */
export interface Entry {
  id: string
  assessment: string
  slot: Slot
  contact: string
  kind: string
  value: unknown
  basis?: EntryBasis | undefined
  /** Ids of the heads that were on screen when the author began this edit. */
  supersedes: string[]
  author: Author
  device: string
  /** Counts up from 1 per device. */
  deviceSeq: number
  guidancePack: string
  recordedAt: string
  observedOn?: string | undefined
}

const text = z.string().check(z.minLength(1))

/** The envelope only: `value` stays opaque, so an entry of an unknown kind passes unharmed. */
export const entrySchema = z.looseObject({
  id: text,
  assessment: text,
  slot: z.object({ question: text, subject: text }),
  contact: text,
  kind: text,
  value: z.unknown(),
  basis: z.optional(z.object({ how: z.enum(BASES), by: z.optional(z.string()) })),
  supersedes: z.array(text),
  author: z.object({ id: text, name: z.string(), role: z.string(), agency: z.string() }),
  device: text,
  deviceSeq: z.int().check(z.minimum(1)),
  guidancePack: text,
  recordedAt: text,
  observedOn: z.optional(text),
})

/** A stable name for a slot, for maps and indexes in memory. */
export const slotKey = (slot: Slot): string => `${slot.question}|${slot.subject}`
