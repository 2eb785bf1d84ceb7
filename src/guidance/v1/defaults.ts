/** A number that rules and reminders use until a service sets its own. */
export interface LocalDefault {
  value: number
  unit:
    | 'weeks'
    | 'days'
    | 'working days'
    | 'appointments'
    | 'collections'
    | 'units'
    | 'adversities'
    | 'questions'
    | 'pounds'
    | 'points'
  /** What it decides, in plain words. */
  decides: string
  /** Where it comes from. */
  from: string
  awaitsSignOff: true
}

const number = (value: number, unit: LocalDefault['unit'], decides: string, from: string): LocalDefault => ({
  value,
  unit,
  decides,
  from,
  awaitsSignOff: true,
})

const OURS = 'Set by the authors of this guidance, with no published source for the exact number'

/** Every default number, in one place, so that a clinical lead can sign off or replace each. */
export const DEFAULTS = {
  lateBookingAfterWeeks: number(12, 'weeks', 'A first antenatal appointment after this counts as late', OURS),
  missedCareAppointments: number(2, 'appointments', 'This many missed health appointments are asked about', OURS),
  missedTreatmentAppointments: number(
    1,
    'appointments',
    'This many missed treatment appointments prompt a review',
    OURS,
  ),
  missedCollections: number(2, 'collections', 'This many missed medicine collections prompt a review', OURS),
  evidenceFreshForDays: number(28, 'days', 'A claim whose newest independent source is older needs refreshing', OURS),
  reviewEveryWeeks: number(6, 'weeks', 'The usual time to the next full review', 'SSIA-74'),
  birthIsNearFromWeeks: number(28, 'weeks', 'Safer sleep for the unborn baby is asked about from here', OURS),
  lifeEventWithinDays: number(14, 'days', 'A known date prompts a review when it is this near', OURS),
  useWindowDays: number(28, 'days', 'Days of use are counted over this time', OURS),
  manyAdversities: number(
    3,
    'adversities',
    'With current use, this many adversities prompt a look at a higher tier',
    OURS,
  ),
  manyNotAsked: number(3, 'questions', 'This many key questions not asked prompt a talk in supervision', OURS),
  gadScore: number(3, 'points', 'A GAD-2 score from here is looked at beside “mood is fine”', OURS),
  poundsAUnit: number(4, 'pounds', 'More than this spent for each unit of alcohol told in a week is asked about', OURS),
  eveningUnitsNoBedSharing: number(
    0,
    'units',
    'Above this, an adult who drank is advised not to share sleep with a baby',
    'The stricter of two safer-sleep sources: any alcohol, where the other says two units and more',
  ),
  urgentReviewWithin: number(1, 'working days', 'Time to look again after the most urgent changes', OURS),
  soonReviewWithin: number(5, 'working days', 'Time to look again after serious changes', OURS),
  laterReviewWithin: number(
    10,
    'working days',
    'Time to look again after a new pregnancy or a milestone before birth',
    OURS,
  ),
} as const satisfies Record<string, LocalDefault>
