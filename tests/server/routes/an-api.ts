import { sqliteAccounts } from '../../../src/server/accounts/sqlite-accounts.ts'
import type { AccountDatabase } from '../../../src/server/accounts/task.ts'
import { createAudit } from '../../../src/server/audit/audit.ts'
import { sqliteBackup } from '../../../src/server/backup/sqlite-backup.ts'
import { createApp } from '../../../src/server/create-app.ts'
import { type HeadFeed, localFeed } from '../../../src/server/live/head-feed.ts'
import { createHub } from '../../../src/server/live/hub.ts'
import type { LogDetail } from '../../../src/server/log.ts'
import { openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { sqliteKeeping } from '../../../src/server/records/sqlite-keeping.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
import { sqliteTasks } from '../../../src/server/records/sqlite-tasks.ts'
import type { ApiParts } from '../../../src/server/routes/api-env.ts'
import { createApi } from '../../../src/server/routes/create-api.ts'
import { USUAL_LIMITS } from '../../../src/sync/reading-seal.ts'
import { accountParts, anAgency, aPerson, aSession, type Person } from '../accounts/accounts-builders.ts'
import { parts as recordParts } from '../records/records-builders.ts'

const raw = Buffer.from('// worker')
const WORKER = { raw, gzip: undefined, brotli: undefined, type: 'text/javascript', etag: '"1"', immutable: false }

export const HOST = 'http://localhost:8080'

/** The whole server without a network, on a database of its own. */
export function anApi(over: Partial<ApiParts> = {}) {
  const opened = openSqliteInMemory()
  const accounts = sqliteAccounts(opened.db)
  const clock = accountParts(accounts)
  const made = { ...recordParts(), now: () => new Date(clock.now()).toISOString() }
  const feed = localFeed()
  const tasks = sqliteTasks(opened.db, feed.moved)
  const api = overDatabase(
    {
      feed,
      store: sqliteRecordStore(opened, made, feed.moved),
      keeping: sqliteKeeping(opened.db, made),
      accounts,
      tasks,
      audit: createAudit(tasks, made),
      auditing: made,
    },
    over,
    clock,
  )
  return { ...api, backups: sqliteBackup(opened.db) }
}

/** Everything that `createApi` is given of one database. */
export type Database = Pick<ApiParts, 'store' | 'keeping' | 'tasks' | 'audit' | 'auditing'> & {
  accounts: AccountDatabase
  feed?: HeadFeed
}

export function overDatabase(
  { accounts, feed = localFeed(), ...records }: Database,
  over: Partial<ApiParts> = {},
  parts = accountParts(accounts),
) {
  const events: [string, LogDetail][] = []
  const log = (event: string, detail: LogDetail = {}) => void events.push([event, detail])
  const hub = createHub({ ...records, feed, accounts: parts, log })
  const api = createApi({
    ...records,
    hub,
    accounts: parts,
    origin: undefined,
    proxies: 0,
    reading: USUAL_LIMITS,
    log,
    ...over,
  })
  const app = createApp({ files: new Map([['/sw.js', WORKER]]), archived: new Map(), isReady: async () => true, api })
  return {
    app,
    parts,
    ...records,
    hub,
    events,
    /** As Linnet asks: with its header, and JSON. */
    ask: async (method: string, path: string, { as, body, headers = {} }: Asking = {}) =>
      app.request(`${HOST}${path}`, {
        method,
        headers: {
          'x-linnet': '1',
          ...(as !== undefined && { cookie: `__Host-linnet=${as}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  }
}
export type Api = ReturnType<typeof anApi>

export interface Asking {
  /** The token of a session. */
  as?: string
  body?: unknown
  headers?: Record<string, string>
}

/** Ruth of one agency and her session; with `access` as somebody else. */
export async function ruthsSession({ parts }: Pick<Api, 'parts'>): Promise<{ ruth: Person; token: string }> {
  const ruth = await aPerson(parts, await anAgency(parts, 'Northgate Midwives'))
  return { ruth, token: await aSession(parts, ruth) }
}

/** The token of the cookie that an answer gives. */
export const tokenIn = (answer: Response): string =>
  /__Host-linnet=([\w-]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''

/** Status and body: all that an answer tells but its headers. */
export const told = async (answer: Response): Promise<[number, unknown]> => [answer.status, await answer.json()]
