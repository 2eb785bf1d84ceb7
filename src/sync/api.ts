import * as z from 'zod/mini'
import { isUsable } from './wire-entry.ts'

/**
 * Everything under `/api/` but push and pull (`protocol.ts`): JSON in and out, never a page, never kept in a cache. Sent to
 * the origin that the app came from, with the session's cookie, and with `REQUEST_HEADER` unless it is a GET.
 */
export const REQUEST_HEADER = { name: 'x-linnet', value: '1' } as const

/** Whose session a request is meant to be of. `user` is the account's id, `device` what the store calls its device. */
export interface Speaker {
  user: string
  device: string
}
/**
 * Sent with what is one account's own affair. The cookie is the browser's: where somebody else has signed in with it meanwhile,
 * the answer is `signed-out`, and nothing was done in the other's name.
 */
export const SPEAKER_HEADER = 'x-linnet-as'
export const speakerHeader = ({ user, device }: Speaker): string => [user, device].map(encodeURIComponent).join(' ')

/**
 * What went wrong, each with the status that it is answered with. The fault table (`faults.ts`) reads the status.
 * - `signed-out`: there is no session, or it has ended. The user signs in again when it suits; nothing is dropped.
 * - `not-recognised`: address, password, code or passkey is wrong; nobody tells which. The user tries again.
 * - `not-from-linnet`: the request lacks `REQUEST_HEADER`, or another site made it. A fault of Linnet: reload the app.
 * - `not-allowed`: this needs another access than the account has. The user asks an administrator of the agency.
 * - `not-found`: not there, or none of this person's: both answer the same, to the byte.
 * - `author-taken`: somebody else has recorded under this id. The user signs in with the account used before on this device.
 * - `already-there`: an account with this e-mail address exists. The administrator looks at the list of users.
 * - `too-large`: more than `LIMITS`. A batch is split.
 * - `not-readable`: not of the shape that is asked for. A fault of Linnet: save the list of what is not sent, and report it.
 * - `weak-password`: too short, too long, or the address itself. The user chooses another (`PASSWORD`).
 * - `code-not-right`: the authenticator's code does not fit the secret shown. The user types the next one.
 * - `passkey-not-right`: the new passkey was not made for this page, or too late. The user makes it again.
 * - `too-many`: too many tries. The user waits as long as `Retry-After` says; whoever is signed in is not affected.
 * - `server-trouble`: a fault of the server's, which it has logged. Everything is kept; Linnet tries again.
 * - `unavailable`: the server cannot read or write now. Everything is kept; Linnet tries again after `Retry-After`.
 */
export const PROBLEM_STATUS = {
  'signed-out': 401,
  'not-recognised': 401,
  'not-from-linnet': 403,
  'not-allowed': 403,
  'not-found': 404,
  'author-taken': 409,
  'already-there': 409,
  'too-large': 413,
  'not-readable': 400,
  'weak-password': 422,
  'code-not-right': 422,
  'passkey-not-right': 422,
  'too-many': 429,
  'server-trouble': 500,
  unavailable: 503,
} as const
export type Problem = keyof typeof PROBLEM_STATUS

/** The body of every answer that is not a success. A later server may have codes that this version does not know. */
export const problemSchema = z.object({ problem: z.string() })

const id = z.string().check(z.refine(isUsable))
const word = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
const email = z.string().check(z.trim(), z.minLength(3), z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/))
/** ISO 8601 in UTC by the server's clock: for showing. */
const instant = z.string()
const password = z.string().check(z.minLength(1), z.maxLength(1024))
/** Six digits of the authenticator app. */
const code = z.string().check(z.regex(/^\d{6}$/))

/** Base64url, as WebAuthn writes bytes. */
const bytes = z.string().check(z.regex(/^[\w-]{1,8192}$/))
const passkeyOf = <R extends z.ZodMiniType>(response: R) =>
  z.object({
    id: bytes,
    rawId: bytes,
    type: z.literal('public-key'),
    response,
    clientExtensionResults: z._default(z.object({}), {}),
  })
/** What a browser answers when somebody uses their passkey: WebAuthn's `AuthenticationResponseJSON`, without its extensions. */
export const passkeyUsedSchema = passkeyOf(
  z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: z.optional(bytes) }),
)
export type PasskeyUsed = z.infer<typeof passkeyUsedSchema>
/** What it answers when somebody makes one: WebAuthn's `RegistrationResponseJSON`, without its extensions. */
export const passkeyMadeSchema = passkeyOf(z.object({ clientDataJSON: bytes, attestationObject: bytes }))
export type PasskeyMade = z.infer<typeof passkeyMadeSchema>

/**
 * `POST /api/sign-in/passkey`, `{}` and by anybody: what the browser asks the passkey for, WebAuthn's
 * `PublicKeyCredentialRequestOptionsJSON`, good for one use within five minutes. It names no account. Or `too-many`.
 * `POST /api/invitations/:token/passkey`: what it asks for a new one, `PublicKeyCredentialCreationOptionsJSON`, in the same way. Or `not-found`.
 */
export const passkeyOptionsSchema = z.object({ options: z.record(z.string(), z.unknown()) })

/** Beside a password: the code of an authenticator app, or a passkey. */
const oneOf = z.refine<{ code?: unknown; passkey?: unknown }>(
  ({ code, passkey }) => (code === undefined) !== (passkey === undefined),
)

/** What a password must be, in characters. Nothing else is asked of it: length is what helps. */
export const PASSWORD = { shortest: 12, longest: 200 } as const

/**
 * What an account may do. A practitioner records. A supervisor does the same, and is known as one. An administrator
 * invites people, ends accounts and revokes devices, and sees no record by that.
 */
export const ACCESS = ['practitioner', 'supervisor', 'administrator'] as const
export type Access = (typeof ACCESS)[number]

/**
 * The answer to `GET /api/session`, and to signing in. `name` and `role` are as the agency knows them; entries carry what
 * the device says (`authorSchema`). `device` is what the device calls itself, `deviceName` what its user called it. `expiresAt`: it ends then at the latest.
 * `revoked`: an administrator has revoked this device. What it still sends is kept apart for the record's owner, and it
 * is shown nothing. The app says so, offers to save what is not sent to a file, and erases nothing by itself.
 */
export const sessionSchema = z.object({
  user: z.object({
    id,
    name: z.string(),
    role: z.string(),
    agency: z.object({ id, name: z.string() }),
    access: z.enum(ACCESS),
  }),
  device: id,
  expiresAt: instant,
  revoked: z.optional(z.boolean()),
  deviceName: z.optional(z.string()),
})
export type SessionBody = z.infer<typeof sessionSchema>

/**
 * `POST /api/sign-in`, with a `code` or a `passkey`. Answered with a session, `not-recognised` or `too-many`. `device.id`: random, made once for each
 * practitioner on a device. `device.name`: by what its user and the agency know it ("work phone"); nobody's name.
 */
export const signInSchema = z
  .object({
    email: z.string().check(z.maxLength(254)),
    password,
    code: z.optional(code),
    passkey: z.optional(passkeyUsedSchema),
    device: z.object({ id, name: z.string().check(z.maxLength(100)) }),
  })
  .check(oneOf)
export type SignIn = z.infer<typeof signInSchema>

/**
 * `POST /api/authors`: "on this device I recorded as this". After 200 `{}`, entries of this author pass the author check of
 * a push. Say it after each sign-in, and again when name, role or agency on the device changes. The first account that
 * names an id is its author for good; every other one is answered `author-taken`.
 */
export const authorSchema = z
  .object({ id, name: z.string(), role: z.string(), agency: z.string() })
  .check(z.refine(({ name, role, agency }) => [name, role, agency].every((text) => text === '' || isUsable(text))))

/**
 * `POST /api/password`, with a `code` or a `passkey`: answered with a new session, `not-recognised`, `weak-password` or `too-many`. All other
 * sessions of the account end at once; what their devices hold stays where it is.
 */
export const passwordChangeSchema = z
  .object({ current: password, password, code: z.optional(code), passkey: z.optional(passkeyUsedSchema) })
  .check(oneOf)

/** `POST /api/agency/invitations`, by an administrator. `role` is the person's profession, as colleagues read it. */
export const inviteSchema = z.object({ email, role: word, access: z.enum(ACCESS) })
/** `link`: an address within Linnet, good for one use until `expiresAt`. It is shown once: whoever has it becomes that user. */
export const invitedSchema = z.object({ link: z.string(), expiresAt: instant })

/**
 * `GET /api/invitations/:token`, `not-found` when it was never made, was used or is over. `secret` is for typing into an
 * authenticator app, `otpauth` the same as an address for a QR code. Both stay the same until the invitation is used.
 * `provider`: the agency has a sign-in of its own, by which the invitation can be used instead (`startOidcSchema`).
 */
export const invitationSchema = z.object({
  email: z.string(),
  role: z.string(),
  access: z.enum(ACCESS),
  agency: z.object({ id, name: z.string() }),
  secret: z.string(),
  otpauth: z.string(),
  provider: z.optional(z.boolean()),
})
/**
 * `POST /api/invitations/:token`, with a `code` or a new `passkey`: 200 `{}`, `weak-password`, `code-not-right`,
 * `passkey-not-right`, `not-found`. Then the user signs in. Whatever they had beside a password before is of no use any more.
 */
export const acceptInvitationSchema = z
  .object({ name: word, password, code: z.optional(code), passkey: z.optional(passkeyMadeSchema) })
  .check(oneOf)

/** `GET /api/oidc/agencies`, by anybody: the agencies whose people sign in with a provider of their own. Or `too-many`. */
export const oidcAgenciesSchema = z.object({ agencies: z.array(z.object({ id, name: z.string() })) })

/**
 * `GET /api/oidc/start?agency=...&device=...&deviceName=...&to=...`: a navigation to the sign-in of the agency's own
 * provider, which comes back to `to`, a path of Linnet's, with a session; without one to `to#sign-in=` and a problem:
 * `not-recognised` (cancelled as well), `unavailable` (the provider), `server-trouble`, `too-many`, or `not-found` where the agency has no provider.
 * `invitation`, the first time: the token of an invitation's link, which binds whoever the provider says it is to the invited user.
 * `anew`: the provider asks who it is, even of somebody who is signed in there.
 */
export const startOidcSchema = z.object({
  agency: id,
  device: id,
  deviceName: z._default(z.string().check(z.maxLength(100)), ''),
  to: z._default(z.string().check(z.maxLength(1000)), '/'),
  invitation: z.optional(z.string().check(z.maxLength(100))),
  anew: z.optional(z.literal('yes')),
})

/** `GET /api/agency/users`, by an administrator: the people of the agency. `endedAt`: null while the account is good. */
export const usersSchema = z.object({
  users: z.array(
    z.object({
      id,
      name: z.string(),
      email: z.string(),
      role: z.string(),
      access: z.enum(ACCESS),
      endedAt: z.nullable(instant),
    }),
  ),
})
/**
 * `POST /api/agency/users/end`, by an administrator: 200 `{}`, or `not-found`. The user is signed out everywhere and cannot sign
 * in; a new invitation opens the same account again. What is on their devices stays there.
 */
export const endUserSchema = z.object({ id })

/** `GET /api/agency/devices`, by an administrator: devices of the agency's users. */
export const devicesSchema = z.object({
  devices: z.array(
    z.object({
      id,
      name: z.string(),
      user: z.object({ id, name: z.string() }),
      lastSeenAt: instant,
      revoked: z.boolean(),
    }),
  ),
})
/** `POST /api/agency/devices/revoke`, by an administrator: 200 `{}`, or `not-found`. For good. `id` is of `devicesSchema`. */
export const revokeDeviceSchema = z.object({ id })

/** `GET /api/events`: the data of each `event: head`. The entries of this assessment go up to `head`: pull what is missing. */
export const headEventSchema = z.object({ assessment: id, head: z.int().check(z.minimum(0)) })
export type HeadEvent = z.infer<typeof headEventSchema>
