import type { Access } from '../../sync/api.ts'
import { type AccountParts, iso } from './account-parts.ts'
import { endSessionsOf } from './sessions.ts'
import { changed, first, rows, type Task } from './task.ts'

export interface Agency {
  id: string
  name: string
}

export function* createAgency(parts: AccountParts, name: string): Task<Agency> {
  const agency = { id: parts.newId(), name }
  yield* rows('INSERT INTO agencies (id, name, created_at) VALUES ($1, $2, $3)', agency.id, name, iso(parts.now()))
  return agency
}

export function* agencies(): Task<Agency[]> {
  return yield* rows<Agency>('SELECT id, name FROM agencies ORDER BY created_at, id')
}

export interface AgencyUser {
  id: string
  name: string
  email: string
  role: string
  access: Access
  /** Null while the account is good. */
  endedAt: string | null
}

/** The people of an agency, in the order in which they came. */
export function* usersOf(agency: string): Task<AgencyUser[]> {
  return yield* rows<AgencyUser>(
    `SELECT id, name, email, role, access, ended_at AS "endedAt" FROM users WHERE agency_id = $1 ORDER BY created_at, id`,
    agency,
  )
}

/**
 * Ends the account of somebody of this agency, and signs them out everywhere. What they recorded stays, under their name. A
 * new invitation opens the same account again. False: there is no such user.
 */
export function* endUser(parts: AccountParts, agency: string, user: string): Task<boolean> {
  const ended = yield* changed(
    'UPDATE users SET ended_at = coalesce(ended_at, $3) WHERE id = $1 AND agency_id = $2 RETURNING id',
    user,
    agency,
    iso(parts.now()),
  )
  if (ended === 0) return false
  yield* endSessionsOf(user)
  return true
}

export interface AgencyDevice {
  id: string
  name: string
  user: { id: string; name: string }
  lastSeenAt: string
  revoked: boolean
}

/** The devices on which users of this agency have signed in, newest contact first. */
export function* devicesOf(agency: string): Task<AgencyDevice[]> {
  const found = yield* rows<Omit<AgencyDevice, 'user'> & { user: string; userName: string }>(
    `SELECT d.id, d.name, u.id AS user, u.name AS "userName", d.last_seen_at AS "lastSeenAt",
            EXISTS (SELECT 1 FROM revoked_devices r WHERE r.id = d.id) AS revoked
     FROM devices d JOIN users u ON u.id = d.user_id WHERE u.agency_id = $1 ORDER BY d.last_seen_at DESC, d.id`,
    agency,
  )
  return found.map(({ user, userName, revoked, ...device }) => ({
    ...device,
    user: { id: user, name: userName },
    revoked: Boolean(revoked),
  }))
}

/** True when a user of this agency has signed in on it. */
export function* isDeviceOf(agency: string, device: string): Task<boolean> {
  const found = yield* first(
    'SELECT d.id FROM devices d JOIN users u ON u.id = d.user_id WHERE d.id = $1 AND u.agency_id = $2',
    device,
    agency,
  )
  return found !== undefined
}
