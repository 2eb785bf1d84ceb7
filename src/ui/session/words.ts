import type { OpenProblem } from '../../machines/session-machine.ts'
import type { PassphraseWeakness, UnlockProblem } from './session-ports.ts'

/** Every word of the screens before an assessment list is open. */
export const sessionWords = {
  app: 'Linnet',
  opening: 'Opening Linnet',
  setUp: 'Set up this device',
  setUpLead:
    'What you record stays on this device, encrypted with your passphrase, until you export it or connect this device to your service. Setting up needs no account, and sends nothing.',
  name: 'Your name',
  nameHint: 'It stands beside everything that you record.',
  role: 'Your role',
  roles: ['Midwife', 'Drug and alcohol worker', 'Health visitor', 'Social worker', 'Other practitioner'],
  agency: 'Your agency',
  agencyHint: 'The organisation that you work for.',
  label: 'Your initials',
  labelHint: 'Shown on the unlock screen, where anybody can read it. Do not use your full name.',
  passphrase: 'Passphrase',
  newPassphrase: 'New passphrase',
  passphraseHint:
    'At least four words, or 14 characters. Four words that do not belong together are easiest to remember.',
  repeat: 'Passphrase again',
  strength: 'Strength',
  strengths: ['Far too weak', 'Too weak', 'Not strong enough', 'Strong', 'Very strong'],
  weaknesses: {
    'too-short': 'Use at least four words, or 14 characters',
    'repeated-words': 'Use different words: a repeated one adds nothing',
    common: 'Choose words that do not belong together: this is among the first that are tried',
    personal: 'Leave out your own name and workplace',
    pattern: 'Leave out runs such as 1234',
    'easily-guessed': 'Add a word or two',
  } satisfies Record<PassphraseWeakness, string>,
  create: 'Set up',
  creating: 'Making your keys. This takes a moment',
  cancel: 'Back',
  missing: {
    name: 'Enter your name',
    role: 'Choose your role',
    agency: 'Enter your agency',
    label: 'Enter your initials',
    passphrase: 'Enter a passphrase',
    repeat: 'Enter the same passphrase again',
  },
  labelTaken: 'These initials are taken on this device. Add a letter or a number',
  problemTitle: 'There is a problem',
  recoveryTitle: 'Write down your recovery key',
  recoveryLead:
    'If you forget your passphrase, this key is the only other way in. It is shown once and kept nowhere. Without both, nobody can open what you recorded.',
  recoveryKeep: 'Write it on paper and keep it apart from this device.',
  recoveryKey: 'Recovery key',
  recoveryDone: 'I have written it down',
  recoveryConfirm: 'I have written the key down and put it somewhere safe',
  recoveryNeeded: 'Write the key down, then tick the box',
  unlock: 'Unlock',
  unlockTitle: 'Linnet is locked',
  who: 'Who are you?',
  whoMissing: 'Choose your initials',
  unlocking: 'Unlocking',
  forgotten: 'Use the recovery key instead',
  usePassphrase: 'Use the passphrase instead',
  another: 'Set up another practitioner',
  recoveryHint: 'As you wrote it down. Capital letters and spaces make no difference.',
  recoveryMissing: 'Enter the recovery key',
  choosePassphrase: 'Choose a new passphrase',
  chooseLead: 'The recovery key opened your records. Choose a new passphrase; the recovery key stays as it is.',
  change: 'Change the passphrase',
  unlockProblems: {
    'wrong-passphrase':
      'This passphrase does not open it. Check capital letters and the spaces between words, and try again',
    'wrong-recovery-key':
      'This recovery key does not open it. Check it against the paper, and that the initials are yours',
    'malformed-recovery-key': 'A character is missing or mistyped. Check the key against the paper',
    weakened: 'Somebody has changed how this store is protected. Use the recovery key',
    damaged: 'Your store cannot be read. It is kept as it is. Get help before you do anything else',
    'later-version': 'A newer Linnet has changed this store. Connect to the network and reload to update',
    'not-found': 'This store is no longer on this device. It may have been removed in another tab. Reload the page',
    'read-back-differs': 'The browser did not keep what was written, so nothing was changed. Try again',
    overtaken: 'Another tab changed this at the same moment. Try again',
    quota: 'This device is full. Free some space, then try again. Nothing was lost',
    'database-broken':
      'The browser cannot reach its store. Reload the page. A private window cannot keep records: use an ordinary one',
    locked: 'Linnet was locked in another tab. Reload the page',
    unknown: 'Something went wrong. Try again; if it goes on, get help. Nothing was lost',
  } satisfies Record<UnlockProblem, string>,
  damaged: (n: number) =>
    n === 1
      ? 'One store on this device cannot be read. It is kept as it is; get help before you remove anything.'
      : `${n} stores on this device cannot be read. They are kept as they are; get help before you remove anything.`,
  unavailableTitle: 'Linnet cannot open its store',
  unavailable: {
    blocked: 'An older Linnet is open in another tab or window. Close it there, then try again. Nothing was lost.',
    'newer-version':
      'A newer Linnet has used this store. Connect to the network and reload to update. Nothing was lost.',
    quota: 'This device is full. Free some space, then try again. What was recorded is still there.',
    'database-broken':
      'This browser gives Linnet no place to keep records. In a private window that is always so: open Linnet in an ordinary window. Otherwise close the browser, open it again, and get help if this stays.',
    locked: 'Linnet was locked in another tab. Reload the page.',
    unknown: 'Something went wrong while opening the store. Nothing was deleted. Try again; if this stays, get help.',
  } satisfies Record<OpenProblem, string>,
  tryAgain: 'Try again',
  hidden: {
    title: 'Linnet',
    heading: 'The linnet',
    text: [
      'The linnet is a small, slim finch with a long tail. In summer the male has a red forehead and breast; the female is brown and streaked.',
      'Linnets live on farmland, heath and rough ground all over these islands. They feed on seeds, and in winter gather in flocks.',
      'Their song is a quick, musical twitter, often given from the top of a bush.',
    ],
    open: 'Continue',
  },
}
