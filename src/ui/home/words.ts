const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** The words of the list of assessments, the first page: what others need alone has a file of its own. */
export const homeWords = {
  title: 'Assessments',
  opening: 'Opening your assessments',
  empty: 'There is no assessment on this device yet.',
  hidden: (n: number) =>
    `${count(n, 'assessment is', 'assessments are')} not shared with you now. What you recorded in them is kept.`,
  start: 'Start an assessment',
  starting: 'Starting',
  failed: 'That did not work. Nothing was lost. Try again; if it stays, restart Linnet.',
  tryCase: 'Try an invented case',
  nameless: 'No names recorded yet',
  closed: 'Closed until this device has reached your service',
  sealed: (n: number) => `${n} closed`,
  entries: (n: number) => count(n, 'answer recorded', 'answers recorded'),
  drafts: (n: number) => `${count(n, 'draft', 'drafts')} not finished`,
  unreadable: (n: number) => `${count(n, 'thing', 'things')} kept that cannot be shown`,
  last: (when: string) => `last on ${when}`,
  update: 'A new version of Linnet is ready.',
  updateTake: 'Use it now',
  updateLater: 'Later',
  updateHeld:
    'An assessment is open in another tab. Close it there first: a new version never enters an open assessment.',
  invented: 'Invented case',
  back: 'Back to the list',
}
