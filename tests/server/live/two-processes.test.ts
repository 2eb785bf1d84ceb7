import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { postgresAccounts } from '../../../src/server/accounts/postgres-accounts.ts'
import { sessionOf } from '../../../src/server/accounts/sessions.ts'
import { openPostgres } from '../../../src/server/records/postgres-database.ts'
import { postgresKeeping } from '../../../src/server/records/postgres-keeping.ts'
import { aBuiltApp, aFolder } from '../a-built-app.ts'
import { accountParts, anAgency, aPerson, aSession } from '../accounts/accounts-builders.ts'
import { aDatabase } from '../records/a-postgres.ts'
import { parts as recordParts, text } from '../records/records-builders.ts'
import { heardFrom } from './heard-events.ts'

const AUTHOR = { id: 'author-1', name: 'Ruth Abara', role: 'midwife', agency: 'Northgate' }
const running: ReturnType<typeof spawn>[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** A server in a process of its own. */
async function aServer(url: string) {
  const folder = aFolder()
  aBuiltApp(folder)
  const program = ['--import', import.meta.resolve('tsx'), resolve('src/server/main.ts')]
  const env = { PATH: '', PORT: '0', DATABASE_URL: url }
  const child = spawn(process.execPath, program, { cwd: folder.path, env, stdio: ['ignore', 'pipe', 'inherit'] })
  running.push(child)
  const ended = new Promise<number | null>((done) => child.on('close', done))
  const base = await new Promise<string>((ready) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const found = /"url":"(http:\/\/localhost:\d+)"/.exec(said)?.[1]
      if (found) ready(found)
    })
  })
  const ask = (method: string, path: string, as: string, body?: unknown) =>
    fetch(`${base}${path}`, {
      method,
      headers: { 'x-linnet': '1', cookie: `__Host-linnet=${as}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return { child, ended, ask }
}

/** As a device does with a server that is not available for a moment: nothing was stored, and it sends the same again. */
async function untilServed(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const answer = await ask()
    if (answer.status !== 503 || tries === 20) return answer
  }
}

test('two processes on one PostgreSQL: what one stores, clients of the other hear, after a lost connection too', async () => {
  const { url, superuserUrl } = await aDatabase()
  const opened = await openPostgres({ url, onIdleError: () => {} })
  if (!opened.ok) throw new Error(opened.problem)
  const parts = accountParts(postgresAccounts(opened.pool))
  parts.passes(Date.now() - parts.now())
  const agency = await anAgency(parts, 'Northgate')
  const [ruth, bo] = [await aPerson(parts, agency), await aPerson(parts, agency, { name: 'Bo Lind' })]
  const [ruths, bos] = [await aSession(parts, ruth), await aSession(parts, bo)]
  const [one, other] = await Promise.all([aServer(url), aServer(url)])

  const storing = (id: string) => {
    const entries = [text({ user: '', device: 'phone', authors: [AUTHOR] }, { id })]
    return one.ask('POST', '/api/push', ruths, { begin: ['a1'], entries })
  }
  expect((await one.ask('POST', '/api/authors', ruths, AUTHOR)).status).toBe(200)
  expect(await (await storing('e1')).json()).toMatchObject({ results: [{ result: 'stored' }] })
  await postgresKeeping(opened.pool, recordParts()).admit('a1', bo.user)
  const heard = heardFrom(await other.ask('GET', '/api/events', bos))
  await heard.told('a1', 1)
  await storing('e2')
  await heard.told('a1', 2)

  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  await superuser.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'linnet' AND datname = current_database()`,
  )
  await superuser.end()
  // Stored while the other may not listen yet. Whoever meets a connection that was cut is told to try again.
  expect((await untilServed(() => storing('e3'))).status).toBe(200)
  await heard.told('a1', 3)

  // Signing out at one process ends what the other tells.
  expect((await one.ask('POST', '/api/sign-out', bos)).status).toBe(200)
  await heard.toItsEnd()
  expect((await other.ask('GET', '/api/session', bos)).status).toBe(401)

  // A server that is told to stop ends its streams and itself.
  const last = heardFrom(await other.ask('GET', '/api/events', ruths))
  await last.told('a1', 3)
  other.child.kill('SIGTERM')
  await last.toItsEnd()
  expect(await other.ended).toBe(0)
  expect(await parts.db.run(() => sessionOf(parts, ruths))).not.toBeNull()
  await opened.pool.end()
})
