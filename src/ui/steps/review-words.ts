import { checkedWords } from '../../report/checked-words.ts'
import { stepWords } from './words.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

const sealedEntries = (n: number) =>
  `${count(n, 'entry', 'entries')} recorded on other devices ${n === 1 ? 'is' : 'are'}`

/** The words of the pages that look back over an assessment: prompts, answers, sign-off and export. */
export const reviewWords = {
  ...checkedWords,
  export: stepWords.export,
  backToTasks: stepWords.backToTasks,
  unreadable: stepWords.unreadable,
  sealed: (n: number) =>
    `${sealedEntries(n)} closed until this device has reached your service. Every list on this page is incomplete, and some answers may have been changed since.`,
  differences: 'Answers on which people differ',
  differencesLead:
    'Each of these stands as it was recorded until somebody says which holds, or keeps them all, and why.',
  privateDifference: 'A difference in a private question: open it where nobody else sees this screen',
  toQuestion: 'Go to the question',
  now: 'Before you go on',
  nowLead: 'What is recorded raises something to do today. It stays on the list until you say what you did.',
  whatDone: 'What did you do, or why does this not apply?',
  saveAnswer: 'Save',
  responseMissing: 'Write what you did or think',
  raisedAnew: 'More has been recorded since then that raises this.',
  carryOn: 'Carry on',
  answered: 'Looked at',

  check: 'Check answers',
  checkLead: 'Everything that was recorded, what is not known, and what the answers ask you to look at again.',
  blockersLead: 'These do not judge the family. They are things that a person has to look at first.',
  answers: 'All answers',
  change: 'Change',
  findingFrom: 'Where this comes from',
  lookedAt: 'Say what you think about this',
  lookedAtSave: 'Record that you looked at this',
  lookedAtHint: 'Another explanation, what you will do, or why it does not change your view.',
  signOff: 'Sign off this assessment',
  signOffLead:
    'You stand by what is recorded, with what is not known left open. Nothing is locked: a later change asks for a new sign-off.',
  signOffDo: 'Sign off',
  signOffHeld: (n: number) => `${count(n, 'thing', 'things')} above must be looked at first.`,
  signOffSealed:
    'It can be signed off once this device has reached your service: entries recorded on other devices are closed until then.',
  signOffFailed: 'The sign-off was not saved. Nothing was lost. Try again.',
  done: 'Signed off',
  reopen: 'Go on with this assessment',

  exportTitle: 'Export as PDF',
  exportLead:
    'The PDF holds everything that is recorded, private questions included. It is not encrypted: think about where you put it, and who can open it.',
  exportMake: 'Make the PDF',
  exportMaking: 'Making the PDF. This can take a few seconds',
  exportReady: (pages: number, bytes: string) => `The PDF is ready: ${count(pages, 'page', 'pages')}, ${bytes}.`,
  exportSave: 'Save the PDF',
  exportFailed: 'The PDF could not be made. Nothing was lost. Try again; if this stays, restart Linnet.',
  exportWarnings: 'Some characters could not be printed, and stand as a box:',
  exportUnsigned: 'This assessment is not signed off. The PDF says so on its first page.',
  exportSealed: (n: number) =>
    `${sealedEntries(n)} closed until this device has reached your service, and not in the PDF. It says so on its first page.`,
  exportDraft: 'Text that is still a draft is not in the PDF. Open the step and leave the field to save it.',
}
