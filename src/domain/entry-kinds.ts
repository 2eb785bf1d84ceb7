import * as z from 'zod/mini'
import type { Slot } from './entry.ts'

/** Slot names that are not questions. */
export const CONTACT_SLOT = 'CONTACT'
export const NOTE_SLOT = 'NOTE'
export const SIGN_OFF_SLOT = 'SIGN-OFF'

const text = z.string()
const contact = z.looseObject({ startedOn: text })
const note = z.looseObject({ sense: z.enum(['seen', 'heard', 'smelled']), words: text, step: z.optional(text) })
const response = z.looseObject({
  words: text.check(z.regex(/\S/)),
  because: z.optional(z.array(z.object({ question: text, subject: text }))),
})
const correction = z.looseObject({ part: text, words: text, why: text })
const signOff = z.looseObject({ fingerprint: text, blanks: z.number() })

/** Value of a `contact` entry: the subject of its slot is the contact's id. */
export interface ContactValue {
  startedOn: string
}

/** Value of a `note` entry: a quick observation, filed to a step now or later. Filing again supersedes it. */
export interface NoteValue {
  sense: 'seen' | 'heard' | 'smelled'
  words: string
  /** Step id; left out until it is filed. */
  step?: string | undefined
}

/** Value of a `response` entry: a person has looked at a finding. Its slot is the rule's id and the finding's subject. */
export interface ResponseValue {
  words: string
  /** The answers that had raised it then; a later one raises it anew. Without it the response holds whatever comes. */
  because?: readonly Slot[] | undefined
}

/** Value of a `correction` entry: stands beside the words as first recorded, which stay as they are. */
export interface CorrectionValue {
  part: string
  words: string
  why: string
}

/** Value of a `sign-off` entry: which edition of the record the author stood by. */
export interface SignOffValue {
  fingerprint: string
  blanks: number
}

/** These read the opaque value of an entry of their kind; null when this version cannot show it. */
export const readContact = reader<ContactValue>(contact)
export const readNote = reader<NoteValue>(note)
export const readResponse = reader<ResponseValue>(response)
export const readCorrection = reader<CorrectionValue>(correction)
export const readSignOff = reader<SignOffValue>(signOff)

function reader<T>(schema: z.ZodMiniType<T>) {
  return (value: unknown): T | null => (schema.safeParse(value).success ? (value as T) : null)
}
