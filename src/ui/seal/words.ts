const entries = (n: number) => (n === 1 ? '1 entry' : `${n} entries`)
const are = (n: number) => (n === 1 ? 'is' : 'are')

/** Every word about entries that are closed because this device has not reached the service for too long. */
export const sealWords = {
  title: 'Some entries are closed',
  since: (when: string) => `This device last reached your service on ${when}.`,
  closed: (n: number) =>
    `${entries(n)} recorded on other devices ${are(n)} closed until it does again: what you see is incomplete, and your own answers may have been changed since.`,
  closedInList: 'What was recorded on other devices is closed until it does again.',
  goOn: 'What you record is kept here and sent later.',
  clock: 'The clock of this device shows an earlier time than it did before. Check the date and the time.',
  tryNow: 'Try to reach it now',
  trying: 'Trying to reach your service',
  notReached: 'Your service was not reached. Linnet tries again by itself.',
  signedOut: 'You are signed out. Sign in to open them.',
  signIn: 'Sign in',
  connect: 'Connect to your service',

  pageTitle: 'This assessment is closed for now',
  begin: 'Start a contact and record',
  beginWhy:
    'You can record in it now. What you record is a new contact of today, and is joined with the rest when this device reaches your service.',
  beginning: 'Starting a contact',
  beginFailed: 'The contact was not saved. Nothing was lost. Try again.',
  toList: 'All assessments',
}
