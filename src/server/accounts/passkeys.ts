import type { PasskeyMade, PasskeyUsed } from '../../sync/api.ts'
import { type AccountParts, iso, MINUTE } from './account-parts.ts'
import { tokenHash } from './secret-token.ts'
import { changed, first, rows, type Task } from './task.ts'

/** For so long a passkey may be looked for, or made, after it was asked for. Milliseconds. */
export const PASSKEY_TIME = 5 * MINUTE

/** Where browsers reach this server, as an origin. A passkey is of its host, and shows nothing to another. */
export type Site = string
export const hostOf = (site: Site): string => new URL(site).hostname

/** The library is loaded when the first passkey comes: a server to which none comes does without. */
export const webAuthn = () => import('@simplewebauthn/server')

/** What a challenge is good for: signing in, or using this invitation up (the hash of its token). */
export type AskedFor = 'sign-in' | { invitation: string }
const written = (asked: AskedFor): string => (asked === 'sign-in' ? asked : `invitation ${asked.invitation}`)

export function* keepChallenge(parts: AccountParts, challenge: string, asked: AskedFor): Task<void> {
  yield* rows(
    'INSERT INTO passkey_challenges (challenge_hash, asked_for, expires_at) VALUES ($1, $2, $3)',
    tokenHash(challenge),
    written(asked),
    iso(parts.now() + PASSKEY_TIME),
  )
}

/** False when it was never given out for this, was used, or is over. */
function* spendChallenge(parts: AccountParts, challenge: string, asked: AskedFor): Task<boolean> {
  const row = yield* first<{ expiresAt: string }>(
    `DELETE FROM passkey_challenges WHERE challenge_hash = $1 AND asked_for = $2 RETURNING expires_at AS "expiresAt"`,
    tokenHash(challenge),
    written(asked),
  )
  return row !== undefined && row.expiresAt > iso(parts.now())
}

/** Null when it is not what a browser writes. */
function challengeIn({ response }: PasskeyMade | PasskeyUsed): string | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'))
    const { challenge } = said as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}

/** What is kept of a passkey. Nothing of it is a secret: that stays with its owner. */
export interface Passkey {
  id: string
  /** COSE, in base64url. */
  publicKey: string
  /** How often it was used, as it says; 0 for ever, if it does not count. */
  counter: number
}

/** The passkey that a browser has made for this invitation, at this site; null when it was not. Its challenge is spent. */
export async function passkeyMade(
  parts: AccountParts,
  site: Site,
  made: PasskeyMade,
  asked: AskedFor,
): Promise<Passkey | null> {
  const challenge = challengeIn(made)
  if (challenge === null || !(await parts.db.run(() => spendChallenge(parts, challenge, asked)))) return null
  const { verifyRegistrationResponse } = await webAuthn()
  const checked = await verifyRegistrationResponse({
    response: made,
    expectedChallenge: challenge,
    expectedOrigin: site,
    expectedRPID: hostOf(site),
    requireUserVerification: false,
  }).catch(() => null)
  if (!checked?.verified) return null
  const { id, publicKey, counter } = checked.registrationInfo.credential
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter }
}

/** Whose passkey was used to sign in at this site; null when none of anybody's was. Its challenge is spent. */
export async function passkeyUsed(
  parts: AccountParts,
  site: Site,
  used: PasskeyUsed,
): Promise<{ user: string; passkey: string; counter: number } | null> {
  const challenge = challengeIn(used)
  if (challenge === null) return null
  const kept = await parts.db.run(function* () {
    if (!(yield* spendChallenge(parts, challenge, 'sign-in'))) return undefined
    return yield* first<{ user: string; publicKey: string; counter: number | string }>(
      `SELECT user_id AS user, public_key AS "publicKey", counter FROM passkeys WHERE id = $1`,
      used.id,
    )
  })
  if (!kept) return null
  const { userHandle, ...response } = used.response
  const { verifyAuthenticationResponse } = await webAuthn()
  const checked = await verifyAuthenticationResponse({
    response: { ...used, response: { ...response, ...(userHandle !== undefined && { userHandle }) } },
    expectedChallenge: challenge,
    expectedOrigin: site,
    expectedRPID: hostOf(site),
    credential: {
      id: used.id,
      publicKey: Uint8Array.from(Buffer.from(kept.publicKey, 'base64url')),
      counter: Number(kept.counter),
    },
    requireUserVerification: false,
  }).catch(() => null)
  if (!checked?.verified) return null
  return { user: kept.user, passkey: used.id, counter: checked.authenticationInfo.newCounter }
}

/** False when it is of use no more, or was used in the meantime: two copies of one passkey would count alike. */
export function* spendUse(passkey: string, counter: number): Task<boolean> {
  const used = yield* changed(
    `UPDATE passkeys SET counter = $2 WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))
       AND EXISTS (SELECT 1 FROM users u WHERE u.id = passkeys.user_id AND u.ended_at IS NULL) RETURNING id`,
    passkey,
    counter,
  )
  return used > 0
}

/** What a new passkey calls its user: the same as before, so that it takes the place of an earlier one where that is kept. */
export function* handleFor(email: string, agency: string, invitation: string): Task<string> {
  const before = yield* first<{ handle: string }>(
    'SELECT p.handle FROM passkeys p JOIN users u ON u.id = p.user_id WHERE u.email = $1 AND u.agency_id = $2 LIMIT 1',
    email,
    agency,
  )
  return before?.handle ?? tokenHash(`handle ${invitation}`)
}

/** Somebody has a passkey of this id. Each is made anew, so that only a forged one is. */
export function* isKnown({ id }: Passkey): Task<boolean> {
  return (yield* first('SELECT id FROM passkeys WHERE id = $1', id)) !== undefined
}

/** From now on the user has this passkey, or none. */
export function* setPasskey(
  parts: AccountParts,
  user: string,
  passkey: (Passkey & { handle: string }) | null,
): Task<void> {
  yield* rows('DELETE FROM passkeys WHERE user_id = $1', user)
  if (!passkey) return
  yield* rows(
    'INSERT INTO passkeys (id, user_id, handle, public_key, counter, made_at) VALUES ($1, $2, $3, $4, $5, $6)',
    passkey.id,
    user,
    passkey.handle,
    passkey.publicKey,
    passkey.counter,
    iso(parts.now()),
  )
}
