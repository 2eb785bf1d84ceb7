import { type Client, inTransaction, type Pool } from './postgres-database.ts'
import type { KeepingResult, QuarantinedEntry, RecordKeeping } from './record-keeping.ts'
import type { StoreParts } from './record-store.ts'

/** Administration of the same database, from any process. */
export function postgresKeeping(pool: Pool, parts: Pick<StoreParts, 'now' | 'newId'>): RecordKeeping {
  const keeping = <T>(task: (client: Client) => Promise<T>): Promise<T> =>
    inTransaction(pool, { as: 'linnet_keeper' }, task)

  return {
    readersAmong: (assessment, sessions) =>
      keeping(async (client) => {
        const { rows } = await client.query<{ device: string }>({
          name: 'readers-among',
          text: `SELECT s.device FROM unnest($2::text[], $3::text[]) AS s (user_id, device)
                 JOIN members m ON m.user_id = s.user_id AND m.assessment_id = $1 AND m.ended_at IS NULL
                 WHERE NOT EXISTS (SELECT FROM revoked_devices r WHERE r.id = s.device)`,
          values: [assessment, sessions.map(({ user }) => user), sessions.map(({ device }) => device)],
        })
        return new Set(rows.map(({ device }) => device))
      }),
    admit: (assessment, user) =>
      keeping(async (client): Promise<KeepingResult> => {
        if ((await ownerUnderLock(client, assessment)) === undefined) return NO_SUCH
        await client.query(
          `INSERT INTO members (assessment_id, user_id, joined_at) VALUES ($1, $2, $3)
           ON CONFLICT (user_id, assessment_id) DO UPDATE SET ended_at = NULL`,
          [assessment, user, parts.now()],
        )
        return { ok: true }
      }),
    endMembership: (assessment, user) =>
      keeping(async (client): Promise<KeepingResult> => {
        const owner = await ownerUnderLock(client, assessment)
        if (owner === undefined) return NO_SUCH
        if (owner === user) return { ok: false, reason: 'is-owner' }
        await client.query(
          'UPDATE members SET ended_at = $3, decided_by = NULL WHERE assessment_id = $1 AND user_id = $2 AND ended_at IS NULL',
          [assessment, user, parts.now()],
        )
        return { ok: true }
      }),
    revokeDevice: async (device) => {
      await keeping((client) =>
        client.query('INSERT INTO revoked_devices (id, revoked_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
          device,
          parts.now(),
        ]),
      )
    },
    quarantined: (assessment, owner) =>
      keeping(async (client) => {
        const { rows } = await client.query<QuarantinedEntry>(
          `SELECT q.entry_id AS entry, q.user_id AS user, q.device_id AS device, q.why, q.hash,
                  q.received_at AS "receivedAt", q.text
           FROM quarantine q JOIN assessments a ON a.id = q.assessment_id AND a.owner_id = $2
           WHERE q.assessment_id = $1 AND NOT EXISTS
             (SELECT FROM entries e WHERE e.assessment_id = q.assessment_id AND e.id = q.entry_id AND e.hash = q.hash)
           ORDER BY q.received_at, q.entry_id`,
          [assessment, owner],
        )
        return rows
      }),
    markDurable: (marks) =>
      keeping(async (client): Promise<KeepingResult> => {
        const ids = [...marks.keys()].sort()
        const { rows } = await client.query<{ id: string; head: string }>(
          'SELECT a.id, a.head FROM assessments a WHERE a.id = ANY ($1::text[]) ORDER BY a.id FOR UPDATE',
          [ids],
        )
        if (rows.length < ids.length) return NO_SUCH
        if (rows.some(({ id, head }) => (marks.get(id) ?? 0) > Number(head)))
          return { ok: false, reason: 'beyond-head' }
        await client.query(
          `UPDATE assessments a SET durable_through = greatest(a.durable_through, u.through)
           FROM unnest($1::text[], $2::bigint[]) AS u (id, through) WHERE a.id = u.id`,
          [ids, ids.map((id) => marks.get(id) ?? 0)],
        )
        return { ok: true }
      }),
    beginNewEpoch: async () => {
      const epoch = parts.newId()
      await keeping((client) =>
        client.query(
          `INSERT INTO store (name, value) VALUES ('epoch', $1)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
          [epoch],
        ),
      )
      return epoch
    },
  }
}

const NO_SUCH: KeepingResult = { ok: false, reason: 'no-such-assessment' }

/** The lock that a push takes too: what is being pushed is done before a membership changes. */
async function ownerUnderLock(client: Client, assessment: string): Promise<string | undefined> {
  const { rows } = await client.query<{ owner: string }>(
    'SELECT a.owner_id AS owner FROM assessments a WHERE a.id = $1 FOR UPDATE',
    [assessment],
  )
  return rows[0]?.owner
}
