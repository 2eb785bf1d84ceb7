import type { KeepingResult, QuarantinedEntry, RecordKeeping } from './record-keeping.ts'
import type { Session, StoreParts } from './record-store.ts'
import { inTransaction, type Sqlite } from './sqlite-database.ts'
import { all, one, run } from './sqlite-statements.ts'

/** Administration of the same database, in the same process. */
export function sqliteKeeping(db: Sqlite, parts: Pick<StoreParts, 'now' | 'newId'>): RecordKeeping {
  return {
    readersAmong: async (assessment, sessions) =>
      new Set(sessions.filter((session) => isReader(db, session, assessment)).map(({ device }) => device)),
    admit: async (assessment, user) =>
      inTransaction(db, (): KeepingResult => {
        if (!ownerOf(db, assessment)) return { ok: false, reason: 'no-such-assessment' }
        run(
          db,
          `INSERT INTO members (assessment_id, user_id, joined_at) VALUES (?, ?, ?)
           ON CONFLICT (user_id, assessment_id) DO UPDATE SET ended_at = NULL`,
          assessment,
          user,
          parts.now(),
        )
        return { ok: true }
      }),
    endMembership: async (assessment, user) =>
      inTransaction(db, (): KeepingResult => {
        const owner = ownerOf(db, assessment)
        if (!owner) return { ok: false, reason: 'no-such-assessment' }
        if (owner === user) return { ok: false, reason: 'is-owner' }
        run(
          db,
          'UPDATE members SET ended_at = ?, decided_by = NULL WHERE assessment_id = ? AND user_id = ? AND ended_at IS NULL',
          parts.now(),
          assessment,
          user,
        )
        return { ok: true }
      }),
    revokeDevice: async (device) => {
      run(db, 'INSERT INTO revoked_devices (id, revoked_at) VALUES (?, ?) ON CONFLICT DO NOTHING', device, parts.now())
    },
    quarantined: async (assessment, owner) =>
      all<QuarantinedEntry>(
        db,
        `SELECT q.entry_id AS entry, q.user_id AS user, q.device_id AS device, q.why, q.hash,
                q.received_at AS receivedAt, q.text
         FROM quarantine q JOIN assessments a ON a.id = q.assessment_id AND a.owner_id = ?
         WHERE q.assessment_id = ? AND NOT EXISTS
           (SELECT 1 FROM entries e WHERE e.assessment_id = q.assessment_id AND e.id = q.entry_id AND e.hash = q.hash)
         ORDER BY q.received_at, q.entry_id`,
        owner,
        assessment,
      ),
    markDurable: async (marks) =>
      inTransaction(db, (): KeepingResult => {
        const heads = new Map(
          [...marks.keys()].map((id) => [
            id,
            one<{ head: number }>(db, 'SELECT head FROM assessments WHERE id = ?', id)?.head,
          ]),
        )
        if ([...heads.values()].includes(undefined)) return { ok: false, reason: 'no-such-assessment' }
        if ([...marks].some(([id, through]) => through > (heads.get(id) ?? 0)))
          return { ok: false, reason: 'beyond-head' }
        for (const [id, through] of marks) {
          run(db, 'UPDATE assessments SET durable_through = max(durable_through, ?) WHERE id = ?', through, id)
        }
        return { ok: true }
      }),
    beginNewEpoch: async () => {
      const epoch = parts.newId()
      run(
        db,
        "INSERT INTO store (name, value) VALUES ('epoch', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        epoch,
      )
      return epoch
    },
  }
}

/** The epoch of the database; its first is made when it is first asked for. */
export function epochOf(db: Sqlite, { newId }: Pick<StoreParts, 'newId'>): string {
  const read = () => one<{ value: string }>(db, "SELECT value FROM store WHERE name = 'epoch'")?.value
  const found = read()
  if (found !== undefined) return found
  run(db, "INSERT INTO store (name, value) VALUES ('epoch', ?)", newId())
  return read() ?? ''
}

/** Whether somebody may read an assessment, from this device. */
export const isReader = (db: Sqlite, { user, device }: Pick<Session, 'user' | 'device'>, assessment: string): boolean =>
  membershipOf(db, user, assessment)?.ended_at === null && !isRevoked(db, device)

export const membershipOf = (db: Sqlite, user: string, assessment: string) =>
  one<{ ended_at: string | null }>(
    db,
    'SELECT ended_at FROM members WHERE user_id = ? AND assessment_id = ?',
    user,
    assessment,
  )

export const isRevoked = (db: Sqlite, device: string): boolean =>
  one(db, 'SELECT id FROM revoked_devices WHERE id = ?', device) !== undefined

const ownerOf = (db: Sqlite, assessment: string): string | undefined =>
  one<{ owner_id: string }>(db, 'SELECT owner_id FROM assessments WHERE id = ?', assessment)?.owner_id
