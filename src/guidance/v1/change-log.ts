/** A question that the original set did not have, and the gap it closes. */
export interface AddedQuestion {
  question: string
  because: string
}

/** Parts and options that a question of the original set did not have; each may be left open. */
export interface AddedParts {
  question: string
  parts: readonly string[]
  because: string
}

/** Content that is in use but that a clinical lead has still to agree to. */
export interface AwaitsSignOff {
  what: string
  /** Rule ids and keys of `DEFAULTS` that it touches. */
  touches: readonly string[]
  because: string
}

export const ADDED_QUESTIONS: readonly AddedQuestion[] = [
  {
    question: 'START-09',
    because: 'Every step about adults needs to know them; they were first named in the sixth step.',
  },
  { question: 'START-10', because: 'The emergency prompt needs an answer of its own to be raised from.' },
  {
    question: 'START-11',
    because: 'Nothing recorded who is in charge of the child now and whether they are affected.',
  },
  { question: 'CON-16', because: 'What use means for each child was asked of some substances only.' },
  {
    question: 'CON-17',
    because: 'A rule compares the short alcohol screen with the diary, and no question held the screen.',
  },
  {
    question: 'CON-18',
    because: 'The short alcohol screen leads to seven more questions at 5 points, and no question held them.',
  },
  { question: 'CAP-13', because: 'A rule needs the adults’ own account of whether the child is always watched.' },
  {
    question: 'CAP-14',
    because: 'The day was one text; the hours when nobody unaffected is in charge could not be seen from it.',
  },
  { question: 'NET-15', because: 'A rule needs the adults’ own account of others’ use in the home.' },
  { question: 'NET-16', because: 'A rule needs the adults’ own account of who lives or stays here.' },
  { question: 'NET-17', because: 'A person can be something else to each child; one answer held for all of them.' },
  { question: 'NET-18', because: 'Partners now and before, and ties between adults, had no place.' },
  { question: 'NET-19', because: 'That somebody has no partner could not be told from nobody having asked.' },
  { question: 'PRO-10', because: 'Strengths were scattered; each now has its own evidence, which a check looks at.' },
  { question: 'SLP-12', because: 'A rule compares where the baby is said to sleep with what was seen.' },
  { question: 'TRI-08', because: 'Claims were checked, but nothing recorded the claim itself.' },
  {
    question: 'TRI-09',
    because: 'A relative’s worry, and whether it was checked before it was set aside, had no place.',
  },
]

export const ADDED_PARTS: readonly AddedParts[] = [
  {
    question: 'CON-02',
    parts: ['days-8-14', 'days-15-21', 'days-22-28'],
    because: 'Four weekly totals are easier to remember, and to compare, than one number for four weeks.',
  },
  {
    question: 'CON-03',
    parts: ['typical-drinks', 'most-drinks', 'week-drinks'],
    because: 'Units are worked out from size, strength and number, which have to be kept to be checked.',
  },
  { question: 'CON-06', parts: ['precision'], because: 'A date alone does not say how exactly the last use is known.' },
  {
    question: 'CON-09',
    parts: ['supervised-days', 'take-home-days'],
    because: 'What is taken home has to be stored there, on each of those days.',
  },
  {
    question: 'CON-11',
    parts: ['next-date-what', 'later-date', 'later-date-what'],
    because: 'A hard date is of use to others only with what happens on it.',
  },
  { question: 'AGY-03', parts: ['held'], because: 'Two services’ facts are compared as each holds them.' },
  { question: 'TRI-01', parts: ['why-theirs'], because: 'Whose a sign is taken to be needs a reason beside it.' },
  {
    question: 'TRI-02',
    parts: ['test', 'note', 'confidential'],
    because: 'A finding from a test points at the test, and who said something may have to be kept from the family.',
  },
  {
    question: 'TRI-08',
    parts: ['substance', 'since', 'until', 'raised-by'],
    because:
      'What a test can show depends on the substance and the time of the claim; the answer behind it stays known.',
  },
  { question: 'TRI-09', parts: ['beside'], because: 'An account that differs says from which claim.' },
  {
    question: 'ANA-07',
    parts: ['evidence-claims'],
    because: 'New evidence is found from the claims that it bears out.',
  },
  { question: 'NET-01', parts: ['shape'], because: 'The family map draws each person in the shape that was chosen.' },
  {
    question: 'NET-03',
    parts: ['nights', 'visits', 'from', 'to', 'back', 'order'],
    because: 'How often, and since and until when, stood in free text that no change log could read.',
  },
  { question: 'NET-04', parts: ['overnight', 'nights'], because: 'A main carer or a day carer may have nights too.' },
  { question: 'NET-05', parts: ['smokes', 'sedating'], because: 'Safer sleep asks both of everybody with nights.' },
  {
    question: 'NET-08',
    parts: ['outcome', 'grounds'],
    because: 'Whether an answer came, and whether the person knew of the question, stood in free text.',
  },
  { question: 'NET-10', parts: ['listed'], because: 'A change at home can name a person of the list.' },
  {
    question: 'NET-13',
    parts: ['person', 'service'],
    because: 'The map of ties can join a tie to a person or a service that is listed already.',
  },
]

export const AWAITING_SIGN_OFF: readonly AwaitsSignOff[] = [
  {
    what: 'The wording of the seven further questions about alcohol, CON-18',
    touches: [],
    because: 'They follow the published instrument in plainer words, which a clinical lead has not yet set beside it.',
  },
  {
    what: 'Advice on alcohol dependence in pregnancy',
    touches: ['SP-03'],
    because: 'The wording rests on national guidelines that a clinical lead has not yet read it against.',
  },
  {
    what: 'Advice on opioids in pregnancy',
    touches: ['SP-04'],
    because: 'The wording rests on general practice and needs the agreement of a prescriber.',
  },
  {
    what: 'No shared sleep after any alcohol',
    touches: ['SP-05', 'eveningUnitsNoBedSharing'],
    because: 'Two safer-sleep sources differ, any alcohol or two units and more; the stricter is used.',
  },
  {
    what: 'Messages on tiredness, deep sleep, twins, smoke before birth and an unwell baby',
    touches: ['SP-05'],
    because: 'No published source was read for these; the wording is the authors’ own.',
  },
  {
    what: 'Late booking and missed care',
    touches: ['lateBookingAfterWeeks', 'missedCareAppointments'],
    because: 'Default numbers; local pathways may set others.',
  },
  {
    what: 'Missed treatment and collections',
    touches: ['missedTreatmentAppointments', 'missedCollections'],
    because: 'Default numbers; prescribers may act sooner.',
  },
  {
    what: 'How long evidence stays fresh, and how often to review',
    touches: ['evidenceFreshForDays', 'reviewEveryWeeks', 'lifeEventWithinDays', 'useWindowDays'],
    because: 'Default numbers; only the six-week review has a published source.',
  },
  {
    what: 'What a score or a weekly spend suggests beside the account',
    touches: ['gadScore', 'poundsAUnit'],
    because: 'Default numbers: the score is the usual cut-off of the screen, the price is ours.',
  },
  {
    what: 'When birth is near',
    touches: ['birthIsNearFromWeeks'],
    because: 'Default number; local milestones before birth differ.',
  },
  {
    what: 'How many adversities or unasked questions prompt a closer look',
    touches: ['manyAdversities', 'manyNotAsked'],
    because: 'Default numbers; they are a prompt to think and not a threshold.',
  },
  {
    what: 'How soon to look again',
    touches: ['urgentReviewWithin', 'soonReviewWithin', 'laterReviewWithin'],
    because: 'Default times; a service sets its own.',
  },
]
