import type { HeldReason, LineState, WaitingReason } from './outbox-lines.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`
const FAULT = 'This is a fault of Linnet. Save what is not sent to a file and report it. It stays on this device'

/** Every word about what the server has and has not received. */
export const outboxWords = {
  title: 'What is not sent',
  lead: 'What the server is not known to hold. All of it is on this device, and none of it is deleted by sending.',
  reading: 'Reading what is not sent',
  failed: 'It cannot be read just now. Nothing was lost. Go back and try again.',
  none: 'The server has received everything that you recorded on this device.',
  local: 'This device is not connected to a service. Everything is on this device only.',
  unreadable: (n: number) => `${count(n, 'thing', 'things')} cannot be opened, and so cannot be sent. They are kept.`,
  contact: (when: string) => `The server answered last on ${when}.`,
  noContact: 'The server has not answered yet.',
  number: (n: number) => `${count(n, 'entry', 'entries')} not received by the server yet.`,
  sectionTitle: 'Your service',
  allReceived: 'The server has received everything that was recorded here.',
  invented: 'This is an invented case. It stays on this device, is never sent, and cannot be shared.',
  members: 'Who may see this assessment',
  signedOut: 'You are signed out. Recording goes on; nothing is sent until you sign in again.',
  signIn: 'Sign in again',
  send: 'Send now',
  sendingNow: 'Sending',
  back: 'Back',
  nameless: 'No names recorded yet',
  /** What an entry is that answers no question. */
  kinds: {
    contact: 'A contact was begun',
    note: 'A note',
    'sign-off': 'A sign-off',
    membership: 'Who may see the assessment',
  } as Readonly<Record<string, string | undefined>>,
  stateOf: (state: LineState): string => {
    switch (state.is) {
      case 'on-this-device':
        return state.why ? `On this device. ${outboxWords.waiting[state.why]}.` : 'On this device.'
      case 'sending':
        return 'Sending.'
      case 'received':
        return `Received by the server at ${state.at}.`
      case 'held-back':
        return `Held back. ${outboxWords.held[state.why]}.`
    }
  },
  waiting: {
    'no-answer': 'The server cannot be reached; it is sent when there is a network',
    'half-answer': 'The answer was cut off; it is sent again',
    'captive-portal':
      'This network shows a page of its own. Open that page and sign in to the network; then it is sent',
    'server-busy': 'The server is busy; it is sent again in a while',
    'server-trouble': 'The server is in trouble; it is sent again in a while',
    'not-understood': 'The answer was not understood; it is sent again',
  } satisfies Record<WaitingReason, string>,
  held: {
    'signed-out': 'You are signed out. Sign in again, and it is sent',
    'not-allowed': 'The server says that your account may not send this. Ask an administrator of your agency',
    'not-known': 'The server does not know this address. Ask an administrator; it is tried again',
    'unknown-assessment':
      'The server has no such assessment of yours. If a colleague began it, it is sent when theirs has arrived',
    'missing-parent': 'What it changes is not on the server yet. It is sent after that',
    'quarantined-device-revoked':
      'This device was revoked. The server keeps it apart for the owner of the record to look at',
    'quarantined-membership-ended':
      'You are no longer a member of this assessment. The server keeps it apart for the owner of the record to look at',
    'other-author': 'Another person recorded it. That person signs in on this device and sends it',
    'too-large': 'It is longer than the server takes. Shorten it in a new answer; what is written here stays',
    conflict: `The server has another entry under its number. ${FAULT}`,
    'hash-differs': `What the server holds is not this. ${FAULT}`,
    'not-readable': `The server could not read it. ${FAULT}`,
    'too-deep': `The server could not read it. ${FAULT}`,
    'not-json': `The server could not read it. ${FAULT}`,
    'not-canonical': `The server could not read it. ${FAULT}`,
    'not-an-entry': `The server could not read it. ${FAULT}`,
    'unusable-id': `The server could not read it. ${FAULT}`,
    'supersedes-itself': `The server could not read it. ${FAULT}`,
  } satisfies Record<HeldReason, string>,

  fileTitle: 'Save it to a file',
  fileLead:
    'The file is encrypted with a passphrase that you choose now. Another device, or this one later, can take it in. Without the passphrase nobody can.',
  filePassphrase: 'Passphrase for the file',
  filePassphraseAgain: 'The same passphrase again',
  fileDiffers: 'The two passphrases are not the same',
  fileMissing: 'Enter a passphrase of at least 14 characters',
  fileMake: 'Make the file',
  fileMaking: 'Making the file',
  fileReady: (n: number) => `The file is ready, with ${count(n, 'entry', 'entries')}.`,
  fileSave: 'Save the file',
  fileWeak: 'Choose words that do not belong together: this passphrase is too easily guessed',
  fileNothing: 'There is nothing to save: the server has received everything.',
  fileFailed: 'The file could not be made. Nothing was lost. Try again.',
  takeTitle: 'Take in a file',
  takeLead:
    'A file that was saved from a device like this. What is in it is added to what is here; nothing is replaced.',
  takeFile: 'File',
  takeFileMissing: 'Choose a file',
  takePassphrase: 'Passphrase of the file',
  takePassphraseMissing: 'Enter the passphrase of the file',
  takeDo: 'Take it in',
  taking: 'Taking it in',
  taken: (added: number, known: number) =>
    `${count(added, 'entry', 'entries')} added, ${known} were here already. They are sent by the person who recorded them.`,
  takeProblems: {
    'wrong-passphrase': 'This passphrase does not open the file',
    damaged: 'The file is damaged, and nothing of it was taken in. Use another copy',
    'not-this-kind': 'This is not a file of Linnet',
    weakened: 'Somebody has changed how this file is protected. Do not trust it; save it anew where it came from',
    'later-version': 'A newer Linnet has made this file. Update Linnet first',
    conflict: 'Some of it is on this device with other content, which stands. The rest was taken in. Report this',
    storage: 'This device could not keep it. Free some space and try again. Nothing was changed',
  },
  problemTitle: 'There is a problem',
}
