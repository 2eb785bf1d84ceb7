import type {
  MineResponse,
  PulledEntry,
  PullRequest,
  PullResponse,
  PushRequest,
  PushResponse,
} from '../../sync/protocol.ts'
import type { Task } from '../accounts/task.ts'
import { appendRefusal } from '../audit/append.ts'
import { notePush } from '../audit/note-push.ts'
import { applyActs, membersState } from '../sharing/apply-acts.ts'
import { letIn, outsiderIn } from '../sharing/take-up.ts'
import { keptApart } from './known-entries.ts'
import { hasActs } from './membership-in.ts'
import { pageOf, startOf } from './page.ts'
import { idsToKnow, type KeptApart, type Known, type PushPlan, planPush, type Standing } from './plan-push.ts'
import { type Client, inTransaction, isUnavailable, type Pool } from './postgres-database.ts'
import { carryOutInPostgres } from './postgres-tasks.ts'
import { type Incoming, inOrderSent, readBatch } from './read-batch.ts'
import type { Alarm, Answered, ServerRecordStore, Session, StoreParts } from './record-store.ts'

/** The store that any number of processes share. The database checks a second time who may see and add what. */
export async function postgresRecordStore(pool: Pool, parts: StoreParts): Promise<ServerRecordStore> {
  await inTransaction(pool, { as: 'linnet_keeper' }, (client) =>
    client.query("INSERT INTO store (name, value) VALUES ('epoch', $1) ON CONFLICT DO NOTHING", [parts.newId()]),
  )
  const forSession = <T>(session: Session, task: (client: Client) => Promise<T>): Promise<T> =>
    inTransaction(pool, { as: 'linnet_runtime', ...askedBy(session), now: parts.now() }, task)

  async function push(session: Session, request: PushRequest): Promise<PushResponse> {
    const { begin, entries } = request
    const { byAssessment, results } = readBatch(request, parts.vouching)
    const done = await forSession(session, async (client) => {
      const at = parts.now()
      const { epoch, revoked } = await stateFor(client, session)
      for (const assessment of [...new Set(begin)].sort()) {
        const begun = await beginAssessment(client, assessment, session.user, at)
        if (begun || (await membershipOf(client, session.user, assessment))) continue
        await carryOut(client, appendRefusal(parts, session, assessment, 'push'))
      }
      const plans: PushPlan[] = []
      for (const [assessment, incoming] of byAssessment) {
        const standing = await standingOf(client, session, revoked, assessment, incoming)
        const plan = planPush(session, assessment, incoming, standing, at)
        await carryOut(client, letIn(assessment, plan, at))
        await storeEntries(client, assessment, plan, at)
        await keepApart(client, session, assessment, plan, at)
        await carryOut(client, applyActs(parts, assessment, plan.acts, at))
        await carryOut(client, notePush(parts, session, assessment, standing, plan))
        plans.push(plan)
      }
      return { epoch, plans }
    })
    for (const plan of done.plans) {
      for (const [place, result] of plan.results) results.set(place, result)
      plan.alarms.forEach(parts.alarm)
    }
    return { epoch: done.epoch, results: inOrderSent(entries, results) }
  }

  async function pull(session: Session, request: PullRequest): Promise<PullResponse> {
    const { assessment } = request
    const alarms: Alarm[] = []
    const answer = await forSession(session, async (client): Promise<PullResponse> => {
      const { epoch, revoked } = await stateFor(client, session)
      const row = revoked ? undefined : await headOf(client, session, assessment, parts.now())
      if (!row) return { result: 'unknown-assessment' }
      const start = startOf(request, epoch, row.head)
      if (start.from === 'ahead') alarms.push({ what: 'cursor-ahead', assessment, entry: null, user: session.user })
      if (start.from !== 'seq') return { result: 'restart', epoch }
      const found = await entriesAfter(client, assessment, start)
      return pageOf(request, start, found, { epoch, durableThrough: row.durableThrough }, parts.vouching)
    })
    alarms.forEach(parts.alarm)
    return answer
  }

  const mine = (session: Session) =>
    forSession(session, async (client): Promise<MineResponse> => {
      const { epoch, revoked } = await stateFor(client, session)
      if (revoked) return { epoch, assessments: [] }
      const { rows } = await client.query<{ assessment: string; head: string }>({
        name: 'mine',
        text: `SELECT a.id AS assessment, a.head FROM members m JOIN assessments a ON a.id = m.assessment_id
               WHERE m.user_id = $1 AND m.ended_at IS NULL`,
        values: [session.user],
      })
      return { epoch, assessments: rows.map((row) => ({ ...row, head: Number(row.head) })) }
    })

  return {
    push: (session, request) => answering(push(session, request)),
    pull: (session, request) => answering(pull(session, request)),
    mine: (session) => answering(mine(session)),
    close: () => pool.end(),
  }
}

const askedBy = ({ user, device, agency }: Session) => ({ user, device, agency })

async function stateFor(client: Client, { device }: Session): Promise<{ epoch: string; revoked: boolean }> {
  const { rows } = await client.query<{ epoch: string; revoked: boolean }>({
    name: 'state-for',
    text: `SELECT (SELECT value FROM store WHERE name = 'epoch') AS epoch,
                  EXISTS (SELECT FROM revoked_devices WHERE id = $1) AS revoked`,
    values: [device],
  })
  const row = rows[0]
  if (!row?.epoch) throw new Error('the database has no epoch')
  return row
}

/** False when it is there already. */
async function beginAssessment(client: Client, assessment: string, user: string, at: string): Promise<boolean> {
  const begun = await client.query({
    name: 'begin',
    text: 'INSERT INTO assessments (id, owner_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    values: [assessment, user],
  })
  if (begun.rowCount === 0) return false
  await client.query({
    name: 'begin-member',
    text: 'INSERT INTO members (assessment_id, user_id, joined_at) VALUES ($1, $2, $3)',
    values: [assessment, user, at],
  })
  return true
}

async function standingOf(
  client: Client,
  session: Session,
  revoked: boolean,
  assessment: string,
  incoming: readonly Incoming[],
): Promise<Standing> {
  // A statement of its own: what comes after it sees what the last holder of the lock has committed.
  const locked = await client.query<{ head: string }>({
    name: 'lock',
    text: 'SELECT a.head FROM assessments a WHERE a.id = $1 FOR UPDATE',
    values: [assessment],
  })
  const membership = await membershipOf(client, session.user, assessment)
  if (!membership) return carryOut(client, outsiderIn(session, assessment, incoming))
  const apart = (why: KeptApart) => carryOut(client, keptApart(assessment, why, incoming))
  if (revoked) return apart('device-revoked')
  const head = locked.rows[0]?.head
  if (membership.ended || head === undefined) return apart('membership-ended')
  const members = hasActs(incoming) ? await carryOut(client, membersState(assessment)) : null
  return { is: 'member', head: Number(head), known: await knownOf(client, assessment, incoming), members }
}

async function membershipOf(client: Client, user: string, assessment: string): Promise<{ ended: boolean } | undefined> {
  const { rows } = await client.query<{ ended: boolean }>({
    name: 'member',
    text: 'SELECT m.ended_at IS NOT NULL AS ended FROM members m WHERE m.user_id = $1 AND m.assessment_id = $2',
    values: [user, assessment],
  })
  return rows[0]
}

async function knownOf(
  client: Client,
  assessment: string,
  incoming: readonly Incoming[],
): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await client.query<Omit<Known, 'seq' | 'slot'> & Known['slot'] & { id: string; seq: string }>({
    name: 'known',
    text: `SELECT e.id, e.seq, e.hash, e.received_at AS "receivedAt", e.question, e.subject
           FROM entries e WHERE e.assessment_id = $1 AND e.id = ANY ($2::text[])`,
    values: [assessment, idsToKnow(incoming)],
  })
  return new Map(
    rows.map(({ id, seq, hash, receivedAt, question, subject }) => [
      id,
      { seq: Number(seq), hash, receivedAt, slot: { question, subject } },
    ]),
  )
}

async function storeEntries(client: Client, assessment: string, { store }: PushPlan, at: string): Promise<void> {
  const head = store.at(-1)?.seq
  if (head === undefined) return
  await client.query({
    name: 'store',
    text: `INSERT INTO entries (assessment_id, id, seq, question, subject, hash, received_at, text)
           SELECT $1, u.id, u.seq, u.question, u.subject, u.hash, $2, u.text
           FROM unnest($3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[])
             AS u (id, seq, question, subject, hash, text)`,
    values: [
      assessment,
      at,
      store.map(({ envelope }) => envelope.id),
      store.map(({ seq }) => seq),
      store.map(({ envelope }) => envelope.slot.question),
      store.map(({ envelope }) => envelope.slot.subject),
      store.map(({ hash }) => hash),
      store.map(({ text }) => text),
    ],
  })
  await client.query({
    name: 'head',
    // Told to every process when this transaction commits, and not before (`live/postgres-feed.ts`).
    text: `UPDATE assessments SET head = $1 WHERE id = $2 RETURNING pg_notify('linnet_head', head || ' ' || id)`,
    values: [head, assessment],
  })
}

async function keepApart(
  client: Client,
  { user, device }: Session,
  assessment: string,
  { quarantine }: PushPlan,
  at: string,
): Promise<void> {
  if (quarantine.length === 0) return
  await client.query({
    name: 'keep-apart',
    text: `INSERT INTO quarantine (assessment_id, entry_id, user_id, device_id, why, hash, received_at, text)
           SELECT $1, u.id, $2, $3, u.why, u.hash, $4, u.text
           FROM unnest($5::text[], $6::text[], $7::text[], $8::text[]) AS u (id, why, hash, text) ON CONFLICT DO NOTHING`,
    values: [
      assessment,
      user,
      device,
      at,
      quarantine.map(({ envelope }) => envelope.id),
      quarantine.map(({ why }) => why),
      quarantine.map(({ hash }) => hash),
      quarantine.map(({ text }) => text),
    ],
  })
}

async function headOf(
  client: Client,
  { user }: Session,
  assessment: string,
  at: string,
): Promise<{ head: number; durableThrough: number } | undefined> {
  const { rows } = await client.query<{ head: string; through: string }>({
    name: 'head-of',
    text: `SELECT a.head, a.durable_through AS through FROM assessments a WHERE a.id = $2 AND (
             EXISTS (SELECT FROM members m WHERE m.assessment_id = a.id AND m.user_id = $1 AND m.ended_at IS NULL)
             OR EXISTS (SELECT FROM broken_glass g WHERE g.assessment_id = a.id AND g.user_id = $1 AND g.ends_at > $3))`,
    values: [user, assessment, at],
  })
  return rows[0] && { head: Number(rows[0].head), durableThrough: Number(rows[0].through) }
}

async function entriesAfter(
  client: Client,
  assessment: string,
  { after, limit }: { after: number; limit: number },
): Promise<PulledEntry[]> {
  const { rows } = await client.query<Omit<PulledEntry, 'seq'> & { seq: string }>({
    name: 'entries-after',
    // By e.seq, the number: a column of the answer called seq would be sorted as text.
    text: `SELECT e.seq, e.hash, e.received_at AS "receivedAt", e.text FROM entries e
           WHERE e.assessment_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`,
    values: [assessment, after, limit + 1],
  })
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

const carryOut = <T>(client: Client, task: Task<T>): Promise<T> => carryOutInPostgres(client, 'linnet_runtime', task)

async function answering<T>(task: Promise<T>): Promise<Answered<T>> {
  try {
    return { ok: true, answer: await task }
  } catch (error) {
    if (isUnavailable(error)) return { ok: false, reason: 'unavailable' }
    throw error
  }
}
