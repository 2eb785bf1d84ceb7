import type { Author } from '../../domain/entry.ts'
import type { Access, SessionBody } from '../../sync/api.ts'
import type { Session } from '../records/record-store.ts'
import { type AccountParts, DAY, iso, MINUTE } from './account-parts.ts'
import { newToken, tokenHash } from './secret-token.ts'
import { changed, first, rows, type Task, type Value } from './task.ts'

/** A session ends after a day without a request, and after a week whatever happens. Recording goes on without one. */
export const SESSION = { idle: DAY, longest: 7 * DAY } as const
/** How exactly the last request is remembered: not every request writes. */
const SEEN_EVERY = MINUTE

/** The one signed in, as every route is given it. */
export interface SignedIn {
  /** The hash of the session's token. */
  key: string
  agency: string
  access: Access
  revoked: boolean
  email: string
  /** As the device calls itself. */
  client: ClientDevice
  /** For the record store. `device` is the server's own id of it: what a device calls itself proves nothing. */
  session: Session
  body: SessionBody
}

/** What a device says of itself when somebody signs in. */
export interface ClientDevice {
  id: string
  name: string
}

/** Begins a session, and knows the device from then on. The token is for the cookie; it is stored nowhere. */
export function* beginSession(parts: AccountParts, user: string, device: ClientDevice): Task<string> {
  const at = parts.now()
  const known = yield* first<{ id: string }>(
    `INSERT INTO devices (id, user_id, client_id, name, first_seen_at, last_seen_at) VALUES ($1, $2, $3, $4, $5, $5)
     ON CONFLICT (user_id, client_id) DO UPDATE SET name = excluded.name, last_seen_at = excluded.last_seen_at
     RETURNING id`,
    parts.newId(),
    user,
    device.id,
    device.name,
    iso(at),
  )
  const token = newToken()
  yield* rows(
    `INSERT INTO sessions (token_hash, user_id, device_id, created_at, seen_at, expires_at)
     VALUES ($1, $2, $3, $4, $4, $5)`,
    tokenHash(token),
    user,
    known?.id ?? '',
    iso(at),
    iso(at + SESSION.longest),
  )
  return token
}

interface SessionRow {
  key: string
  seenAt: string
  expiresAt: string
  device: string
  clientDevice: string
  deviceName: string
  email: string
  revoked: boolean | number
  user: string
  name: string
  role: string
  access: Access
  agency: string
  agencyName: string
}

/** Looked up at each request, so that an ended session is ended everywhere at once. */
export function* sessionOf(parts: AccountParts, token: string): Task<SignedIn | null> {
  const at = parts.now()
  const row = yield* first<SessionRow>(
    `SELECT s.token_hash AS key, s.seen_at AS "seenAt", s.expires_at AS "expiresAt", d.id AS device,
            d.client_id AS "clientDevice", d.name AS "deviceName", u.email, u.id AS user, u.name, u.role, u.access, a.id AS agency, a.name AS "agencyName",
            EXISTS (SELECT 1 FROM revoked_devices r WHERE r.id = d.id) AS revoked
     FROM sessions s JOIN devices d ON d.id = s.device_id JOIN users u ON u.id = s.user_id
       JOIN agencies a ON a.id = u.agency_id
     WHERE s.token_hash = $1 AND ${IS_ALIVE}`,
    tokenHash(token),
    ...aliveAt(at),
  )
  if (!row) return null
  if (Date.parse(row.seenAt) <= at - SEEN_EVERY) {
    yield* rows('UPDATE sessions SET seen_at = $2 WHERE token_hash = $1', row.key, iso(at))
    yield* rows('UPDATE devices SET last_seen_at = $2 WHERE id = $1', row.device, iso(at))
  }
  const authors = yield* rows<Author>(
    `SELECT o.author_id AS id, a.name, a.role, a.agency FROM author_owners o JOIN authors a ON a.author_id = o.author_id
     WHERE o.user_id = $1`,
    row.user,
  )
  return signedIn(row, authors)
}

/** Which of these sessions are alive, and which of those on a device that was revoked. */
export function* aliveOf(
  parts: AccountParts,
  keys: readonly string[],
): Task<ReadonlyMap<string, { revoked: boolean }>> {
  const [one, ...others] = keys
  if (one === undefined) return new Map()
  const found = yield* rows<{ key: string; revoked: boolean | number }>(
    `SELECT s.token_hash AS key, EXISTS (SELECT 1 FROM revoked_devices r WHERE r.id = s.device_id) AS revoked
     FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE ${IS_ALIVE} AND s.token_hash IN ($1${others.map((_, n) => `, $${n + 4}`).join('')})`,
    one,
    ...aliveAt(parts.now()),
    ...others,
  )
  return new Map(found.map(({ key, revoked }) => [key, { revoked: Boolean(revoked) }]))
}

export function* endSession(key: string): Task<void> {
  yield* rows('DELETE FROM sessions WHERE token_hash = $1', key)
}

/** After a new password, a new authenticator or the end of an account: nobody stays signed in. Returns how many were. */
export function* endSessionsOf(user: string): Task<number> {
  return yield* changed('DELETE FROM sessions WHERE user_id = $1 RETURNING token_hash', user)
}

/** Takes away what has ended. Nothing asks for it any more. */
export function* tidySessions(parts: AccountParts): Task<void> {
  const at = parts.now()
  yield* rows('DELETE FROM sessions WHERE expires_at <= $1 OR seen_at <= $2', ...aliveAt(at))
  yield* rows('DELETE FROM attempts WHERE ends_at <= $1', iso(at))
  yield* rows('DELETE FROM departures WHERE expires_at <= $1', iso(at))
  yield* rows('DELETE FROM passkey_challenges WHERE expires_at <= $1', iso(at))
}

const IS_ALIVE = 's.expires_at > $2 AND s.seen_at > $3 AND u.ended_at IS NULL'
const aliveAt = (at: number): [Value, Value] => [iso(at), iso(at - SESSION.idle)]

function signedIn(row: SessionRow, authors: Author[]): SignedIn {
  const revoked = Boolean(row.revoked)
  return {
    key: row.key,
    agency: row.agency,
    access: row.access,
    revoked,
    email: row.email,
    client: { id: row.clientDevice, name: row.deviceName },
    session: {
      user: row.user,
      device: row.device,
      authors,
      agency: row.access === 'administrator' ? undefined : row.agency,
    },
    body: {
      user: {
        id: row.user,
        name: row.name,
        role: row.role,
        agency: { id: row.agency, name: row.agencyName },
        access: row.access,
      },
      device: row.clientDevice,
      expiresAt: row.expiresAt,
      ...(revoked && { revoked }),
      deviceName: row.deviceName,
    },
  }
}
