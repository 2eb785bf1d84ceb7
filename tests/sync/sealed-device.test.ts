import { beforeEach, describe, expect, test } from 'vitest'
import { json, type SimulatedServer } from '../../simulator/server.ts'
import { recordOf } from '../../src/domain/record.ts'
import type { RawAnswer } from '../../src/sync/answer.ts'
import { anEntry, ok } from '../storage/storage-builders.ts'
import { aDeviceOf, aServer, type DeviceOnline, NOW } from './a-device-online.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const slot = anEntry().slot

let server: SimulatedServer
let ruth: DeviceOnline
let bo: DeviceOnline
beforeEach(async () => {
  server = aServer()
  ruth = aDeviceOf(server, 'ruth')
  bo = aDeviceOf(server, 'bo')
  await ruth.record({})
  await ruth.engine.round('due')
  ok(await server.keeping().admit('a1', 'bo'))
  await bo.engine.round('due')
})
const sealedOn = async (device: DeviceOnline) => ok(await device.store.load('a1')).sealed
const contactOf = async (device: DeviceOnline) => ok(await device.store.sync.memory()).contact
const headsOn = async (device: DeviceOnline) =>
  recordOf(ok(await device.store.load('a1')).entries)
    .heads(slot)
    .map(({ id }) => id)
    .sort()
const look = async (device: DeviceOnline) => ok(await device.store.sync.lookAtClock())
const html = (status: number): RawAnswer => ({
  status,
  contentType: 'text/html',
  retryAfter: null,
  text: '<!doctype html><p>Accept the terms of this network',
})

describe('a contact', () => {
  test.each<[string, RawAnswer | null]>([
    ['nothing at all', null],
    ['that nobody is signed in', json(401, { problem: 'signed-out' })],
    ['a refusal', json(403, { problem: 'not-allowed' })],
    ['the page of a public network', html(200)],
    ['a redirect of a public network', { ...html(0), text: '' }],
    ['a public network that speaks JSON', json(200, { ok: true, assessments: 'none' })],
    ['half an answer', { ...json(200, {}), text: '{"epoch":"epo' }],
    ['a server in trouble', json(500, {})],
  ])('is not %s: what was sealed stays so', async (_, answer) => {
    bo.clock.now += 73 * HOUR
    bo.instead('/api/assessments', answer)
    await bo.engine.round('due')
    expect(await contactOf(bo)).toBe(NOW)
    expect(await sealedOn(bo)).toBe(1)
  })

  test('opens everything by itself, on a device whose clock is right or wrong', async () => {
    for (const ms of [73 * HOUR, -400 * DAY]) {
      bo.clock.now += ms
      expect(await sealedOn(bo)).toBe(1)
      await bo.engine.round('due')
      expect(await sealedOn(bo)).toBe(0)
      expect(await contactOf(bo)).toBe(bo.clock.now)
    }
  })

  test('counts also within a minute of the last, when the clock had run ahead in between', async () => {
    bo.clock.now += 10 * DAY
    await look(bo)
    bo.clock.now = NOW + 30_000
    expect(await sealedOn(bo)).toBe(1)
    await bo.engine.round('due')
    expect(await sealedOn(bo)).toBe(0)
  })

  test('brings the limits of whoever runs the server, and nonsense changes none', async () => {
    const telling = (reading: unknown) => (text: string) => JSON.stringify({ ...JSON.parse(text), reading })
    bo.alter('/api/assessments', telling({ sealsAfterHours: 2, erasedAfterDays: 1 }))
    bo.clock.now += 2 * 60_000
    await bo.engine.round('due')
    bo.alter('/api/assessments', telling({ sealsAfterHours: 'never', erasedAfterDays: null }))
    bo.clock.now += 2 * 60_000
    expect(await bo.engine.round('due')).toMatchObject({ end: 'done' })
    bo.clock.now += 2 * HOUR
    expect(await sealedOn(bo)).toBe(1)
  })

  test('opens nothing of a record that is shared with this person no longer', async () => {
    ok(await server.keeping().endMembership('a1', 'bo'))
    bo.clock.now += 73 * HOUR
    const seen: number[] = []
    const end = bo.store.subscribe(async () => {
      const memory = ok(await bo.store.sync.memory())
      if (memory.contact !== NOW) seen.push(memory.assessments.filter((a) => a.standing !== 'hidden').length)
    })
    await bo.engine.round('due')
    end()
    expect(ok(await bo.store.sync.memory()).assessments).toMatchObject([{ standing: 'hidden' }])
    expect(seen.every((shown) => shown === 0)).toBe(true)
  })

  test('that cannot be remembered ends the round before anything is pulled: it would be read for ever', async () => {
    const kim = aDeviceOf(server, 'kim')
    ok(await server.keeping().admit('a1', 'kim'))
    ok(await kim.store.sync.beginEpoch(await server.epoch()))
    ok(await kim.store.sync.follow('a1', false))
    kim.failWrites('quota')
    expect(await kim.engine.round('due')).toMatchObject({ end: 'storage', why: 'quota' })
    expect(kim.asked.map(({ path }) => path)).toEqual(['/api/assessments'])
    kim.failWrites(null)
    expect(await kim.held()).toEqual([])
  })
})

describe('what is recorded while it is sealed', () => {
  test.each([73 * HOUR, 31 * DAY])(
    'stands beside what colleagues recorded, once the server is back after %d ms',
    async (ms) => {
      await bo.record({ id: 'b1', supersedes: ['e1'] })
      await bo.engine.round('due')
      await ruth.engine.round('due')
      expect(await headsOn(ruth)).toEqual(['b1'])
      ruth.clock.now += ms
      await look(ruth)
      // Of what Bo made of it nothing is on the screen: their own answer stands there.
      expect(await headsOn(ruth)).toEqual(['e1'])
      await ruth.record({ id: 'e2', deviceSeq: 2, supersedes: ['e1'] })
      expect(await headsOn(ruth)).toEqual(['e2'])
      await ruth.engine.round('due')
      await bo.engine.round('due')
      for (const device of [ruth, bo]) expect(await headsOn(device)).toEqual(['b1', 'e2'])
      expect(await sealedOn(ruth)).toBe(0)
    },
  )

  test('is sent although what it names was erased here', async () => {
    bo.clock.now += DAY
    await bo.record({ id: 'b1', supersedes: ['e1'] })
    bo.clock.now += 31 * DAY
    expect((await look(bo)).erased).toBe(1)
    expect(await bo.held()).toEqual(['b1'])
    await bo.engine.round('due')
    expect(await bo.standing('b1')).toMatchObject({ is: 'received' })
    expect(await bo.held()).toEqual(['b1', 'e1'])
    expect(bo.arrived).toEqual(['e1', 'e1'])
  })
})

describe('what was erased', () => {
  test('comes back in full, page after page, and the next round asks for nothing more', async () => {
    await ruth.record(...Array.from({ length: 1100 }, (_, n) => ({ id: `r${n}`, deviceSeq: n + 2 })))
    await ruth.engine.round('due')
    await bo.engine.round('due')
    bo.clock.now += 31 * DAY
    expect((await look(bo)).erased).toBe(1101)
    expect(await sealedOn(bo)).toBe(1101)
    await bo.engine.round('due')
    expect(await bo.held()).toHaveLength(1101)
    expect(await sealedOn(bo)).toBe(0)
    bo.asked.length = 0
    await bo.engine.round('due')
    expect(bo.asked.map(({ path }) => path)).toEqual(['/api/assessments'])
  })

  test('is said to be lacking until the last page is there', async () => {
    await ruth.record(...Array.from({ length: 600 }, (_, n) => ({ id: `r${n}`, deviceSeq: n + 2 })))
    await ruth.engine.round('due')
    await bo.engine.round('due')
    bo.clock.now += 31 * DAY
    await look(bo)
    let pages = 0
    bo.alter('/api/pull', (text) => (++pages === 2 ? '<html>' : text))
    await bo.engine.round('due')
    expect(await bo.held()).toHaveLength(500)
    expect(await sealedOn(bo)).toBe(601)
    await bo.engine.round('due')
    expect(await sealedOn(bo)).toBe(0)
  })

  test('is not what a restored server lacks: this device brings it back first', async () => {
    server.backUp()
    await ruth.record({ id: 'e2', deviceSeq: 2 })
    await ruth.engine.round('due')
    await bo.engine.round('due')
    await server.restore(() => 0)
    bo.instead('/api/pull', null)
    await bo.engine.round('due')
    bo.clock.now += 31 * DAY
    expect((await look(bo)).erased).toBe(0)
    expect(await sealedOn(bo)).toBe(2)
    await bo.engine.round('due')
    expect(server.stored().map(({ id }) => id)).toEqual(['e1', 'e2'])
    expect(await bo.held()).toEqual(['e1', 'e2'])
  })
})
