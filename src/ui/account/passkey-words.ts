/** Every word about a passkey, in the place of a code from an authenticator app. */
export const passkeyWords = {
  how: 'How do you confirm that it is you?',
  code: 'A code from my authenticator app',
  passkey: 'A passkey',
  signIn: 'Sign in with a passkey',
  signingIn: 'Signing in with a passkey',

  howLater: 'How will you confirm that it is you when you sign in?',
  app: 'An authenticator app',
  made: 'A passkey on this device',
  what: 'Your phone, computer or security key keeps it, and you open it with your fingerprint, face or PIN. Nobody can guess it or read it over your shoulder.',
  elsewhere:
    'To sign in on another device, you need the passkey there too: on that device, or on a phone or security key that you have with you.',
  make: 'Make a passkey and set up the account',
  making: 'Making a passkey',
  notMade: 'No passkey was made. Try again, or choose an authenticator app',
}
