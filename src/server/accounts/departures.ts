import { type AccountParts, iso, MINUTE } from './account-parts.ts'
import { newToken, tokenHash } from './secret-token.ts'
import type { ClientDevice } from './sessions.ts'
import { first, rows, type Task } from './task.ts'

const GOOD_FOR = 10 * MINUTE

/** Somebody who is sent to their agency's provider, and what is needed when they come back. */
export interface Departure {
  agency: string
  nonce: string
  /** Of the code challenge (PKCE). */
  verifier: string
  device: ClientDevice
  /** A path of Linnet's. */
  backTo: string
  /** SHA-256 of an invitation's token, when this is the first time. */
  invitation: string | null
}

/** `state` goes to the provider and comes back; `browser` is for a cookie, so that nobody comes back in another's browser. */
export function* depart(parts: AccountParts, departure: Departure): Task<{ state: string; browser: string }> {
  const [state, browser] = [newToken(), newToken()]
  const { agency, nonce, verifier, device, backTo, invitation } = departure
  yield* rows(
    `INSERT INTO departures (state_hash, browser_hash, agency_id, nonce, verifier, device_id, device_name, back_to,
       invitation_hash, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    tokenHash(state),
    tokenHash(browser),
    agency,
    nonce,
    verifier,
    device.id,
    device.name,
    backTo,
    invitation,
    iso(parts.now() + GOOD_FOR),
  )
  return { state, browser }
}

/** Whoever left from this browser under this state, once: the second time there is nobody. */
export function* comeBack(parts: AccountParts, state: string, browser: string): Task<Departure | null> {
  const row = yield* first<Omit<Departure, 'device'> & { deviceId: string; deviceName: string; expiresAt: string }>(
    `DELETE FROM departures WHERE state_hash = $1 AND browser_hash = $2
     RETURNING agency_id AS agency, nonce, verifier, device_id AS "deviceId", device_name AS "deviceName",
       back_to AS "backTo", invitation_hash AS invitation, expires_at AS "expiresAt"`,
    tokenHash(state),
    tokenHash(browser),
  )
  if (!row || row.expiresAt <= iso(parts.now())) return null
  const { deviceId, deviceName, expiresAt: _, ...departure } = row
  return { ...departure, device: { id: deviceId, name: deviceName } }
}
