import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newSigner } from '../../src/server/audit/signer.ts'
import { type OpenedRecords, openRecords } from '../../src/server/records/open-records.ts'
import type { PushResponse } from '../../src/sync/protocol.ts'
import { seeded } from '../builders/seeded.ts'
import { aBuiltApp, aFolder, type Folder } from './a-built-app.ts'
import { accountParts, anAgency, aPerson, aSession, START } from './accounts/accounts-builders.ts'
import { aDatabase } from './records/a-postgres.ts'
import { hashOf, pullAll, ruth, text } from './records/records-builders.ts'

const ROUNDS = Number(process.env.LINNET_CRASH_ROUNDS ?? 10)
const MAIN = resolve('src/server/main.ts')
const TSX = import.meta.resolve('tsx')
const CLIENTS = 2
/** How many pushes a server answers at most before it is killed, and how long after the last of them, in ms. */
const ANSWERS = 12
const LIVES_ON = 10

const running = new Set<ReturnType<typeof spawn>>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

interface Place {
  folder: Folder
  databaseUrl: string | undefined
}

const PLACES: Record<string, () => Promise<Place>> = {
  SQLite: async () => ({ folder: aFolder(), databaseUrl: undefined }),
  PostgreSQL: async () => ({ folder: aFolder(), databaseUrl: (await aDatabase()).url }),
}

test.each(Object.keys(PLACES))(
  `the server on %s, killed in the middle of pushes ${ROUNDS} times, has every acknowledged entry exactly once`,
  async (kind) => {
    const place = await (PLACES[kind] as () => Promise<Place>)()
    aBuiltApp(place.folder)
    const { token, user } = await somebodySignedIn(place)
    const chance = seeded(4)
    const acknowledged = new Map<string, string>()
    const clients = Array.from({ length: CLIENTS }, (_, n) => aClient(`c${n}`, token, acknowledged))
    let cutOff = 0
    for (let round = 0; round < ROUNDS; round++) {
      const server = started(place)
      const url = await server.ready
      if (round === 0) await sayAuthor(url, token)
      let answers = Math.floor(chance() * ANSWERS)
      const livesOn = chance() * LIVES_ON
      const answered = () => {
        if (answers-- === 0) setTimeout(() => server.child.kill('SIGKILL'), livesOn)
      }
      answered()
      const pushing = Promise.all(clients.map((client) => client.pushUntilItEnds(url, answered)))
      // An answer that no push should get ends it too.
      pushing.catch(() => server.child.kill('SIGKILL'))
      await server.ended
      cutOff += (await pushing).filter((answered) => answered > 0).length
    }
    const last = started(place)
    for (const client of clients) await client.pushOnce(await last.ready)
    last.child.kill('SIGKILL')
    await last.ended

    const records = await recordsOf(place)
    const kept = await pullAll(records.store, { ...ruth, user })
    await records.store.close()
    const ids = kept.map((each) => (JSON.parse(each.text) as { id: string }).id)
    const byId = new Map(kept.map((each, n) => [ids[n] ?? '', each.text]))
    expect([...acknowledged].filter(([id, sent]) => byId.get(id) !== sent)).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !acknowledged.has(id))).toEqual([])
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, n) => n + 1))
    expect(kept.filter((each) => each.hash !== hashOf(each.text))).toEqual([])
    expect(cutOff).toBeGreaterThan(0)
    console.log(`${kind}: killed ${ROUNDS} times, ${cutOff} pushes cut off, ${ids.length} kept`)
  },
  600_000,
)

/** Pushes one batch after another; one that was not answered is sent again to the next server, as it was. */
function aClient(name: string, token: string, acknowledged: Map<string, string>) {
  let batch = 0
  let waiting: string[] = []
  const next = () =>
    Array.from({ length: 1 + (batch++ % 5) }, (_, n) =>
      text(ruth, { id: `${name}-${batch}-${n}`, deviceSeq: batch * 5 + n }),
    )

  async function pushOnce(url: URL): Promise<boolean> {
    if (waiting.length === 0) waiting = next()
    const answer = await asked(url, '/api/push', token, { begin: ['a1'], entries: waiting }).catch(silence)
    if (answer === null) return false
    const { results } = answer as PushResponse
    for (const [n, sent] of waiting.entries()) {
      const result = results[n]
      if (result?.result !== 'stored' && result?.result !== 'duplicate') throw new Error(`got ${result?.result}`)
      if (result.hash === hashOf(sent)) acknowledged.set(result.id, sent)
    }
    waiting = []
    return true
  }
  return {
    pushOnce,
    /** How many were answered. */
    async pushUntilItEnds(url: URL, onAnswer: () => void): Promise<number> {
      for (let answered = 0; ; answered++) {
        if (!(await pushOnce(url))) return answered
        onAnswer()
      }
    },
  }
}

/** The body of an answer that came whole; rejects when there was none. */
async function asked(url: URL, path: string, token: string, body: unknown): Promise<unknown> {
  const answer = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-linnet': '1', cookie: `__Host-linnet=${token}` },
    body: JSON.stringify(body),
  })
  const read: unknown = await answer.json()
  if (answer.status === 200) return read
  throw new Unexpected(`${path} answered ${answer.status}: ${JSON.stringify(read)}`)
}
class Unexpected extends Error {}

/** No answer, or half of one. */
function silence(error: unknown): null {
  if (error instanceof Unexpected) throw error
  return null
}

const sayAuthor = (url: URL, token: string) => asked(url, '/api/authors', token, ruth.authors[0])

async function recordsOf({ folder, databaseUrl }: Place): Promise<OpenedRecords> {
  const opened = await openRecords(
    { databaseUrl, folder: folder.at('data/records'), onIdleError: () => {} },
    { now: () => new Date().toISOString(), newId: () => crypto.randomUUID(), alarm: () => {}, signer: newSigner() },
  )
  if (!opened.ok) throw new Error(opened.problem)
  return opened
}

/** Somebody who signed in a short while ago, by the clock of the machine. */
async function somebodySignedIn(place: Place): Promise<{ token: string; user: string }> {
  const { accounts, store } = await recordsOf(place)
  const parts = { ...accountParts(accounts), newId: () => crypto.randomUUID() }
  parts.passes(Date.now() - START - 3 * 90_000)
  const person = await aPerson(parts, await anAgency(parts, 'Northgate Midwives'))
  const token = await aSession(parts, person)
  await store.close()
  return { token, user: person.user }
}

/** The real server in a process of its own. */
function started({ folder, databaseUrl }: Place) {
  const child = spawn(process.execPath, ['--import', TSX, MAIN], {
    cwd: folder.path,
    env: { PATH: '', PORT: '0', ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = once(child, 'close').then(() => void running.delete(child))
  const ready = new Promise<URL>((done, fail) => {
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
      const url = /"url":"([^"]+)"/.exec(out)?.[1]
      if (url) done(new URL(url))
    })
    void ended.then(() => fail(new Error(`the server ended: ${err}`)))
  })
  ready.catch(() => {})
  return { child, ended, ready }
}
