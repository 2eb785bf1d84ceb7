import { unknownCount } from '../../report/unknown-count.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** The words of the list of steps and of the steps, apart from the guidance itself. */
export const stepWords = {
  taskList: 'Assessment',
  openingAssessment: 'Opening the assessment',
  notOpened: 'This assessment cannot be opened',
  notOpenedText:
    'It is not among your assessments on this device, or the store cannot be read just now. Nothing was deleted. Go back to the list and try again.',
  notShared: 'This assessment is not shared with you',
  notSharedText:
    'Your service says that you are not a member of it now, or no longer. What you recorded in it is kept on this device. Ask the owner of the record to invite you.',
  toList: 'All assessments',
  contact: (day: string) => `Contact of ${day}`,
  newContact: 'Start a new contact',
  newContactState: {
    beginning: 'Starting a new contact',
    begun: 'A new contact has begun. Say in the first step who is there and whether private questions are safe.',
    failed: 'The new contact was not saved. Nothing was lost. Try again.',
  },
  newContactWhy: 'Answers from now on belong to a new contact. What was recorded before stays.',
  cards: 'The children',
  noChildYet: 'No child or unborn baby is named yet.',
  openWorries: (n: number) => `${count(n, 'question', 'questions')} about this child to look at`,
  stepToCome:
    'Nothing in it is asked yet. It opens when the children, adults or answers that it is about are recorded.',
  progress: (done: number, asked: number) => `${done} of ${asked} answered or left open with a reason`,
  unknownCount,
  outstanding: 'Still outstanding:',
  checkAnswers: 'Check answers',
  export: 'Export as PDF',
  backToTasks: 'Back to the list of steps',
  continue: 'Continue',
  unsaved: (n: number) => `${count(n, 'answer is', 'answers are')} not saved`,
  unsavedOther: 'A note, a sign-off or what you said about a prompt',
  panelFailed:
    'What the answers come to could not be loaded. The questions are all here. Open the step again, or load the page again.',
  nextQuestion: 'Next question',
  showAll: 'Show every question',
  showOne: 'Show one at a time',
  notAnswered: 'Not answered yet',
  answeredOf: (done: number, asked: number) => `${done} of ${asked} answered`,
  peopleDisagree: 'People recorded different answers',
  conflicts: (n: number) => `${count(n, 'answer', 'answers')} on which people differ`,
  conflictsLead: (n: number) =>
    `People recorded different things in ${count(n, 'answer', 'answers')}. Nothing is chosen for you.`,
  conflictsShow: 'Look at the differences',
  noName: 'Without a name',
  goOn: 'Go on without mending them',
  problemTitle: 'Some of what you typed cannot be read yet',
  problemText: 'It is kept as a draft on this device, and everything else is saved.',
  pageBasis: 'How do you know most of what is on this page?',
  pageBasisHint: 'Used for each answer here unless you say otherwise beside it.',
  privateHidden: (n: number) =>
    `${count(n, 'private question is', 'private questions are')} hidden, because it is not recorded that it is safe to ask now.`,
  privateShow: 'I have left, or I am alone: show them now',
  privateShown: 'Private questions are shown. Nobody else should see this screen.',
  privateHide: 'Hide them again',
  nothingAsked: 'Nothing in this step applies to what is recorded so far.',
  unreadable: (n: number) =>
    `${count(n, 'thing', 'things')} recorded on this device cannot be shown here. They are kept. Every list on these pages is incomplete.`,
  persistence: {
    'not-asked': '',
    granted: 'This browser has promised to keep what is recorded here.',
    refused:
      'This browser has not promised to keep what is recorded here when space runs short. Export soon. Installing Linnet on the home screen often changes that.',
    'not-supported': 'This browser cannot promise to keep what is recorded here. Export soon.',
  },
  note: 'Note',
  noteSaved: 'The note is saved on this device',
  close: 'Close',
}
