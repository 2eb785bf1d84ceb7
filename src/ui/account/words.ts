import type { AccountProblem } from './account-ports.ts'

const minutes = (n: number | undefined) => (n === undefined || n <= 1 ? 'a minute' : `${n} minutes`)

/** Every word about the account at the practitioner's service. */
export const accountWords = {
  title: 'Your service',
  local:
    'This device is not connected. What you record stays here until you export it. Connecting sends what there is to your service, for the people of each assessment and nobody else.',
  signedIn: (name: string, role: string, agency: string) => `Signed in as ${name}, ${role}, ${agency}.`,
  signedOut: 'You are signed out. Recording goes on; nothing is sent until you sign in again.',
  revoked:
    'An administrator has revoked this device. What you still send is kept apart for the owner of the record to look at. Nothing is shown from the server, and nothing on this device was deleted.',
  connect: 'Connect to your service',
  again: 'Sign in again',
  unsent: 'What is not sent',
  glass: 'Open a record in an emergency',
  signOut: 'Sign out',
  signOutHint:
    'Signing out ends the connection to the server. What is on this device stays, and stays locked by your passphrase.',
  signingOut: 'Signing out',

  signIn: 'Sign in to your service',
  signInLead:
    'Your account opens the server. It is not your passphrase, which opens this device: use a different one for each.',
  email: 'Work e-mail address',
  password: 'Password',
  code: 'Code from your authenticator app',
  codeHint: 'Six digits.',
  device: 'Name of this device',
  deviceHint: 'For example “work phone”. Your administrator sees it; do not use your own name.',
  signInDo: 'Sign in',
  signingIn: 'Signing in',
  back: 'Back',
  problemTitle: 'There is a problem',
  missing: {
    email: 'Enter your work e-mail address',
    password: 'Enter your password',
    code: 'Enter the six digits of the code',
    device: 'Enter a name for this device',
    name: 'Enter your name',
    role: 'Enter their role',
    inviteEmail: 'Enter their work e-mail address',
  },
  problems: {
    'not-recognised': () => 'The address, the password, or the code or passkey is not right. Check each and try again',
    'too-many': (wait) => `There were too many tries. Wait ${minutes(wait)}, then try again. Nothing was lost`,
    'no-answer': () => 'The server cannot be reached now. Try again when there is a network. Nothing was lost',
    'not-ours': () =>
      'A page came that is not from your service, perhaps the sign-in of a public network. Open that first, then try again',
    'another-account': () =>
      'This store was connected with another account. Sign in with that one, or set up a store of your own on the lock page',
    'recorded-by-another': () =>
      'Another account has sent what this store recorded. Sign in with that one, or set up a store of your own on the lock page',
    'not-found': () => 'This link was used before, or is over. Ask your administrator for a new one',
    'weak-password': () => 'Choose a password of at least 12 characters that is not your address',
    'code-not-right': () => 'The code is not right. Wait for the next one and enter it',
    'no-passkey': () => 'No passkey was used. Try again. If you lost it, ask your administrator for a new invitation',
    'passkey-not-right': () => 'The passkey was not taken. Make it again',
    'not-allowed': () => 'Your account may not do this. Ask an administrator of your agency',
    'already-there': () => 'There is an account with this address already: they can sign in with it',
    trouble: () => 'The server could not do it just now. Try again in a few minutes. Nothing was lost',
  } satisfies Record<AccountProblem, (wait?: number) => string>,

  invitation: 'Set up your account',
  invitationLoading: 'Reading the invitation',
  invitationFor: (email: string, role: string, agency: string) => `For ${email}, ${role}, at ${agency}.`,
  invitationName: 'Your name',
  invitationNameHint: 'As colleagues read it.',
  invitationSecret: 'Put this key into your authenticator app',
  invitationSecretHint: 'Choose “enter a key” in the app, or open it from here if it is on this device.',
  invitationOpen: 'Open the authenticator app on this device',
  invitationPassword: 'New password',
  invitationPasswordHint: 'At least 12 characters. Not the passphrase of this device.',
  invitationDo: 'Set up the account',
  invitationDoing: 'Setting up the account',
  invitationDone: 'Your account is ready',
  invitationNext: 'Open Linnet on your device, go to “This device”, and connect it with this account.',
  invitationToLinnet: 'Go to Linnet',

  people: 'People and devices',
  peopleLead: 'An administrator invites people and revokes devices. That opens no record.',
  invite: 'Invite somebody',
  inviteEmail: 'Their work e-mail address',
  inviteRole: 'Their role',
  inviteAccess: 'What their account may do',
  access: {
    practitioner: 'Records assessments',
    supervisor: 'Records assessments, and is known as a supervisor',
    administrator: 'Invites people and revokes devices, and opens no record',
  },
  inviteDo: 'Make a link',
  inviteLink: 'Give this link to them yourself, not by e-mail. It works once, until',
  linkCopy: {
    copy: 'Copy the link',
    copied: 'The link is copied.',
    notCopied: 'It could not be copied. Select it and copy it by hand.',
  },
  devices: 'Devices',
  noDevices: 'Nobody of your agency has connected a device yet.',
  deviceSeen: 'Last seen',
  revoke: (device: string, person: string) => `Revoke ${device} of ${person}`,
  revokeConfirm:
    'Revoking is for good. At its next contact the device is shown nothing any more; what it has not sent is kept apart for the owner of each record.',
  revokeDo: 'Revoke this device',
  revokedState: 'Revoked',
  cancel: 'Cancel',
}
