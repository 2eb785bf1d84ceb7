import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SimulatedServer } from '../../../simulator/server.ts'
import { json } from '../../../simulator/server.ts'
import type { AccountTransport } from '../../../src/app/sync/fetch-transport.ts'
import type { Locks } from '../../../src/app/sync/one-sender.ts'
import { type Syncing, type SyncingParts, startSyncing } from '../../../src/app/sync/syncing.ts'
import type { LiveSource } from '../../../src/app/sync/wakes.ts'
import { mineResponseSchema, pullResponseSchema, pushResponseSchema } from '../../../src/sync/protocol.ts'
import { replyOf } from '../../../src/sync/transport.ts'
import { ok } from '../../storage/storage-builders.ts'
import { aDeviceOf, aServer, type DeviceOnline, NOW } from '../../sync/a-device-online.ts'

/** Every round that was begun has ended. */
const settled = async () => {
  const isAtRest = () => begun.every((syncing) => syncing.view().is !== 'running')
  for (let n = 0, still = 0; n < 100_000 && still < 20; n++) {
    await new Promise((resolve) => setImmediate(resolve))
    still = isAtRest() ? still + 1 : 0
  }
}

const RUTH = { user: 'ruth', name: 'Ruth', agency: 'Northfield' }

let begun: Syncing[]
let server: SimulatedServer
let ruth: DeviceOnline
let signedInAs: string | null
let asked: string[]
let authorTaken: boolean
let deviceOfSession: string
let lives: (LiveSource & { head(): void; die(): void })[]
let page: EventTarget
let locks: Locks & { passOn(): void }
beforeEach(() => {
  begun = []
  server = aServer()
  ruth = aDeviceOf(server, 'ruth')
  signedInAs = 'ruth'
  asked = []
  authorTaken = false
  deviceOfSession = 'd'
  lives = []
  page = new EventTarget()
  locks = someLocks()
})

afterEach(() => {
  for (const syncing of begun) syncing.stop()
})

const started = async (given: SyncingParts = parts()): Promise<Syncing> => {
  const syncing = await startSyncing(given)
  begun.push(syncing)
  return syncing
}

/** One lock that tabs hold in turn. */
function someLocks(): Locks & { passOn(): void } {
  const queue: { held: () => Promise<void>; signal: AbortSignal }[] = []
  let isHeld = false
  const next = () => {
    const first = queue.shift()
    if (!first) return
    if (first.signal.aborted) return next()
    isHeld = true
    void first.held().then(() => {
      isHeld = false
      next()
    })
  }
  return {
    request: async (_, { signal }, held) => {
      queue.push({ held, signal })
      if (!isHeld) next()
    },
    passOn: next,
  }
}

function parts(device = ruth): SyncingParts {
  const session = () => ({ user: signedInAs ?? '', device: device.session.device, authors: device.session.authors })
  const ask = async (path: '/api/push' | '/api/pull' | '/api/assessments', body: unknown) => {
    asked.push(path)
    return server.handle(signedInAs ? session() : null, path, JSON.stringify(body))
  }
  const sessionBody = () => ({
    user: { id: signedInAs, name: 'x', role: 'x', agency: { id: 'a', name: 'A' }, access: 'practitioner' },
    device: deviceOfSession,
    expiresAt: 'later',
  })
  const transport: AccountTransport = {
    push: async (request) => replyOf(await ask('/api/push', request), pushResponseSchema, NOW),
    pull: async (request) => replyOf(await ask('/api/pull', request), pullResponseSchema, NOW),
    mine: async () => replyOf(await ask('/api/assessments', {}), mineResponseSchema, NOW),
    session: async () => {
      asked.push('/api/session')
      const answer = { came: 'answer', status: signedInAs ? 200 : 401, body: 'protocol', retryAfter: null } as const
      return { answer, body: signedInAs ? (sessionBody() as never) : null }
    },
    claimAuthor: async () => {
      asked.push('/api/authors')
      const answer = { came: 'answer', status: authorTaken ? 409 : 200, body: 'protocol', retryAfter: null } as const
      return authorTaken ? { answer, body: null, problem: 'author-taken' } : { answer, body: {}, problem: null }
    },
  }
  return {
    store: device.store,
    author: device.session.authors[0] as SyncingParts['author'],
    device: 'd',
    transportFor: () => transport,
    locks,
    page,
    openLive: () => {
      const heard: ((event: { data?: unknown }) => void)[] = []
      const live = {
        readyState: 1,
        addEventListener: (_: string, listener: (event: { data?: unknown }) => void) => void heard.push(listener),
        close: () => {
          live.readyState = 2
        },
        head: () => {
          for (const listener of heard) listener({ data: '{"assessment":"a1","head":1}' })
        },
        die: () => {
          live.readyState = 2
        },
      }
      lives.push(live)
      return live
    },
    now: () => NOW,
    chance: () => 0.5,
  }
}

describe('a vault that was connected with no account', () => {
  test('never asks a server for anything, whatever happens, and works as before', async () => {
    const syncing = await started()
    await ruth.record({})
    syncing.ask()
    syncing.signedIn()
    page.dispatchEvent(new Event('online'))
    await settled()
    expect(asked).toEqual([])
    expect(lives).toEqual([])
    expect(syncing.view()).toMatchObject({ is: 'local', nextAt: null })
    expect(await ruth.held()).toEqual(['e1'])
  })

  test('sends all that there is once it is connected, and is silent again once it is not', async () => {
    const syncing = await started()
    await ruth.record({})
    ok((await syncing.connect(RUTH)) as { ok: true })
    await settled()
    expect(server.stored().map(({ id }) => id)).toEqual(['e1'])
    expect(syncing.view()).toMatchObject({ is: 'waiting', last: { end: 'done' } })
    ok((await syncing.disconnect()) as { ok: true })
    asked.length = 0
    await ruth.record({ id: 'e2', deviceSeq: 2 })
    syncing.ask()
    await settled()
    expect(asked).toEqual([])
    expect(await ruth.held()).toEqual(['e1', 'e2'])
    expect(lives.map(({ readyState }) => readyState)).toEqual([2])
  })
})

describe('a vault that was connected', () => {
  beforeEach(async () => void ok(await ruth.store.sync.connect(RUTH)))

  test('speaks when it is opened, saying first as whom it recorded', async () => {
    await ruth.record({})
    const syncing = await started()
    await settled()
    expect(asked.slice(0, 3)).toEqual(['/api/session', '/api/authors', '/api/push'])
    const { entries } = ok(await syncing.standings('a1'))
    expect(entries).toMatchObject([{ id: 'e1', state: { is: 'received' } }])
  })

  test('sends and reads nothing while somebody else is signed in in this browser', async () => {
    await ruth.record({})
    signedInAs = 'bo'
    const syncing = await started()
    await settled()
    expect(asked).toEqual(['/api/session'])
    expect(server.knows('a1')).toBe(false)
    expect(syncing.view()).toMatchObject({ is: 'signed-out', last: { end: 'other-account' } })
    signedInAs = 'ruth'
    syncing.signedIn()
    await settled()
    expect(server.stored().map(({ id }) => id)).toEqual(['e1'])
  })

  test('sends and reads nothing in a session of the same person that another store has begun', async () => {
    await ruth.record({})
    deviceOfSession = 'another'
    const syncing = await started()
    await settled()
    expect(asked).toEqual(['/api/session'])
    expect(syncing.view()).toMatchObject({ is: 'signed-out', last: { end: 'signed-out' } })
  })

  test('says again as whom it recorded after the server was restored, which may not know it any more', async () => {
    const syncing = await started()
    await settled()
    syncing.ask()
    await settled()
    server.backUp()
    await server.restore(() => 0)
    asked.length = 0
    syncing.ask()
    await settled()
    expect(asked).not.toContain('/api/authors')
    syncing.ask()
    await settled()
    expect(asked).toContain('/api/authors')
  })

  test('sends nothing under an author who is another account’s', async () => {
    await ruth.record({})
    authorTaken = true
    const syncing = await started()
    await settled()
    expect(asked).toEqual(['/api/session', '/api/authors'])
    expect(syncing.view()).toMatchObject({ last: { end: 'other-account', why: 'author-taken' } })
  })

  test('waits for signing in, and says so', async () => {
    await ruth.record({})
    signedInAs = null
    const syncing = await started()
    await settled()
    expect(syncing.view()).toMatchObject({ is: 'signed-out', nextAt: null, last: { end: 'signed-out' } })
    expect(await ruth.held()).toEqual(['e1'])
  })

  test('listens anew once somebody has signed in', async () => {
    const syncing = await started()
    await settled()
    lives[0]?.die()
    syncing.ask()
    await settled()
    expect(lives.map(({ readyState }) => readyState)).toEqual([2, 1])
  })

  test('tells of what a colleague recorded', async () => {
    const bo = aDeviceOf(server, 'bo')
    await bo.record({})
    await bo.engine.round('due')
    ok(await server.keeping().admit('a1', 'ruth'))
    const arrived: string[] = []
    const syncing = await started()
    syncing.onArrived((assessment, ids) => arrived.push(assessment, ...ids))
    await settled()
    expect(arrived).toEqual(['a1', 'e1'])
  })

  test('speaks for the account that it is connected with, and for nobody once it is not', async () => {
    let speaksFor: () => string | null = () => 'nobody was asked'
    const given = parts()
    const syncing = await started({
      ...given,
      transportFor: (user) => {
        speaksFor = user
        return given.transportFor(user)
      },
    })
    await settled()
    expect(speaksFor()).toBe('ruth')
    await syncing.disconnect()
    expect(speaksFor()).toBeNull()
  })

  test('speaks by one tab; when that one ends the other takes over', async () => {
    const first = await started()
    const second = await started(parts(ruth.reopened()))
    await settled()
    expect([first.view().is, second.view().is]).toEqual(['waiting', 'another-tab'])
    expect(lives).toHaveLength(1)
    first.stop()
    await settled()
    expect(second.view().is).toBe('waiting')
    expect(asked.filter((path) => path === '/api/session')).toHaveLength(2)
  })

  test('says when the next attempt is due, and why the last one failed', async () => {
    const given = parts()
    const mine = async () => replyOf(json(503, {}, '30'), mineResponseSchema, NOW)
    const syncing = await started({ ...given, transportFor: (user) => ({ ...given.transportFor(user), mine }) })
    await settled()
    expect(syncing.view()).toMatchObject({ is: 'waiting', last: { why: 'server-trouble' }, nextAt: NOW + 30_000 })
  })
})
