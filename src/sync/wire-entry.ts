import * as z from 'zod/mini'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { Slot } from '../domain/entry.ts'
import { LIMITS } from './limits.ts'

/**
 * The part of an entry that the wire and the server read. The rest, known to this version or not, travels in the entry's
 * text and is never read, changed or judged on the way.
 */
export interface Envelope {
  id: string
  assessment: string
  slot: Slot
  supersedes: string[]
  author: { id: string; name: string; role: string; agency: string }
}

/**
 * Why an entry cannot be taken in. It stays on the device, visible with this reason; the others of its batch are not
 * harmed. All but the last are faults of Linnet: the user saves the list of what is not sent and reports it.
 * - `too-large`, `too-deep`: past `LIMITS`.
 * - `not-json`: not a JSON object.
 * - `not-canonical`: JSON, but not the one text that its content has. Sent on, it would be changed on the way.
 * - `not-an-entry`: an id, the assessment, the slot, what it supersedes or the author is missing.
 * - `unusable-id`: an id is empty, too long, or holds U+0000 or half of a surrogate pair.
 * - `supersedes-itself`: it could never be stored.
 * - `other-author`: recorded by another person than the one signed in. That person signs in and sends it.
 */
export type InvalidReason =
  | 'too-large'
  | 'too-deep'
  | 'not-json'
  | 'not-canonical'
  | 'not-an-entry'
  | 'unusable-id'
  | 'supersedes-itself'
  | 'other-author'

export const INVALID_REASONS = [
  'too-large',
  'too-deep',
  'not-json',
  'not-canonical',
  'not-an-entry',
  'unusable-id',
  'supersedes-itself',
  'other-author',
] as const satisfies readonly InvalidReason[]

export type ReadEntry =
  | { ok: true; envelope: Envelope; text: string }
  | { ok: false; id: string | null; why: InvalidReason }

/** Reads the text of one entry, as pushed or pulled. Never throws, whatever the text. */
export function readEntryText(text: string): ReadEntry {
  const refuse = (why: InvalidReason, id: string | null = null): ReadEntry => ({ ok: false, id, why })
  if (utf8Length(text) > LIMITS.entryBytes) return refuse('too-large')
  if (depthOf(text) > LIMITS.depth) return refuse('too-deep')
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('not-json')
  const named = 'id' in value && typeof value.id === 'string' && isUsable(value.id) ? value.id : null
  if (canonicalJson(value) !== text) return refuse('not-canonical', named)
  const read = envelopeSchema.safeParse(value)
  if (!read.success) return refuse('not-an-entry', named)
  const { id, assessment, slot, supersedes, author } = read.data
  const ids = [id, assessment, slot.question, slot.subject, author.id, ...supersedes]
  if (!ids.every(isUsable)) return refuse('unusable-id', named)
  if (supersedes.includes(id)) return refuse('supersedes-itself', named)
  return { ok: true, envelope: read.data, text }
}

/** True for an id that every store and every header can hold. */
export const isUsable = (id: string): boolean =>
  id.length > 0 && id.length <= LIMITS.id && !id.includes('\u0000') && !LONE_SURROGATE.test(id)

const LONE_SURROGATE = /\p{Surrogate}/u
const envelopeSchema = z.object({
  id: z.string(),
  assessment: z.string(),
  slot: z.object({ question: z.string(), subject: z.string() }),
  supersedes: z.array(z.string()),
  author: z.object({ id: z.string(), name: z.string(), role: z.string(), agency: z.string() }),
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function utf8Length(text: string): number {
  return text.length > LIMITS.entryBytes ? text.length : new TextEncoder().encode(text).length
}

/** How deep brackets stand in brackets. Counted on the text: parsing what is too deep would end the program. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (inString) {
      if (c === BACKSLASH) at++
      else if (c === QUOTE) inString = false
    } else if (c === QUOTE) inString = true
    else if (c === OPEN_LIST || c === OPEN_OBJECT) deepest = Math.max(deepest, ++depth)
    else if (c === CLOSE_LIST || c === CLOSE_OBJECT) depth--
  }
  return deepest
}
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 91, 93, 123, 125]
