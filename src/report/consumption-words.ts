import type { AuditBand } from '../domain/audit.ts'
import type { Source } from '../domain/claim-status.ts'
import type { Basis } from '../domain/entry.ts'
import type { WeeklyUnits } from '../domain/use-facts.ts'
import { drinkWords } from './drink-words.ts'

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const SOURCE: Record<Source, string> = {
  adult: 'the adult',
  'partner-family': 'a partner or family',
  observation: 'what was seen',
  record: 'a record',
  professional: 'another professional',
  test: 'a test',
  child: 'a child',
  other: 'somebody else',
}

/** The words of the consumption picture: sentences, strips and tables, on screen and on paper. */
export const consumptionWords = {
  title: 'Consumption picture',
  soFar: 'The picture so far',
  lead: 'Put together from the answers, each time anew. What adults say stands as what they say. The answers themselves are in the questions.',
  and: (items: readonly string[]) => and.format(items),
  /** How a sentence begins, by how its pieces are known. */
  begins: {
    said: 'Says',
    seen: 'Seen:',
    record: 'On record:',
    test: 'A test shows:',
    child: 'A child says:',
    opinion: 'The practitioner’s view:',
  } satisfies Record<Basis, string>,
  beginsMixed: 'Recorded:',
  statusDiffers: (statuses: readonly string[]) => `People recorded different things: ${statuses.join('; ')}`,
  usesNow: 'uses it now',
  not28: 'has not used in the last 28 days, but did in the last 12 months',
  not12: 'has not used in the last 12 months',
  declined: 'Would rather not say',
  statusBlank: (why: string) => `Whether it is used: ${why}`,
  statusOpen: 'Whether it is used is not recorded',
  amountDiffers: 'people recorded different amounts',
  amountBlank: (why: string) => `how much: ${why}`,
  amountOpen: 'how much is not recorded',
  most: (amount: string) => `up to ${amount}`,
  measured: (n: string, measure: string) => `${n} ${measure}`,
  /** Counted in these; any other is named as the question names it. */
  measures: {
    units: 'UK units of alcohol',
    pounds: 'pounds’ worth',
  } as Readonly<Record<string, string>>,
  daysDiffer: 'people recorded different days',
  daysBlank: (why: string) => `how often: ${why}`,
  daysOpen: 'how often is not recorded',
  days7: (n: number) => `on ${n} of the last 7 days`,
  days28: (n: number) => `on ${n} of the last 28 days`,
  times: {
    morning: 'in the morning',
    daytime: 'in the day',
    evening: 'in the evening',
    overnight: 'at night',
  } as Readonly<Record<string, string>>,
  timesDiffer: 'people recorded different times of day',
  patterns: {
    'weekends-only': 'only at weekends',
    'weekdays-too': 'on weekdays too',
    'pay-day': 'mostly around pay day',
  } as Readonly<Record<string, string>>,
  stopped: {
    'when-pregnant': 'says stopped because of the pregnancy',
    'other-reason': 'says stopped',
    'cut-down': 'says cut down',
  } as Readonly<Record<string, string>>,
  lastOn: (day: string) => `last on ${day}`,
  lastInWeek: (day: string) => `last in the week of ${day}`,
  lastIn: (time: string) => `last in ${time}`,
  lastAbout: (time: string) => `last ${time}`,
  at: (time: string) => ` at ${time}`,
  lastAmount: (amount: string) => `, ${amount}`,
  lastDiffers: 'people recorded different last times',
  lastBlank: (why: string) => `last time: ${why}`,
  lastOpen: 'the last time is not recorded',
  childThen: (child: string, where: string) => `${child} then: ${where}`,
  inCharge: (names: string, confirmed: boolean) => `${names} in charge${confirmed ? '' : ' (not confirmed)'}`,
  childDiffers: (child: string) => `people recorded different things about where ${child} is then`,
  childBlank: (child: string, why: string) => `where ${child} is then: ${why}`,
  childOpen: (child: string) => `where ${child} is then is not recorded`,
  selfReportOnly: 'self-report only',
  notSaidHow: 'how this is known was not recorded',
  independent: (sources: readonly Source[]) =>
    `${sources.length} independent ${sources.length === 1 ? 'source' : 'sources'}: ${and.format(sources.map((s) => SOURCE[s]))}`,
  source: SOURCE,

  never: (substances: string) => `Says never: ${substances}.`,
  notAsked: (substances: string) => `Not asked: ${substances}.`,
  notKnown: (substances: string) => `Not known: ${substances}.`,
  untouched: (n: number) =>
    `Nothing is recorded yet about ${n} other ${n === 1 ? 'substance' : 'substances'}. That is not “never”.`,

  facts: {
    called: 'What they call it',
    danger: 'Signs of dependence or danger',
    problem: 'Is it problem use?',
    days: 'Days',
    amount: 'How much',
    week: 'Units in a usual week',
    route: 'How it is taken',
    times: 'When in the day and week',
    last: 'Last time',
    pattern: 'Over time',
    stopped: 'Stopped or cut down',
    triggers: 'What sets it off, and hard dates',
    sources: 'Where this comes from',
    impact: 'What it means for each child',
  },
  behind: (name: string) => `What stands behind it: ${name}`,
  fact: 'About',
  recorded: 'What is recorded',
  weekFrom: (from: WeeklyUnits['from'], units: number) =>
    `${{ typed: 'As typed', 'week-drinks': 'Added up from the drinks of a week', 'usual-day': 'A usual day, on the days recorded' }[from]}: ${drinkWords.units(units)}`,
  weekDiffers: 'These differ. Nothing is chosen between them.',
  noSources: 'Not recorded',
  byWhom: (text: string, by: string) => `${text} (${by})`,

  treatment: 'Treatment and medicines',
  treatmentLead: 'What the adult says and what the service says stand side by side. Neither replaces the other.',
  saysAdult: 'As the adult tells it',
  saysService: 'As the service has it',
  notRecorded: 'Not recorded',
  bySource: (source: string, text: string) => `${source}: ${text}`,
  confirmedFigures: 'Confirmed attendance',
  childrenThen: 'Where each child is then, and who is in charge',
  child: 'Child',

  screen: 'Alcohol questionnaire',
  auditC: (points: number, of: number) =>
    `AUDIT-C (UK): ${points} of ${of} points. The UK guidance counts 5 or more as a reason for the longer questionnaire.`,
  auditCOpen: 'AUDIT-C (UK): not complete, so there is no total.',
  audit: (points: number, of: number, band: AuditBand) =>
    `AUDIT (UK): ${points} of ${of} points. The UK guidance calls ${BAND[band]}.`,
  auditOpen: 'AUDIT (UK): not complete, so there is no total.',
  auditSource: (by: string) => `From the answers recorded by ${by}.`,
  auditDiffers: 'People recorded different answers, so there is no one total.',
  auditMeaning: 'The points describe answers about drinking. They say nothing about how a child is cared for.',
  auditInPregnancy: 'In pregnancy any drinking is worth talking about, whatever the total.',

  overTime: (adult: string) => `Use over time, ${adult}`,
  stripAlt: (adult: string, lines: readonly string[]) => `Use over time, ${adult}. ${lines.join(' ')}`,
  stripLine: (substance: string, pattern: string, sources: string) => `${substance}: ${pattern}; ${sources}.`,
  stripCaption: 'A dot stands for one independent source. No dot: no independent source is recorded.',
  overTimeOpen: 'Over time: not recorded',
  recordedBy: (substance: string, by: string) => `${substance} (${by})`,
  /** Under one another in a narrow column, two lines at most. */
  periods: {
    'before-pregnancy': ['Before', ''],
    'weeks-1-12': ['Weeks', '1 to 12'],
    'weeks-13-27': ['Weeks', '13 to 27'],
    'weeks-28-birth': ['28 to', 'birth'],
    'birth-6-weeks': ['Birth to', '6 weeks'],
    since: ['Since', 'then'],
    'months-10-12': ['10 to 12', 'months ago'],
    'months-7-9': ['7 to 9', 'months ago'],
    'months-4-6': ['4 to 6', 'months ago'],
    'months-1-3': ['Last 3', 'months'],
  } as Readonly<Record<string, readonly [string, string]>>,
  howOften: {
    none: ['None', ''],
    'some-days': ['Some', 'days'],
    'most-days': ['Most', 'days'],
    daily: ['Daily', ''],
    binges: ['A lot', 'at once'],
    'not-known': ['Not', 'known'],
    open: ['No', 'entry'],
  } as Readonly<Record<string, readonly [string, string]>>,
}

const BAND: Record<AuditBand, string> = {
  lower: '0 to 7 “lower risk” drinking',
  increasing: '8 to 15 “increasing risk” drinking',
  higher: '16 to 19 “higher risk” drinking',
  'possible-dependence': '20 or more “possible dependence”',
}
