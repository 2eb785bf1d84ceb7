import { homeWords } from './words.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** Every word of the page about this device. */
export const deviceWords = {
  back: homeWords.back,
  failed: homeWords.failed,
  deviceTitle: 'This device',
  who: 'Practitioner',
  storage: 'What is kept here',
  counts: (assessments: number, entries: number, drafts: number) =>
    `${count(assessments, 'assessment', 'assessments')}, ${count(entries, 'entry', 'entries')}, ${count(drafts, 'draft', 'drafts')}.`,
  space: (used: string, free: string) => `${used} used by Linnet, ${free} free for it.`,
  keeping: {
    'not-asked': 'The browser is asked to keep your records at the first save.',
    granted: 'The browser has promised to keep your records.',
    refused: 'The browser has not promised to keep your records when space runs short. Export soon.',
    'not-supported': 'This browser cannot promise to keep your records. Export soon.',
  },
  lockTitle: 'When the screen locks',
  lockShown: 'Minutes without a touch',
  lockHidden: 'Seconds in the background',
  lockShownError: (min: number, max: number) => `Enter a whole number of minutes from ${min} to ${max}`,
  lockHiddenError: (min: number, max: number) => `Enter a whole number of seconds from ${min} to ${max}`,
  save: 'Save',
  saved: 'Saved',
  remove: 'Remove from this device',
  removeLead:
    'Locking and signing out leave everything here. Removing destroys what you recorded on this device, for good.',
  removeAsk: 'Remove my records from this device',
  removeWhat: (kept: string) =>
    `This destroys your records here: ${kept} It cannot be undone, and nobody can bring them back from this device.`,
  removeNotReceived: (n: number) =>
    n === 0
      ? 'Your service has received everything that you recorded here.'
      : `${count(n, 'entry is', 'entries are')} on no server. Save them to a file first, or they are lost.`,
  removeFile: 'Save what is not sent to a file',
  removeType: (label: string) => `Type your initials, ${label}, to remove them`,
  removeDiffers: (label: string) => `Type ${label}, as the lock shows it`,
  removeDo: 'Remove for good',
  removeCancel: 'Keep everything',
  removeFailed: 'They could not be removed. Nothing was changed. Try again.',
  packTitle: 'Guidance',
  pack: (id: string) => `Edition ${id}.`,
  awaiting: 'These parts of the guidance still await sign-off by a clinical lead:',
}
