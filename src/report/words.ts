import type { ClaimStatus, FindingWord, Source } from '../domain/claim-status.ts'
import type { Basis } from '../domain/entry.ts'
import type { NoteValue } from '../domain/entry-kinds.ts'
import type { StepStatus } from '../domain/progress.ts'
import type { Blank } from '../domain/question.ts'

/** Words for what the record holds; the screens and the reports say the same. */
export const recordWords = {
  blanks: {
    unanswered: 'Not answered yet',
    'not-asked': 'Not asked',
    'not-known': 'Not known',
    'prefers-not-to-say': 'Prefers not to say',
    'not-seen': 'Not seen',
    'asked-none': 'Asked, and there is none',
  } satisfies Record<Blank | 'unanswered', string>,
  bases: {
    said: 'Somebody said it',
    seen: 'I saw it',
    record: 'It is on record',
    test: 'A test shows it',
    child: 'A child said or showed it',
    opinion: 'It is my view',
  } satisfies Record<Basis, string>,
  /** The same, as a report says it of somebody else. */
  basesReported: {
    said: 'said to the practitioner',
    seen: 'seen by the practitioner',
    record: 'on record',
    test: 'from a test',
    child: 'said or shown by a child',
    opinion: 'the practitioner’s view',
  } satisfies Record<Basis, string>,
  basisOpen: 'how it is known was not recorded',
  statuses: {
    'not-started': 'Not yet started',
    'in-progress': 'In progress',
    completed: 'Completed',
    'cannot-start': 'Cannot start yet',
    'needs-attention': 'Needs attention',
  } satisfies Record<StepStatus, string>,
  claimStatuses: {
    differs: 'Differs',
    'self-report-only': 'Self-report only',
    unknown: 'Unknown',
    partly: 'Partly',
    'one-independent-source': 'One independent source',
    supported: 'Supported',
  } satisfies Record<ClaimStatus, string>,
  sources: {
    adult: 'The adult',
    'partner-family': 'Partner or family',
    observation: 'What was seen',
    record: 'A record',
    professional: 'Another professional',
    test: 'A test',
    child: 'A child',
    other: 'Another source',
  } satisfies Record<Source, string>,
  findingWords: {
    agrees: 'agrees',
    partly: 'agrees in part',
    contradicts: 'contradicts',
    'says-nothing': 'says nothing',
    'not-sought': 'not sought',
  } satisfies Record<FindingWord, string>,
  senses: { seen: 'Seen', heard: 'Heard', smelled: 'Smelled' } satisfies Record<NoteValue['sense'], string>,
  recordedBy: (name: string, role: string, agency: string, when: string) => `${name}, ${role}, ${agency}, ${when}`,
  /** Enough of a fingerprint to compare two papers by eye. */
  shortPrint: (hex: string) => hex.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 '),
  longPrint: (hex: string) => hex.replace(/(.{4})(?=.)/g, '$1 '),
  differ: (texts: string) => `People recorded different things: ${texts}`,
  nameless: { child: 'A child without a name', adult: 'An adult without a name', other: 'Without a name' },
  pair: (adult: string, child: string) => `${adult} and ${child}`,
  about: (date: string) => `about ${date}`,
  cannotShow: 'Recorded, cannot be shown here',
  cannotShowPart: 'Something more is recorded, and cannot be shown here',
  before: (text: string, by: string) => `Before: ${text} (${by})`,
  removed: (why: string) => `Removed: ${why}`,
  chosenBecause: (why: string, by: string) => `Chosen between different answers by ${by}, because ${why}`,
  keptBecause: (why: string, by: string) => `Kept as a difference between sources by ${by}, because ${why}`,
  corrected: (words: string, why: string, by: string) => `Correction: “${words}” (${why}). ${by}`,
  contact: (day: string) => `Contact of ${day}`,
}

const plural = (n: number, unit: 'month' | 'year'): string =>
  new Intl.NumberFormat('en-GB', { style: 'unit', unit, unitDisplay: 'long' }).format(n)

/** What is said of a child in one line. */
export const childWords = {
  unborn: (weeks: number | undefined) => (weeks === undefined ? 'Unborn baby' : `Unborn baby, ${weeks} weeks`),
  weeksDisputed: 'Unborn baby; people recorded different dates',
  birthDisputed: 'People recorded different things about the birth',
  ageNotKnown: 'Age not known',
  underOneMonth: 'Under 1 month',
  months: (n: number) => plural(n, 'month'),
  years: (n: number) => plural(n, 'year'),
  between: (least: string, most: string) => `${least} to ${most}`,
  sleptAt: (places: readonly string[]) => `Slept last night: ${places.join(' or ')}`,
  sleptUnknown: 'Where the baby slept last night: not recorded',
  seenNow: 'Seen at this contact',
  notSeenNow: 'Not seen at this contact',
  seenDisputed: 'People recorded different things about seeing this child',
  lastSeen: (on: string, by: string | undefined) => `Last seen ${on}${by ? ` by ${by}` : ''}`,
  lastSeenUnknown: 'When last seen: not recorded',
}

const dateTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** An ISO 8601 instant as a practitioner reads it, in the time of the place where it is read. */
export const whenInWords = (iso: string): string => {
  const t = Date.parse(iso)
  return Number.isNaN(t) ? iso : dateTime.format(t)
}
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const dayOfInstant = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** The two halves of the same, for many things recorded on one day. */
export const timeInWords = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : time.format(Date.parse(iso)))
export const dayOfInstantInWords = (iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? iso : dayOfInstant.format(Date.parse(iso))

/** A calendar date in words. */
export const dayInWords = (date: string): string => {
  const t = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(t) ? date : day.format(t)
}
