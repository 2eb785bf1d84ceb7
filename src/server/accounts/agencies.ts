import { type AccountParts, iso } from './account-parts.ts'
import { first, rows, type Task } from './task.ts'

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
