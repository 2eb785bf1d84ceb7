import { beforeEach, describe, expect, test } from 'vitest'
import { json, type SimulatedServer } from '../../simulator/server.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { RawAnswer } from '../../src/sync/answer.ts'
import { entryText } from '../../src/sync/entry-hash.ts'
import { LIMITS } from '../../src/sync/limits.ts'
import { anEntry, ok } from '../storage/storage-builders.ts'
import { aDeviceOf, aServer, type DeviceOnline, NOW } from './a-device-online.ts'

const AT = new Date(NOW).toISOString()
const received = (seq: number) => ({ is: 'received', at: AT, seq })
const html = (status: number): RawAnswer => ({
  status,
  contentType: 'text/html',
  retryAfter: null,
  text: '<!doctype html><p>Accept the terms of this network',
})

let server: SimulatedServer
let ruth: DeviceOnline
let bo: DeviceOnline
beforeEach(() => {
  server = aServer()
  ruth = aDeviceOf(server, 'ruth')
  bo = aDeviceOf(server, 'bo')
})
const storedIds = () => server.stored().map(({ id }) => id)
const admitBo = async () => ok(await server.keeping().admit('a1', 'bo'))
const followed = async (device: DeviceOnline) => ok(await device.store.sync.memory()).assessments

describe('a round', () => {
  test('sends what was recorded, with the beginning of its record, and calls it received only then', async () => {
    await ruth.record({}, { id: 'e2', deviceSeq: 2 })
    expect(await ruth.standing('e1')).toEqual({ is: 'on-this-device', why: null })
    expect(await ruth.engine.round('due')).toMatchObject({ end: 'done' })
    expect(ruth.asked[0]).toMatchObject({ path: '/api/push', body: { begin: ['a1'] } })
    expect(storedIds()).toEqual(['e1', 'e2'])
    expect([await ruth.standing('e1'), await ruth.standing('e2')]).toEqual([received(1), received(2)])
    expect(ok(await ruth.store.sync.memory()).contact).toBe(NOW)
  })

  test('asks for nothing more when nothing has moved', async () => {
    await ruth.record({})
    await ruth.engine.round('due')
    ruth.asked.length = 0
    await ruth.engine.round('due')
    expect(ruth.asked.map(({ path }) => path)).toEqual(['/api/assessments'])
  })

  test('brings what a colleague recorded, tells of it once, and sends none of it back', async () => {
    await ruth.record({})
    await ruth.engine.round('due')
    await admitBo()
    await bo.engine.round('due')
    await bo.engine.round('all')
    expect(bo.arrived).toEqual(['e1'])
    expect(ok(await bo.store.load('a1')).entries).toEqual(ok(await ruth.store.load('a1')).entries)
    expect(bo.asked.filter(({ path }) => path === '/api/push')).toEqual([])
    expect(await followed(bo)).toMatchObject([{ began: false, standing: 'member', readThrough: 1 }])
  })

  test('pulls page after page', async () => {
    await ruth.record(...Array.from({ length: 1100 }, (_, n) => ({ id: `e${n}`, deviceSeq: n + 1 })))
    await ruth.engine.round('due')
    await admitBo()
    await bo.engine.round('due')
    expect(await bo.held()).toHaveLength(1100)
    expect(bo.asked.filter(({ path }) => path === '/api/pull').length).toBe(3)
  })

  test('sends what waits in batches that the server takes', async () => {
    const words = 'x'.repeat(200_000)
    await ruth.record(...Array.from({ length: 12 }, (_, n) => ({ id: `e${n}`, deviceSeq: n + 1, value: { words } })))
    expect(await ruth.engine.round('due')).toMatchObject({ end: 'done' })
    expect(storedIds()).toHaveLength(12)
    const bodies = ruth.asked.filter(({ path }) => path === '/api/push').map(({ body }) => JSON.stringify(body).length)
    expect(Math.max(...bodies)).toBeLessThanOrEqual(LIMITS.batchBytes)
  })

  test('keeps and passes on what this version does not know, in the very text that came', async () => {
    const later = { kind: 'hologram', value: { '': [null, '\u0000'] }, basis: { how: 'dreamt' }, more: { v: 9 } }
    await ruth.record(later as unknown as Partial<Entry>)
    await ruth.engine.round('due')
    await admitBo()
    await bo.engine.round('due')
    expect(ok(await bo.store.load('a1')).unreadable.map(({ id }) => id)).toEqual(['e1'])
    expect(server.stored()[0]?.text).toBe(
      entryText({
        ...anEntry({ author: ruth.session.authors[0] as Entry['author'], device: 'ruths-phone' }),
        ...later,
      } as never),
    )
    server.backUp()
    await server.restore(() => 0)
    await bo.engine.round('due')
    expect(bo.arrived).toEqual(['e1'])
  })
})

describe('what is in the way', () => {
  // A server that is met for the first time is a new epoch, in which everything is tried at once.
  beforeEach(async () => void (await ruth.engine.round('due')))

  test.each<[string, RawAnswer | null, string]>([
    ['no network', null, 'no-answer'],
    ['the page of a public network', html(200), 'captive-portal'],
    ['a public network that refuses', html(403), 'captive-portal'],
    ['a server in trouble', json(500, {}), 'server-trouble'],
    ['a server that is away', json(503, {}, '30'), 'server-trouble'],
    ['a server that is busy', json(429, {}), 'server-busy'],
    ['half an answer', { ...json(200, {}), text: '{"epoch":"epo' }, 'half-answer'],
    ['another kind of answer', json(200, { hello: 1 }), 'not-understood'],
  ])('%s: the entry waits, with the reason, and goes with the next round', async (_, answer, why) => {
    await ruth.record({})
    ruth.instead('/api/push', answer)
    const end = await ruth.engine.round('due')
    expect(end).toMatchObject({ end: 'waiting', why })
    expect(await ruth.standing('e1')).toEqual({ is: 'on-this-device', why })
    expect(await ruth.held()).toEqual(['e1'])
    expect(await ruth.engine.round('due')).toMatchObject({ end: 'done' })
    expect(await ruth.standing('e1')).toEqual(received(1))
  })

  test('an answer that is lost after the server stored everything: sent again, it is there once', async () => {
    await ruth.record({})
    ruth.instead('/api/push', null, true)
    await ruth.engine.round('due')
    expect(storedIds()).toEqual(['e1'])
    expect(await ruth.standing('e1')).toEqual({ is: 'on-this-device', why: 'no-answer' })
    await ruth.engine.round('due')
    expect(storedIds()).toEqual(['e1'])
    expect(await ruth.standing('e1')).toEqual(received(1))
  })

  test.each<[number, string]>([
    [403, 'not-allowed'],
    [404, 'not-known'],
    [410, 'not-known'],
  ])('%d: held back with the reason, kept, shown after reopening, and sent when asked', async (status, why) => {
    await ruth.record({})
    ruth.instead('/api/push', json(status, { problem: 'x' }))
    await ruth.engine.round('due')
    const held = { is: 'held-back', why, again: 'later' }
    expect(await ruth.standing('e1')).toEqual(held)
    ruth.asked.length = 0
    await ruth.engine.round('due')
    expect(ruth.asked.map(({ path }) => path)).toEqual(['/api/assessments'])
    expect(await ruth.reopened().standing('e1')).toEqual(held)
    await ruth.engine.round('all')
    expect(await ruth.standing('e1')).toEqual(received(1))
  })

  test('what was held back goes by itself after a while', async () => {
    await ruth.record({})
    ruth.instead('/api/push', json(403, {}))
    const end = await ruth.engine.round('due')
    expect(end).toMatchObject({ end: 'done', afterMs: expect.any(Number) })
    ruth.clock.now += 16 * 60_000
    await ruth.engine.round('due')
    expect(await ruth.standing('e1')).toEqual(received(1))
  })

  test('signed out: everything stays and waits for signing in; recording goes on', async () => {
    await ruth.record({})
    ruth.signedIn = false
    expect(await ruth.engine.round('due')).toEqual({ end: 'signed-out', afterMs: null })
    expect(await ruth.standing('e1')).toEqual({ is: 'held-back', why: 'signed-out', again: 'sign-in' })
    await ruth.record({ id: 'e2', deviceSeq: 2 })
    expect(await ruth.held()).toEqual(['e1', 'e2'])
    ruth.signedIn = true
    await ruth.engine.round('all')
    expect(storedIds()).toEqual(['e1', 'e2'])
  })

  test('one entry that is too large harms no other', async () => {
    await ruth.record({}, { id: 'e2', deviceSeq: 2, value: 'x'.repeat(LIMITS.entryBytes) }, { id: 'e3', deviceSeq: 3 })
    await ruth.engine.round('due')
    expect(storedIds()).toEqual(['e1', 'e3'])
    expect(await ruth.standing('e2')).toEqual({ is: 'held-back', why: 'too-large', again: 'person' })
    expect(await ruth.held()).toEqual(['e1', 'e2', 'e3'])
  })

  test('a batch that cannot be read is halved down to the one that cannot', async () => {
    await ruth.record(...[1, 2, 3, 4].map((n) => ({ id: `e${n}`, deviceSeq: n })))
    for (const size of [4, 2, 1]) ruth.instead('/api/push', json(400, { problem: `not-readable ${size}` }))
    await ruth.engine.round('due')
    expect(storedIds()).toEqual(['e2', 'e3', 'e4'])
    expect(await ruth.standing('e1')).toMatchObject({ is: 'held-back', why: 'not-readable' })
  })

  test('an entry of somebody else’s account is held back, and those of this one go', async () => {
    await ruth.record({ author: { id: 'cleo', name: 'Cleo', role: '', agency: '' } }, { id: 'e2', deviceSeq: 2 })
    await ruth.engine.round('due')
    expect(await ruth.standing('e1')).toEqual({ is: 'held-back', why: 'other-author', again: 'person' })
    expect(await ruth.standing('e2')).toEqual(received(1))
  })

  test('a device that is full: nothing is called received, and nothing is lost', async () => {
    await ruth.record({})
    ruth.failWrites('quota')
    expect(await ruth.engine.round('due')).toMatchObject({ end: 'storage', why: 'quota' })
    expect(await ruth.standing('e1')).toEqual({ is: 'on-this-device', why: null })
    ruth.failWrites(null)
    await ruth.engine.round('due')
    expect(await ruth.standing('e1')).toEqual(received(1))
  })

  test('the longer it lasts, the longer it waits, until something is heard', async () => {
    await ruth.record({})
    const waits: (number | null)[] = []
    for (let n = 0; n < 4; n++) {
      ruth.instead('/api/push', null)
      waits.push((await ruth.engine.round('due')).afterMs)
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000])
    await ruth.engine.round('due')
    ruth.instead('/api/assessments', null)
    expect(await ruth.engine.round('due')).toMatchObject({ end: 'waiting', afterMs: 1000 })
  })
})

describe('what was recorded on what is not there yet', () => {
  const child = { id: 'b1', supersedes: ['e1'] }

  test('goes after its parent has come, in the same round when it can', async () => {
    await ruth.record({})
    await ruth.engine.round('due')
    await admitBo()
    await bo.engine.round('due')
    server.backUp()
    await bo.record(child)
    await bo.engine.round('due')
    expect(storedIds()).toEqual(['e1', 'b1'])
  })

  test('goes after what a colleague recorded, which whoever has it brings back after a restore', async () => {
    await ruth.record({ id: 'e0' })
    await ruth.engine.round('due')
    await admitBo()
    server.backUp()
    await ruth.record({ deviceSeq: 2 })
    await ruth.engine.round('due')
    await bo.engine.round('due')
    await server.restore(() => 0)
    await bo.record(child)
    await bo.engine.round('due')
    expect(storedIds()).toEqual(['e0', 'e1', 'b1'])
    expect(await bo.standing('b1')).toMatchObject({ is: 'received' })
    await ruth.engine.round('due')
    expect(await ruth.standing('e1')).toMatchObject({ is: 'received', seq: 2 })
    expect(await ruth.held()).toEqual(['b1', 'e0', 'e1'])
  })

  test('without a voucher waits for the colleague who has it, visibly, and then goes', async () => {
    bo.alter('/api/pull', (text) => text.replace(/,"voucher":"[0-9a-f]+"/g, ''))
    await ruth.record({ id: 'e0' })
    await ruth.engine.round('due')
    await admitBo()
    server.backUp()
    await ruth.record({ deviceSeq: 2 })
    await ruth.engine.round('due')
    await bo.engine.round('due')
    await server.restore(() => 0)
    await bo.record(child)
    await bo.engine.round('due')
    expect(await bo.standing('b1')).toEqual({ is: 'held-back', why: 'missing-parent', again: 'after-pull' })
    expect(await bo.held()).toEqual(['b1', 'e0', 'e1'])
    await ruth.engine.round('due')
    expect(await ruth.standing('e1')).toMatchObject({ is: 'received' })
    await bo.engine.round('due')
    expect(await bo.standing('b1')).toMatchObject({ is: 'received' })
    expect(storedIds()).toEqual(['e0', 'e1', 'b1'])
  })
})

describe('a server that was restored', () => {
  test('gets everything again that this device keeps of its own, the beginning of the record too', async () => {
    server.backUp()
    await ruth.record({}, { id: 'e2', deviceSeq: 2 })
    await ruth.engine.round('due')
    await server.restore(() => 0)
    expect(storedIds()).toEqual([])
    await ruth.engine.round('due')
    expect(storedIds()).toEqual(['e1', 'e2'])
    expect(await ruth.standing('e2')).toEqual(received(2))
  })

  test('is noticed in the answer to a push', async () => {
    await ruth.record({})
    await ruth.engine.round('due')
    server.backUp()
    await ruth.record({ id: 'e2', deviceSeq: 2 })
    await ruth.engine.round('due')
    await server.restore(() => 0)
    await ruth.record({ id: 'e3', deviceSeq: 3 })
    await ruth.engine.round('due')
    expect(storedIds().sort()).toEqual(['e1', 'e2', 'e3'])
  })

  test('that knows no cursor of before is read from the beginning', async () => {
    await ruth.record({})
    await ruth.engine.round('due')
    ruth.alter('/api/pull', () => JSON.stringify({ result: 'restart', epoch: 'epoch-1' }))
    await ruth.record({ id: 'e2', deviceSeq: 2 })
    await ruth.engine.round('due')
    ruth.alter('/api/pull', null)
    await ruth.engine.round('due')
    expect(await followed(ruth)).toMatchObject([{ cursor: '2.epoch-1.a1' }])
    expect(await ruth.standing('e1')).toEqual(received(1))
  })
})

describe('a page that is not what the server holds', () => {
  beforeEach(async () => {
    await ruth.record(...[1, 2, 3].map((n) => ({ id: `e${n}`, deviceSeq: n })))
    await ruth.engine.round('due')
    await admitBo()
  })

  test.each<[string, (text: string) => string]>([
    ['a changed answer', (text) => text.replace('yes', 'no!')],
    ['another hash', (text) => text.replace(/"hash":"./, '"hash":"0')],
    ['an entry of another record', (text) => text.replace('\\"assessment\\":\\"a1\\"', '\\"assessment\\":\\"a2\\"')],
    ['no entry', (text) => text.replace('\\"author\\"', '\\"auther\\"')],
  ])('%s: that entry is not taken in, is told of, and comes when it comes whole', async (_, change) => {
    bo.alter('/api/pull', change)
    await bo.engine.round('due')
    expect(await bo.held()).toEqual(['e2', 'e3'])
    expect(await bo.held('a2')).toEqual([])
    expect(bo.engine.problems()).toEqual(new Map([['a1', ['damaged']]]))
    expect(await followed(bo)).toMatchObject([{ cursor: null }])
    bo.alter('/api/pull', null)
    await bo.engine.round('due')
    expect(await bo.held()).toEqual(['e1', 'e2', 'e3'])
    expect(bo.engine.problems()).toEqual(new Map())
  })

  test('a number left out is not read past', async () => {
    bo.alter('/api/pull', (text) => {
      const page = JSON.parse(text)
      return JSON.stringify({ ...page, entries: page.entries.filter(({ seq }: { seq: number }) => seq !== 2) })
    })
    await bo.engine.round('due')
    expect(await bo.held()).toEqual(['e1', 'e3'])
    expect(bo.engine.problems()).toEqual(new Map([['a1', ['gap']]]))
    bo.alter('/api/pull', null)
    await bo.engine.round('due')
    expect(await bo.held()).toEqual(['e1', 'e2', 'e3'])
  })

  test('other content under an id that is kept here changes nothing, and is told of', async () => {
    const own = anEntry({ id: 'e2', value: 'mine' })
    ok(await bo.store.sync.follow('a1', false))
    ok(await bo.store.append([own]))
    await bo.engine.round('due')
    expect(ok(await bo.store.load('a1')).entries).toContainEqual(own)
    expect(await bo.held()).toEqual(['e1', 'e2', 'e3'])
    expect(bo.engine.problems().get('a1')).toEqual(['conflict'])
  })
})

describe('a record that is no longer this person’s', () => {
  test('is hidden and nothing of it erased; what was not sent is kept apart for its owner', async () => {
    await ruth.record({})
    await ruth.engine.round('due')
    await admitBo()
    await bo.engine.round('due')
    await bo.record({ id: 'b1', supersedes: ['e1'] })
    ok(await server.keeping().endMembership('a1', 'bo'))
    await bo.engine.round('due')
    expect(await followed(bo)).toMatchObject([{ standing: 'hidden' }])
    expect(await bo.held()).toEqual(['b1', 'e1'])
    expect(server.quarantined().map(({ id }) => id)).toEqual(['b1'])
    expect(await bo.standing('b1')).toEqual({ is: 'held-back', why: 'quarantined-membership-ended', again: 'person' })
    await admitBo()
    await bo.engine.round('due')
    expect(await followed(bo)).toMatchObject([{ standing: 'member' }])
    expect(await bo.standing('b1')).toEqual(received(2))
  })

  test('is not begun anew by somebody who left it, after a restore that lost it', async () => {
    server.backUp()
    await ruth.record({})
    await ruth.engine.round('due')
    await admitBo()
    await bo.engine.round('due')
    ok(await server.keeping().endMembership('a1', 'bo'))
    await bo.engine.round('due')
    await server.restore(() => 0)
    await bo.record({ id: 'b1' })
    await bo.engine.round('all')
    expect(server.knows('a1')).toBe(false)
    expect(await bo.standing('b1')).toEqual({ is: 'held-back', why: 'unknown-assessment', again: 'later' })
    await ruth.engine.round('due')
    expect(storedIds()).toEqual(['e1'])
  })

  test('is not hidden where it began by a server that was restored in the middle of a round', async () => {
    server.backUp()
    await ruth.record({})
    await ruth.engine.round('due')
    // The list is of before, and what it names is asked for afterwards.
    let isOfBefore = true
    ruth.alter('/api/assessments', (text) => {
      if (!isOfBefore) return text
      isOfBefore = false
      return JSON.stringify({ epoch: 'epoch-1', assessments: [{ assessment: 'a1', head: 7 }] })
    })
    await server.restore(() => 0)
    await ruth.engine.round('due')
    expect(storedIds()).toEqual(['e1'])
    expect(await followed(ruth)).toMatchObject([{ began: true, standing: 'member' }])
  })

  test('that began here and has not been sent yet is not hidden when the server knows nothing of it', async () => {
    await ruth.record({})
    ruth.instead('/api/push', json(403, {}))
    await ruth.engine.round('due')
    expect((await followed(ruth)).every(({ standing }) => standing !== 'hidden')).toBe(true)
  })
})

test('rounds run one after another, whoever asks', async () => {
  await ruth.record({})
  const ends = await Promise.all([ruth.engine.round('due'), ruth.engine.round('all'), ruth.engine.round('due')])
  expect(ends.map(({ end }) => end)).toEqual(['done', 'done', 'done'])
  expect(ruth.asked.filter(({ path }) => path === '/api/push')).toHaveLength(1)
})

test('an edit that takes the place of another while it is about to be sent: only one of them is anywhere', async () => {
  await ruth.record({})
  const replaced = ruth.store.coalesce('e1', {
    ...anEntry({ id: 'e2', deviceSeq: 2 }),
    author: ruth.session.authors[0] as Entry['author'],
    device: 'ruths-phone',
  })
  await Promise.all([ruth.engine.round('due'), replaced])
  await ruth.engine.round('due')
  expect(storedIds()).toEqual(await ruth.held())
  expect(storedIds()).toHaveLength(1)
})
