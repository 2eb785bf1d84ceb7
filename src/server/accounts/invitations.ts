import type { Access, PasskeyMade } from '../../sync/api.ts'
import { type AccountParts, DAY, iso } from './account-parts.ts'
import { newAuthenticator, otpauthOf, stepOf } from './authenticator.ts'
import { handleFor, isKnown, passkeyMade, type Site, setPasskey } from './passkeys.ts'
import { hashPassword, isGoodPassword } from './password.ts'
import { newToken, tokenHash } from './secret-token.ts'
import { endSessionsOf } from './sessions.ts'
import { normalEmail } from './sign-in.ts'
import { changed, first, rows, type Task } from './task.ts'

const GOOD_FOR = DAY

export interface NewInvitation {
  agency: string
  email: string
  /** The profession, as colleagues read it. */
  role: string
  access: Access
  /** Null: whoever runs the server. */
  by: string | null
}

/**
 * Invites somebody, or lets somebody of this agency who lost their password, authenticator or passkey choose anew. Whether
 * there is an account is not told. The token is given out once, and stored as its hash.
 */
export function* invite(
  parts: AccountParts,
  { agency, email, role, access, by }: NewInvitation,
): Task<{ token: string; expiresAt: string }> {
  const token = newToken()
  const at = parts.now()
  const expiresAt = iso(at + GOOD_FOR)
  yield* rows(
    `INSERT INTO invitations (token_hash, agency_id, email, role, access, totp_secret, invited_by, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    tokenHash(token),
    agency,
    normalEmail(email),
    role,
    access,
    newAuthenticator(),
    by,
    iso(at),
    expiresAt,
  )
  return { token, expiresAt }
}

/** Where the app takes an invitation. After the hash sign, which browsers send to no server. */
export const invitationLink = (token: string): string => `/invitation#${token}`

export interface Invitation {
  email: string
  role: string
  access: Access
  agency: { id: string; name: string }
  secret: string
  otpauth: string
}

/** Null when it was never made, was used or is over: nobody is told which. */
export const invitationOf = (parts: AccountParts, token: string): Task<Invitation | null> =>
  invitationBy(parts, tokenHash(token))

/** The same, by the hash of its token. */
export function* invitationBy(parts: AccountParts, hash: string): Task<Invitation | null> {
  const found = yield* first<Omit<Invitation, 'agency' | 'otpauth'> & { agency: string; agencyName: string }>(
    `SELECT i.email, i.role, i.access, i.totp_secret AS secret, a.id AS agency, a.name AS "agencyName"
     FROM invitations i JOIN agencies a ON a.id = i.agency_id
     WHERE i.token_hash = $1 AND i.used_at IS NULL AND i.expires_at > $2`,
    hash,
    iso(parts.now()),
  )
  if (!found) return null
  const { agency, agencyName, ...rest } = found
  return { ...rest, agency: { id: agency, name: agencyName }, otpauth: otpauthOf(found.secret, found.email) }
}

/**
 * - `not-found`: as `invitationOf`; of two who use it at once, the second.
 * - `weak-password`, `code-not-right`, `passkey-not-right`: the invitation stays good.
 * - `already-there`: another agency has an account with this address. The user asks that agency's administrator to end it.
 */
export type Accepted =
  | { ok: true; user: string }
  | { ok: false; why: 'not-found' | 'weak-password' | 'code-not-right' | 'passkey-not-right' | 'already-there' }

/** What somebody chooses who is invited. Beside the password: a code of the authenticator, or a passkey that was made for this. */
export interface Chosen {
  name: string
  password: string
  code?: string | undefined
  passkey?: { made: PasskeyMade; site: Site } | undefined
}

/** Makes the account, or gives the one that is there its new password and what is beside it, and ends its sessions. */
export async function acceptInvitation(
  parts: AccountParts,
  token: string,
  { name, password, code, passkey }: Chosen,
): Promise<Accepted> {
  const hash = tokenHash(token)
  const invitation = await parts.db.run(() => invitationOf(parts, token))
  if (!invitation) return { ok: false, why: 'not-found' }
  if (!isGoodPassword(password, invitation.email)) return { ok: false, why: 'weak-password' }
  const made = passkey && (await passkeyMade(parts, passkey.site, passkey.made, { invitation: hash }))
  if (made === null) return { ok: false, why: 'passkey-not-right' }
  const step = made ? null : stepOf(invitation.secret, code ?? '', parts.now())
  if (!made && step === null) return { ok: false, why: 'code-not-right' }
  const passwordHash = await hashPassword(password)
  return await parts.db.run(function* (): Task<Accepted> {
    if (made && (yield* isKnown(made))) return { ok: false, why: 'passkey-not-right' }
    const handle = yield* handleFor(invitation.email, invitation.agency.id, hash)
    const user = yield* spendInvitation(parts, hash, invitation, name)
    if (!user.ok) return user
    yield* rows(
      'UPDATE users SET password_hash = $2, totp_secret = $3, totp_step = $4 WHERE id = $1',
      user.user,
      passwordHash,
      step === null ? null : invitation.secret,
      step ?? 0,
    )
    yield* setPasskey(parts, user.user, made ? { ...made, handle } : null)
    return user
  })
}

/** Uses an invitation up, for an account that is new or of the same agency. */
export function* spendInvitation(
  parts: AccountParts,
  hash: string,
  { email, role, access, agency }: Invitation,
  name: string,
): Task<Accepted> {
  const at = iso(parts.now())
  const account = yield* first<{ user: string; agency: string }>(
    'SELECT id AS user, agency_id AS agency FROM users WHERE email = $1',
    email,
  )
  if (account && account.agency !== agency.id) return { ok: false, why: 'already-there' }
  const used = yield* changed(
    `UPDATE invitations SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
     RETURNING token_hash`,
    hash,
    at,
  )
  if (used === 0) return { ok: false, why: 'not-found' }
  // Of two invitations of one address that are used at once, the second finds the account that the first has made.
  const made = yield* first<{ user: string }>(
    `INSERT INTO users (id, agency_id, email, name, role, access, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (email) DO UPDATE SET name = excluded.name, role = excluded.role, access = excluded.access, ended_at = NULL
       WHERE users.agency_id = excluded.agency_id
     RETURNING id AS user`,
    parts.newId(),
    agency.id,
    email,
    name,
    role,
    access,
    at,
  )
  if (!made) return { ok: false, why: 'not-found' }
  yield* endSessionsOf(made.user)
  return { ok: true, user: made.user }
}
