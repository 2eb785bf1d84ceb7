import type { GlassProblem } from './glass-ports.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`
const minutes = (n: number | undefined) => (n === undefined || n <= 1 ? 'a minute' : `${n} minutes`)

/** Every word about opening a record in an emergency, for whoever opens it. */
export const glassWords = {
  title: 'Open a record in an emergency',
  lead: 'For when somebody may come to harm and you cannot wait until a colleague invites you.',
  what: 'What happens',
  facts: [
    'You can read all of the record for four hours.',
    'Reading only: what you record in it stays on this device. It is sent if the owner of the record invites you.',
    'The owner is told at once that you opened it, with your name and your reason.',
    'Your name, your reason and the time stay in the record’s list of who looked. Its members can read it, and nobody can take it out.',
  ],
  named: (name: string, role: string, agency: string) => `You will be named as ${name}, ${role}, ${agency}.`,

  local: 'This device is not connected to your service. Only the service can open the record of somebody else.',
  connect: 'Connect to your service',
  signedOut: 'You are signed out. Sign in first. What you typed here stays while Linnet is unlocked.',
  signIn: 'Sign in again',
  administrator:
    'You are signed in as an administrator, and an administrator’s account opens no record. Ask a practitioner or a supervisor of your agency to open it.',
  revoked:
    'An administrator has revoked this device, so it is shown no record. Use another device, or telephone the service that keeps the record.',

  reference: 'Reference of the record',
  referenceHint:
    '32 letters and digits. A member of the record finds it under “Who may see this assessment”; it also stands near the end of an exported assessment. Spaces, hyphens and capitals do not matter, and you can paste its address.',
  referenceMissing: 'Enter the reference of the record',
  referenceWrong: (n: number) =>
    n === 32
      ? 'A reference has the digits 0 to 9 and the letters a to f only. Check it with whoever gave it to you'
      : `A reference has 32 letters and digits, and this has ${n}. Check it with whoever gave it to you`,
  reason: 'Why must you read it now?',
  reasonHint: 'The owner and the members of the record read this.',
  reasonCount: (length: number, least: number, most: number) => {
    if (length > most) return `${count(length - most, 'character', 'characters')} too many.`
    if (length >= least) return 'That is long enough.'
    if (length === 0) return `At least ${least} characters.`
    return `${count(least - length, 'more character is', 'more characters are')} needed.`
  },
  reasonShort: (least: number) => `Write why you must read it now, in ${least} characters or more`,
  reasonLong: (most: number) => `Write the reason in ${most} characters or fewer`,
  next: 'Continue',

  checkTitle: 'Check before you open it',
  checkReference: 'Reference',
  checkReason: 'Your reason, as the owner will read it',
  open: 'Open the record for four hours',
  opening: 'Opening the record',
  change: 'Change what I typed',

  openedTitle: 'The record is open',
  openedText: (until: string) => `You can read it until ${until}. Its owner has been told.`,
  memberTitle: 'You are a member of this record',
  memberText: 'You need no emergency to read it, and nobody was told anything. It is among your assessments.',
  state: {
    getting: 'Getting the record',
    'another-tab':
      'Linnet is open in another tab, which gets the record within a few minutes. Close that tab, and it comes here at once.',
    waiting:
      'The record has not come to this device yet. Linnet tries again by itself when there is a network. The four hours go on meanwhile.',
  },
  again: 'Try again now',
  toList: 'All assessments',
  problemTitle: 'There is a problem',
  problems: {
    'not-found': () =>
      'There is no record with this reference. Check each group of it with whoever gave it to you. Without the reference, telephone the service that keeps the record',
    'not-allowed': () =>
      'Your account may not open a record in this way. Ask a practitioner or a supervisor of your agency',
    'signed-out': () => 'You are signed out, and nothing was opened. Sign in again: what you typed stays',
    'too-many': (wait) =>
      `There were too many tries. Wait ${minutes(wait)}, then try again. If it cannot wait, telephone the service that keeps the record`,
    'no-answer': () =>
      'The server cannot be reached now, and nothing was opened that you could read. What you typed stays. Try again when there is a network, or telephone the service that keeps the record',
    'not-ours': () =>
      'A page came that is not from your service, perhaps the sign-in of a public network. Open that first, then try again. What you typed stays',
    'not-kept': () =>
      'The server has opened the record and told its owner, but this device could not note it. Free some space on the device and try again',
    trouble: () => 'The server could not do it just now. Try again in a few minutes. What you typed stays',
  } satisfies Record<GlassProblem, (wait?: number) => string>,

  banner: (until: string) =>
    `You opened this record in an emergency. You can read it until ${until}. What you record here is not sent until the owner invites you.`,
  bannerLabel: 'Opened in an emergency',
  mark: (until: string) => `Opened in an emergency. You can read it until ${until}.`,
}
