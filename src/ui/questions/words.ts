import type { Derivation, Part } from '../../domain/question.ts'
import { drinkWords } from '../../report/drink-words.ts'
import type { SaveProblem } from '../workspace.ts'
import type { PartProblem } from './form-state.ts'

const a = (thing: string) => `${/^[aeiou]/.test(thing) ? 'an' : 'a'} ${thing}`
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const days = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`

/** Every word that the questions put on the screen, apart from the guidance itself. */
export const questionWords = {
  why: 'Why we ask',
  sources: 'Where this comes from',
  sourcesFailed: 'The sources could not be opened. They are kept with the app; try again.',
  cannotAnswer: 'Leave this open, and say why',
  blankWhy: 'Why (you can add this later)',
  basis: 'How do you know?',
  basisOpen: 'Not said yet',
  basisBy: 'Who said it, or whose record',
  saving: 'Saving',
  saved: 'Saved on this device',
  typing: 'Not saved yet: what you type is kept as a draft',
  saveFailed: 'Not saved',
  tryAgain: 'Try to save again',
  saveProblems: {
    quota: 'This device is full. Free some space, then save again. Your words are still here.',
    'database-broken':
      'The browser cannot reach its store. Copy what is on the screen, then reload. A private window cannot keep records.',
    locked: 'Linnet was locked, perhaps in another tab. Unlock it, then save again.',
    unknown: 'Something went wrong. Save again; if it goes on, copy what is on the screen and get help.',
    'read-back-differs': 'What was kept is not what you wrote. Save again.',
    conflict: 'Another record has the same number. Save again, and tell whoever looks after Linnet.',
    'not-storable': 'This answer holds something that cannot be kept. Copy it, and write it again as plain text.',
  } satisfies Record<SaveProblem, string>,
  problems: {
    'not-a-number': 'Enter a number, such as 4 or 2.5',
    'out-of-range': 'Enter a number that can be',
    'not-a-date': 'Enter a real date, such as 27 3 2026',
    'not-a-time': 'Enter a time, such as 14:30',
    'too-long': 'Use fewer words here',
    'not-drinks': 'Use plain numbers: whole ml, strength such as 4.5, a whole number of drinks',
    'not-usable': 'Choose one of the answers',
  } satisfies Record<PartProblem, string>,
  /** What other parts of an answer come to, said beside the number itself. */
  derived: {
    units: {
      comesTo: (n) => `The drinks add up to ${drinkWords.units(n)}.`,
      incomplete: 'The drinks cannot be added up yet: something is missing.',
    },
    rows: {
      comesTo: (n) => `${days(n)} of the last week ${n === 1 ? 'is' : 'are'} marked as used.`,
      incomplete: 'The days can be counted once all seven are known.',
    },
    sum: {
      comesTo: (n) => `The four weeks add up to ${days(n)}.`,
      incomplete: 'The weeks can be added up once all four are filled in.',
    },
  } satisfies Record<Derivation['k'], { comesTo(n: number): string; incomplete: string }>,
  derivedDiffers: 'The number here is a different one. Nothing is chosen for you.',
  useNumber: 'Use this number',
  copyToWeeks: (n: number) => `Copy ${days(n)} to all four weeks`,
  problemTitle: 'There is a problem',
  problemKept: 'The rest is saved. This part stays as a draft until it is mended.',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  about: 'About then: the date is not exact',
  contact: { name: 'Name', role: 'Role', phone: 'Telephone', email: 'Email' },
  clear: 'Take this answer back',
  nameless: 'Somebody without a name',
  nobodyYet: 'Nobody to choose from yet. Add them first.',
  add: (thing: string) => `Add ${a(thing)}`,
  done: 'Done',
  change: 'Change',
  changeAnswer: 'Change this answer',
  remove: 'Remove',
  removeWhy: 'Why is this removed? What was recorded stays readable.',
  removeConfirm: 'Remove it',
  cancel: 'Leave it',
  clearedByPractitioner: 'Cleared by the practitioner',
  unnamed: (thing: string) => `${upperFirst(a(thing))} without a name`,
  useSuggested: 'Start from these words',
  locked: 'These words are kept as they were said. To mend them, add a correction beside them.',
  correction: 'Correction',
  correctionWords: 'What the words should be',
  correctionWhy: 'Why',
  addCorrection: 'Add a correction',
  saveCorrection: 'Save the correction',
  correctionMissing: 'Write what the words should be',
  whyMissing: 'Say why',
  meanwhile: (role: string, agency: string) =>
    `A colleague of ${agency} (${role}) answered this a moment ago. Both are kept.`,
  meanwhileOwn: 'You answered this elsewhere a moment ago. Both are kept.',
  removedThings: (n: number) => `Taken out: ${n}`,
}

/** What is wrong with one part, with the range where there is one. */
export function problemInWords(part: Part, problem: PartProblem): string {
  if (problem !== 'out-of-range' || part.kind !== 'number') return questionWords.problems[problem]
  const { min, max, decimals = 0 } = part
  const number = decimals === 0 ? 'a whole number' : `a number with no more than ${decimals} after the point,`
  return `Enter ${number} from ${min} to ${max}`
}
