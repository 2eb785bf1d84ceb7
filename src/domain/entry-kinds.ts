/** Slot names that are not questions. */
export const CONTACT_SLOT = 'CONTACT'
export const NOTE_SLOT = 'NOTE'
export const SIGN_OFF_SLOT = 'SIGN-OFF'

/** Value of a `contact` entry: the subject of its slot is the contact's id. */
export interface ContactValue {
  startedOn: string
}

/** Value of a `note` entry: a quick observation, filed to a step now or later. Filing again supersedes it. */
export interface NoteValue {
  sense: 'seen' | 'heard' | 'smelled'
  words: string
  /** Step id; left out until it is filed. */
  step?: string
}

/** Value of a `response` entry: a person has looked at a finding. Its slot is the rule's id and the finding's subject. */
export interface ResponseValue {
  words: string
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
