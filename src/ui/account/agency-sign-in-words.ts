/** Every word about signing in with the agency's own sign-in. */
export const agencyWords = {
  how: 'How do you sign in?',
  provider: 'With my agency’s own sign-in',
  password: 'With a password, and a code or a passkey',
  agency: 'Your agency',
  agencyMissing: 'Choose your agency',
  at: (agency: string) => `This is for people of ${agency}.`,
  before:
    'What you have typed is saved, and this device locks. Then your agency’s sign-in opens. You will be asked for this device’s passphrase when you come back.',
  go: 'Go to your agency’s own sign-in',
  going: 'Going to your agency’s own sign-in',
  again: 'Try again',
  asking: 'Asking the server how you can sign in',

  confirmTitle: 'Connect this device?',
  confirm: (name: string, role: string, agency: string) =>
    `Connect this device with the account of ${name}, ${role}, ${agency}?`,
  confirmMeans:
    'What you recorded here, and what you record from now on, is sent to your service under this account. It stays connected with this account for good.',
  confirmDo: 'Connect this device',
  connecting: 'Connecting this device',
  decline: 'This is not my account',

  declined: 'This device was not connected. Try again: your agency’s sign-in will ask who you are.',
  anotherAccount:
    'This device was connected with another account before, and you are signed out again. Nothing was sent. Try again with the account from before: your agency’s sign-in will ask who you are. If that account is not yours, lock, and set up another practitioner on the lock page.',
  otherStore:
    'You signed in for another practitioner’s store on this device, so nothing was connected here. Lock this one, unlock the other one, and choose “Connect to your service” or “Sign in again” there.',
  problems: {
    'not-recognised':
      'You were not signed in. Perhaps you cancelled, it took more than ten minutes, or your agency’s sign-in is not yet joined to your account here. Nothing was lost. Try again. If you have an invitation link, open it first; if you have none and it goes on, ask your administrator for one.',
    unavailable: 'Your agency’s sign-in cannot be reached now. Nothing was lost. Try again in a few minutes.',
    'server-trouble': 'The server could not do it just now. Nothing was lost. Try again in a few minutes.',
    'too-many': 'There were too many tries. Nothing was lost. Wait fifteen minutes, then try again.',
    'not-found':
      'This agency has no sign-in of its own here any more. Nothing was lost. Sign in with a password, or ask your administrator.',
  } as Readonly<Record<string, string>>,

  invited: (email: string, role: string, agency: string) => `You are invited as ${email}, ${role}, at ${agency}.`,
  inStoreOf: (name: string) =>
    `This device is unlocked for ${name}. If that is not you, lock it, and choose yourself or “Set up another practitioner” on the lock page.`,

  invitationTitle: (agency: string) => `Use the sign-in of ${agency}`,
  invitationSteps:
    'You need no new password. First unlock this device, or set it up if you have not used it before. Then your agency’s own sign-in opens.',
  invitationShared: 'If somebody else uses this device too, choose “Set up another practitioner” on the lock page.',
  invitationDo: 'Use your agency’s own sign-in',
  invitationPassword: 'Choose a password, and an authenticator app or a passkey, instead',
}
