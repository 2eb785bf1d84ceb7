import type { FindingWord, Source } from '../domain/claim-status.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** The words of the printed report, apart from the guidance and from what the screens say too. */
export const reportWords = {
  /** Stands in the title bar of whoever opens the file, so it tells nothing about a family. */
  documentTitle: (day: string) => `Linnet record, ${day}`,
  title: 'Child-focused assessment',
  titleInPregnancy: 'Pre-birth and child-focused assessment',
  header: (children: string) => `Assessment about ${children}`,
  invented: 'Invented case',
  inventedText: 'For learning. Nobody in it exists, and nothing in it is about a real family.',
  emergency: 'Read in an emergency',
  emergencyText: (name: string, role: string, agency: string) =>
    `${name}, ${role}, ${agency}, opened this record in an emergency, for four hours and with a written reason, and is no member of it. Its owner was told.`,
  headerInvented: (rest: string) => `Invented case. ${rest}`,
  headerNobody: 'Assessment; no child is named yet',
  footer: (pack: string, print: string, when: string) => `Guidance pack ${pack}. Record ${print}. Made ${when}`,
  page: 'Page {n} of {total}',

  noScore:
    'This document holds no score and foretells nothing. It sets down who said what, how it is known, what does not fit together and what nobody knows. What an adult says stands as a claim. Where nothing is raised or nothing is recorded, that is not evidence of safety.',
  handling:
    'It holds everything that was recorded, answers given in private among them. Think about who could read it before you send it, print it or leave it in a home.',
  notSigned: 'Not signed off',
  notSignedText: 'Nobody has yet stood by this assessment as a whole. It is a record of work in progress.',
  signed: 'Signed off',
  signedBefore: 'Signed off earlier, and changed since',
  incomplete: 'This document is incomplete',
  incompleteText: (notShown: number, notOpened: number, sealed: number) =>
    [
      sealed > 0 &&
        `${count(sealed, 'entry', 'entries')} recorded on other devices ${sealed === 1 ? 'was' : 'were'} closed on the device that made this document, which had not reached its service for too long. Nothing in it rests on them, and answers in it may have been changed since.`,
      notShown > 0 &&
        `${count(notShown, 'entry was', 'entries were')} recorded that cannot be shown here, or not wholly. They are listed near the end.`,
      notOpened > 0 &&
        `${count(notOpened, 'entry', 'entries')} kept on the device that made this document would not open, so nothing in it rests on them.`,
      'Nothing was deleted.',
    ]
      .filter(Boolean)
      .join(' '),
  theChildren: 'The children',
  child: 'Child',
  ageOn: (day: string) => `Age on ${day}`,
  sleep: 'Sleep',
  seen: 'Seen by a practitioner',
  notABaby: 'Not a baby',
  notBorn: 'Not born yet',
  noChild: 'No child or unborn baby is named yet.',
  aboutThis: 'About this document',
  adults: 'Adults asked about',
  nobody: 'Nobody is named yet',
  contacts: 'Contacts',
  noContact: 'None is recorded',
  recordedBy: 'Recorded by',
  person: (name: string, role: string, agency: string) => `${name}, ${role}, ${agency}`,
  signOff: 'Sign-off',
  pack: 'Guidance pack',
  made: 'Made',
  madeWhen: (when: string, zone: string) =>
    `${when}, on the device of the practitioner. Times are of the zone ${zone}.`,

  safetyLead: 'What is recorded raises these things to do on the same day.',
  contradictionLead:
    'Each is a question and not a finding: there may be another explanation. Under it stand the answers that raised it.',
  optimismLead: 'Where an account is reassuring, and little yet stands behind it.',
  levelLead:
    'Considerations only. They do not choose a level: the practitioner does, for each child, under “What we think”.',
  responses: {
    safety: 'What was done:',
    contradiction: 'Looked at:',
    optimism: 'Looked at:',
    level: 'Looked at:',
  },
  restsOn: (requirements: readonly string[]) =>
    `Rests on ${requirements.join(', ')}, in the documents listed at the end.`,
  noResponse: 'Nobody has recorded looking at this yet.',
  noLongerRaised: 'Looked at earlier, and no longer raised',
  noLongerRaisedLead: 'The answers have changed since. What people wrote stands.',
  prompt: 'Prompt',
  written: 'What was written',

  open: 'What a person still has to look at',
  openLead: 'These do not judge the family. They stand between this record and a sign-off.',
  disagreements: 'Where people recorded different things',
  disagreementsLead: 'All that was recorded stands below. Nothing was chosen between them.',
  settled: 'Differences that somebody settled',
  settledLead:
    'People had recorded different things here. What each of them recorded stands beside who settled it and why.',

  plan: 'The plan',
  noAction: 'No action is recorded.',
  actions: 'Actions',
  action: 'Action',
  whyAndFor: 'For whom, and why',
  whoAndWhen: 'Who, and by when',
  measure: 'How it will show for the child',
  by: (day: string) => `By ${day}`,
  noDay: 'No date is recorded',
  noWho: 'Nobody is named for it',
  otherPlan: 'The rest of the plan',

  claimsLead:
    'What adults have said, and what each source makes of it. The word says how far the sources agree, never how likely a claim is. In the grid, “against” means that the source contradicts the claim, “silent” that it says nothing about it, and “none” that nothing is recorded from it.',
  claim: 'Claim',
  standing: 'How far sources agree',
  sources: 'What each source says',
  noSource: 'No source is recorded',
  sourceHeads: {
    adult: 'The adult',
    'partner-family': 'Partner or family',
    observation: 'What was seen',
    record: 'Agency record',
    professional: 'Other worker',
    test: 'Test result',
    child: 'Child',
    other: 'Others',
  } satisfies Record<Source, string>,
  /** Eight columns stand side by side: these are as short as words can be. */
  gridCells: {
    contradicts: 'Against',
    partly: 'Partly',
    agrees: 'Agrees',
    'says-nothing': 'Silent',
    'not-sought': 'Not sought',
  } satisfies Record<FindingWord, string>,
  nothingHere: 'None',
  stillNeeded: (questions: readonly string[]) => `Still needed: ${questions.join(' ')}`,

  leftOpen: 'Left open for a reason',
  question: 'Question',
  aboutWhom: 'About',
  reason: 'Why it is not known',

  answers: 'Everything that was recorded',
  answersLead:
    'In the order of the steps. Questions that nobody has answered stand under “What is not known”. “Says” is a claim and not a fact.',
  recorded: 'What was recorded',
  known: 'How it is known',
  between: (first: string, last: string) => `${first} to ${last}`,
  mostBy: (who: string, day: string) => `Recorded by ${who}, on ${day}, unless it says otherwise.`,
  wholeAssessment: 'The assessment as a whole',
  thing: (thing: string, n: number) => `${thing.charAt(0).toUpperCase()}${thing.slice(1)} ${n}`,
  oneOf: (n: number, of: number) => `Different things were recorded here: ${n} of ${of}`,
  notAskedNow: 'Not asked any more, with the answers as they now stand',
  notes: 'Notes made on the spot',
  notesUnfiled: 'Notes not filed to a step',

  notShown: 'Recorded, and not shown here',
  notShownLead: 'Each is kept as it was recorded. A newer edition of Linnet may be able to show it.',
  notShownEntry: (kind: string, question: string, pack: string) => `${kind} to ${question}, guidance pack ${pack}`,
  sealedLead: (n: number) =>
    `${count(n, 'entry', 'entries')} recorded on other devices ${n === 1 ? 'is' : 'are'} not here: the device had not reached its service for too long. ${n === 1 ? 'It is' : 'They are'} with the service. Make the document again once the device has reached it.`,
  notOpenedLead: (n: number) =>
    `${count(n, 'entry', 'entries')} on the device would not open. Nothing is known here of what ${n === 1 ? 'it holds' : 'they hold'}.`,
  entry: 'Entry',

  basis: 'What the questions rest on',
  basisLead:
    'The questions that were asked, and the prompts that were raised, are traced to these documents. Linnet shows under each question what the numbers stand for, in its own words.',
  published: (publisher: string, year?: number) => `${publisher}${year ? `, ${year}` : ''}.`,
  reference: 'Reference of the record',
  referenceMeaning:
    'With the reference, a worker of an agency that takes part can open the record in an emergency, for four hours and with a written reason. Its owner is told.',
  fingerprintMeaning:
    'The fingerprint is computed from every entry of the record but the sign-offs. Two papers with the same fingerprint rest on the same entries; the first part of it stands at the foot of every page.',
}
