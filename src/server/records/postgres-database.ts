import pg from 'pg'
import { migratePostgres } from './postgres-migrations.ts'

export type Pool = pg.Pool
export type Client = pg.ClientBase

export interface PostgresParts {
  url: string
  /** Connections of this process, 10 when left out. */
  connections?: number
  /** A connection that broke while nobody used it: to be logged. The pool replaces it. */
  onIdleError(code: string): void
}

/** Connects and brings the schema up to date. `problem` is for whoever starts the server. */
export async function openPostgres({
  url,
  connections = 10,
  onIdleError,
}: PostgresParts): Promise<{ ok: true; pool: Pool } | { ok: false; problem: string }> {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 })
  // Without these listeners, the end of a connection would be the end of this process: the first is for those that nobody
  // uses, the second for those between two statements of a transaction, whose next statement then fails.
  pool.on('error', (error) => onIdleError(codeOf(error)))
  pool.on('connect', (client) => client.on('error', () => {}))
  const opened = await migrated(pool)
  if (opened.ok) return { ok: true, pool }
  await pool.end()
  return opened
}

async function migrated(pool: Pool): Promise<{ ok: true } | { ok: false; problem: string }> {
  try {
    const client = await pool.connect()
    try {
      return await migratePostgres(client)
    } finally {
      client.release()
    }
  } catch (error) {
    return { ok: false, problem: `The database named by DATABASE_URL cannot be used: ${codeOf(error)}.` }
  }
}

/** Whose rows a transaction sees, and at what time. `linnet_keeper` is the administration of records, `linnet_accounts` sees accounts alone. */
export type Acting =
  | { as: 'linnet_runtime'; user: string; device: string; agency: string | undefined; now: string }
  | { as: 'linnet_keeper' }
  | { as: 'linnet_audit' }
  | { as: 'linnet_accounts' }

/**
 * Runs a task in one transaction, as a role that owns nothing. Read committed: each statement sees what was committed before
 * it, so that what is read under a lock is what the last holder left. A deadlock is tried again; the task must be
 * harmless when run twice.
 */
export async function inTransaction<T>(pool: Pool, acting: Acting, task: (client: Client) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
      await actAs(client, acting)
      const result = await task(client)
      await client.query('COMMIT')
      return result
    } catch (error) {
      broken = await client.query('ROLLBACK').then(
        () => undefined,
        (failed: Error) => failed,
      )
      if (attempt < ATTEMPTS && MAY_PASS.has(codeOf(error))) continue
      throw error
    } finally {
      client.release(broken)
    }
  }
}

const ATTEMPTS = 5
/** Serialisation failure, deadlock, and a right that ended in the middle: each is looked at anew. */
const MAY_PASS = new Set(['40001', '40P01', '42501'])

/**
 * For this transaction only: the next one on the connection may be somebody else's. The limits are there so that a process
 * that hangs lets go of a record's lock.
 */
async function actAs(client: Client, acting: Acting): Promise<void> {
  const nobody = { user: '', device: '', agency: '', now: '' }
  const { user, device, agency = '', now } = acting.as === 'linnet_runtime' ? acting : nobody
  await client.query({
    name: 'act-as',
    text: `SELECT set_config('app.user_id', $1, true), set_config('app.device_id', $2, true), set_config('role', $3, true),
                  set_config('app.now', $4, true), set_config('app.agency_id', $5, true),
                  set_config('lock_timeout', '10s', true), set_config('statement_timeout', '30s', true),
                  set_config('idle_in_transaction_session_timeout', '30s', true)`,
    values: [user, device, acting.as, now, agency],
  })
}

/** True when the database is away, stopping, full, read-only, too slow, or has no connection to give. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error)
  return (
    /^(08|25006|25P0|53|55P03|57|58)/.test(code) ||
    /^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_)/.test(code) ||
    (error instanceof Error && CONNECTION_GONE.test(error.message))
  )
}
/** What pg says without a code. */
const CONNECTION_GONE =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

export const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? 'unknown'
