import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { openPostgres, type Pool } from '../../../src/server/records/postgres-database.ts'
import { startPostgres } from '../../setup/postgres-programs.ts'

/**
 * A database of its own in the PostgreSQL of this run, with the schema in it. Its owner, who connects, is no superuser, as
 * it should be in use. `asSuperuser` gives another way in, for what a test breaks on purpose.
 */
export async function aDatabase(): Promise<{ url: string; superuserUrl: string }> {
  const folder = await started()
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`
  await asSuperuser(folder, 'postgres', `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER ${OWNER}`)
  return { url: urlOf(folder, OWNER, name), superuserUrl: urlOf(folder, 'postgres', name) }
}

/** For a test file: a database that Linnet has open from its first test to its last, and a superuser beside it. */
export function anOpenDatabase(): { pool(): Pool; superuser(): pg.Client } {
  let pool: Pool
  let superuser: pg.Client
  beforeAll(async () => {
    const { url, superuserUrl } = await aDatabase()
    const opened = await openPostgres({ url, onIdleError: () => {} })
    if (!opened.ok) throw new Error(opened.problem)
    pool = opened.pool
    superuser = new pg.Client({ connectionString: superuserUrl })
    await superuser.connect()
  })
  afterAll(async () => {
    await superuser.end()
    await pool.end()
  })
  return { pool: () => pool, superuser: () => superuser }
}

/** A database of its own, with nothing in it. */
export async function anEmptyDatabase(encoding = 'UTF8'): Promise<{ url: string; superuserUrl: string }> {
  const folder = await started()
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`
  const sql = `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LOCALE 'C' OWNER ${OWNER}`
  await asSuperuser(folder, 'postgres', sql)
  return { url: urlOf(folder, OWNER, name), superuserUrl: urlOf(folder, 'postgres', name) }
}

const OWNER = 'linnet'
const TEMPLATE = 'linnet_template'
const urlOf = (folder: string, user: string, database: string): string =>
  `postgres://${user}@/${database}?host=${encodeURIComponent(folder)}`

/** Starts PostgreSQL once a run, whichever test file comes first; the others wait for it. */
async function started(): Promise<string> {
  const folder = inject('postgresFolder')
  const outcome = join(folder, 'outcome')
  if (isFirst(folder)) writeFileSync(outcome, await outcomeOf(folder))
  for (let tries = 0; !existsSync(outcome) || readFileSync(outcome, 'utf8') === ''; tries++) {
    if (tries > 1200) throw new Error('PostgreSQL was not started within a minute')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const problem = readFileSync(outcome, 'utf8')
  if (problem !== STARTED) throw new Error(problem)
  return folder
}

const STARTED = 'started'

async function outcomeOf(folder: string): Promise<string> {
  try {
    await startPostgres(folder)
    await asSuperuser(folder, 'postgres', `CREATE ROLE ${OWNER} LOGIN CREATEROLE`)
    await asSuperuser(folder, 'postgres', `CREATE DATABASE ${TEMPLATE} OWNER ${OWNER}`)
    const opened = await openPostgres({ url: urlOf(folder, OWNER, TEMPLATE), onIdleError: () => {} })
    if (!opened.ok) return opened.problem
    await opened.pool.end()
    return STARTED
  } catch (error) {
    return String(error)
  }
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'starting'))
    return true
  } catch {
    return false
  }
}

async function asSuperuser(folder: string, database: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(folder, 'postgres', database) })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** As if it were new, in a fraction of the time. */
export async function emptied(superuser: pg.Client): Promise<void> {
  const tables = [
    ...ACCOUNT_TABLES,
    ...SHARING_TABLES,
    'quarantine',
    'entries',
    'members',
    'assessments',
    'revoked_devices',
    'store',
  ]
  await superuser.query(tables.map((table) => `DELETE FROM ${table}`).join(';'))
}

const SHARING_TABLES = [
  'agency_invitations',
  'membership_acts',
  'broken_glass',
  'quarantine_decisions',
  'audit',
  'audit_heads',
]

/** In an order in which they can be emptied. */
export const ACCOUNT_TABLES = [
  'passkey_challenges',
  'passkeys',
  'departures',
  'identities',
  'identity_providers',
  'sessions',
  'devices',
  'authors',
  'author_owners',
  'invitations',
  'attempts',
  'users',
  'agencies',
]
