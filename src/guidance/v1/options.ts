import type { Blank, Option } from '../../domain/question.ts'

const YES: Option = { id: 'yes', label: 'Yes' }
const NO: Option = { id: 'no', label: 'No' }

export const YES_NO: readonly Option[] = [YES, NO]
export const YES_NO_NOT_SURE: readonly Option[] = [YES, NO, { id: 'not-sure', label: 'Not sure' }]
export const YES_NO_NOT_KNOWN: readonly Option[] = [YES, NO, { id: 'not-known', label: 'Not known' }]
export const YES_NO_NOT_ASKED: readonly Option[] = [YES, NO, { id: 'not-asked', label: 'Not asked yet' }]
export const YES_NO_NOT_SEEN: readonly Option[] = [YES, NO, { id: 'not-seen', label: 'Not seen' }]

/** What a tie between people, or to a service, is like. */
export const TIE_QUALITIES: readonly Option[] = [
  { id: 'strong', label: 'Strong' },
  { id: 'weak', label: 'Weak' },
  { id: 'stressful', label: 'Stressful' },
]

/** Whose word something rests on: one option for each source that claims are checked against. */
export const SOURCE_OPTIONS: readonly Option[] = [
  { id: 'adult', label: 'The adult themselves' },
  { id: 'partner-family', label: 'Their partner or family' },
  { id: 'observation', label: 'What I saw' },
  { id: 'record', label: 'An agency’s record' },
  { id: 'professional', label: 'Another professional' },
  { id: 'test', label: 'A test result' },
  { id: 'child', label: 'A child' },
  { id: 'other', label: 'Someone else, such as a neighbour' },
]

/** Blanks of what a person can be asked. */
export const BLANKS_WHEN_ASKING: readonly Blank[] = ['not-asked', 'not-known', 'prefers-not-to-say']
/** Blanks of a collection that a person can be asked about: "none" is an answer there. */
export const BLANKS_OF_A_LIST: readonly Blank[] = ['asked-none', 'not-asked', 'not-known', 'prefers-not-to-say']
/** Blanks of what only the practitioner's own eyes can tell. */
export const BLANKS_WHEN_LOOKING: readonly Blank[] = ['not-seen']
