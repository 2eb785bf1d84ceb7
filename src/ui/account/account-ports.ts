/**
 * Where the account of the practitioner who is at this device stands.
 * - `local`: never connected. Nothing is sent, and no server is asked for anything.
 * - `signed-in`: as the server said at the last contact. `revoked`: an administrator has revoked this device.
 * - `signed-out`: was connected; the session has ended. Recording goes on, nothing is sent until signing in again.
 */
export type AccountState =
  | { is: 'local' }
  | { is: 'signed-in'; name: string; role: string; agency: string; access: Access; revoked: boolean }
  | { is: 'signed-out' }
export type Access = 'practitioner' | 'supervisor' | 'administrator'

/**
 * Why nothing came of a request. The user, in each case:
 * - `not-recognised`: tries again: nobody tells which part was wrong.
 * - `too-many`: waits for the minutes that are told.
 * - `no-answer`: tries again when there is a network.
 * - `not-ours`: a page came that is not Linnet's, such as the sign-in of a public network: opens that first.
 * - `another-account`: uses the account that was used before with this store, or sets up a store of their own.
 * - `recorded-by-another`: what is in this store was sent by another account before: the same.
 * - `not-found`: asks for a new link.
 * - `weak-password`, `code-not-right`: mends the field.
 * - `no-passkey`: cancelled, or the browser had none in time; nothing was sent. Tries again; whoever lost it asks for a new invitation.
 * - `passkey-not-right`: makes it again.
 * - `not-allowed`: asks an administrator.
 * - `already-there`: looks in the list of people.
 * - `trouble`: tries again later; nothing was lost.
 */
export type AccountProblem =
  | 'not-recognised'
  | 'too-many'
  | 'no-answer'
  | 'not-ours'
  | 'another-account'
  | 'recorded-by-another'
  | 'not-found'
  | 'weak-password'
  | 'code-not-right'
  | 'no-passkey'
  | 'passkey-not-right'
  | 'not-allowed'
  | 'already-there'
  | 'trouble'
export type Refusal = { ok: false; problem: AccountProblem; waitMinutes?: number | undefined }

export interface SignInFields {
  email: string
  password: string
  code: string
  /** By what the practitioner and the agency know this device: nobody's name. */
  device: string
}
/** What is typed beside a passkey. */
export type PasskeySignInFields = Omit<SignInFields, 'code'>

/** What an invitation is for, and what to put into an authenticator app. */
export interface ShownInvitation {
  email: string
  role: string
  agency: string
  secret: string
  /** The same as an address that an authenticator app on this device opens. */
  otpauth: string
  /** The agency's id, where it has a sign-in of its own: no password and no authenticator app are needed then. */
  ownSignIn?: string
}

/** An agency with a sign-in of its own. */
export interface SignInAgency {
  id: string
  name: string
}
/** Where somebody goes to sign in, and what this device is called there. */
export interface Leaving {
  agency: string
  device: string
}
export interface AcceptedFields {
  name: string
  password: string
  code: string
}
export type PasskeyAcceptedFields = Omit<AcceptedFields, 'code'>

export interface ListedDevice {
  id: string
  name: string
  user: string
  /** In words. */
  lastSeen: string
  revoked: boolean
}
