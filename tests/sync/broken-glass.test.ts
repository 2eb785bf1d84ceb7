import { beforeEach, describe, expect, test } from 'vitest'
import type { SimulatedServer } from '../../simulator/server.ts'
import { isClosed, isGlassOpen } from '../../src/sync/glass.ts'
import { ok } from '../storage/storage-builders.ts'
import { aDeviceOf, aServer, type DeviceOnline, NOW } from './a-device-online.ts'

const HOUR = 3_600_000
const held = { is: 'held-back', why: 'unknown-assessment', again: 'later' }

let clock: { now: number }
let server: SimulatedServer
let ruth: DeviceOnline
let kim: DeviceOnline
beforeEach(async () => {
  clock = { now: NOW }
  server = aServer(clock)
  ruth = aDeviceOf(server, 'ruth')
  kim = aDeviceOf(server, 'kim')
  await ruth.record({})
  await ruth.engine.round('due')
})

/** As the app does it. */
async function breakGlass(device: DeviceOnline) {
  const at = device.clock.now
  const broken = await server.breakGlass(device.session, 'a1')
  if (broken?.until) ok(await device.store.sync.breakGlass('a1', { at, until: at + 4 * HOUR }))
}
/** For everybody. */
function pass(ms: number) {
  clock.now += ms
  ruth.clock.now += ms
  kim.clock.now += ms
}
const followed = async (device: DeviceOnline) => ok(await device.store.sync.memory()).assessments
const shows = async (device: DeviceOnline) =>
  (await followed(device)).some((each) => each.assessment === 'a1' && !isClosed(each, device.clock.now))

describe('a record that is read through a broken glass', () => {
  beforeEach(() => breakGlass(kim))

  test('comes although the list does not name it, in each round, the next of which is due within a minute', async () => {
    const end = await kim.engine.round('due')
    expect(kim.arrived).toEqual(['e1'])
    expect(end).toMatchObject({ end: 'done' })
    expect(end.afterMs).toBeLessThanOrEqual(60_000)
    await ruth.record({ id: 'e2', deviceSeq: 2 })
    await ruth.engine.round('due')
    await kim.engine.round('due')
    expect(await kim.held()).toEqual(['e1', 'e2'])
    expect(await followed(kim)).toMatchObject([{ standing: 'hidden', began: false, readThrough: 2 }])
    expect(await shows(kim)).toBe(true)
  })

  test('is hidden when the server says that the time is over, with nothing of it erased', async () => {
    await kim.engine.round('due')
    // This device’s clock goes slow.
    clock.now += 4 * HOUR
    await kim.engine.round('due')
    expect(await shows(kim)).toBe(false)
    expect(await followed(kim)).toMatchObject([{ standing: 'hidden', glassAt: null, glassUntil: null }])
    expect(await kim.held()).toEqual(['e1'])
    kim.asked.length = 0
    expect(await kim.engine.round('due')).toMatchObject({ end: 'done', afterMs: 5 * 60_000 })
    expect(kim.asked.map(({ path }) => path)).toEqual(['/api/assessments'])
  })

  test('is hidden by this device’s clock without any answer, for good', async () => {
    await kim.engine.round('due')
    pass(4 * HOUR - 1)
    expect(await shows(kim)).toBe(true)
    pass(1)
    expect(await shows(kim)).toBe(false)
    kim.instead('/api/assessments', null)
    await kim.engine.round('due')
    kim.clock.now = NOW + HOUR
    expect(await shows(kim)).toBe(false)
  })

  test('is not read for longer by a clock that was put back', async () => {
    await kim.engine.round('due')
    pass(3 * HOUR)
    kim.clock.now = NOW - 1
    expect(await shows(kim)).toBe(false)
    await kim.engine.round('due')
    kim.clock.now = NOW + HOUR
    expect(await shows(kim)).toBe(false)
  })

  test('keeps what one records in it on this device, with the reason, and sends it once the owner has invited', async () => {
    await kim.engine.round('due')
    await kim.record({ id: 'k1', supersedes: ['e1'] })
    await kim.engine.round('due')
    expect(await kim.standing('k1')).toEqual(held)
    pass(5 * HOUR)
    await kim.engine.round('due')
    expect(await kim.held()).toEqual(['e1', 'k1'])
    expect(await kim.standing('k1')).toEqual(held)
    expect(server.stored().map(({ id }) => id)).toEqual(['e1'])
    ok(await server.keeping().admit('a1', 'kim'))
    await kim.engine.round('due')
    expect(await kim.standing('k1')).toMatchObject({ is: 'received', seq: 2 })
    expect(await followed(kim)).toMatchObject([{ standing: 'member', began: false }])
  })

  test('is a member’s once its reader is invited, and stays so when the time is over', async () => {
    await kim.engine.round('due')
    ok(await server.keeping().admit('a1', 'kim'))
    await kim.engine.round('due')
    expect(await followed(kim)).toMatchObject([{ standing: 'member', glassAt: null, glassUntil: null }])
    pass(5 * HOUR)
    await kim.engine.round('all')
    expect(await followed(kim)).toMatchObject([{ standing: 'member' }])
  })

  test('is read anew from a server that was restored since, for as long as before', async () => {
    server.backUp()
    await kim.engine.round('due')
    await server.restore(() => 0)
    await kim.engine.round('due')
    expect(await shows(kim)).toBe(true)
    expect(await followed(kim)).toMatchObject([{ readThrough: 1 }])
  })

  test('gives a restored server nothing of others: it would not believe somebody who is no member', async () => {
    server.backUp()
    await ruth.record({ id: 'e2', deviceSeq: 2 })
    await ruth.engine.round('due')
    await kim.engine.round('due')
    await server.restore(() => 0)
    await kim.engine.round('all')
    await kim.engine.round('all')
    expect(kim.asked.filter(({ path }) => path === '/api/push')).toEqual([])
  })
})

test('a record that a restored server lets nobody read any more is hidden', async () => {
  server.backUp()
  await breakGlass(kim)
  await kim.engine.round('due')
  await server.restore(() => 0)
  await kim.engine.round('due')
  expect(await shows(kim)).toBe(false)
  expect(await kim.held()).toEqual(['e1'])
})

test('a glass that is broken while the loss of a membership is being noticed stands', async () => {
  ok(await server.keeping().admit('a1', 'kim'))
  await kim.engine.round('due')
  ok(await server.keeping().endMembership('a1', 'kim'))
  let asked = 0
  const { handle } = server
  kim = aDeviceOf(
    {
      handle: async (session, path, body) => {
        const answer = await handle(session, path, body)
        // After the record was refused, and before it is hidden.
        if (path === '/api/assessments' && ++asked === 4) await breakGlass(kim)
        return answer
      },
    },
    'kim',
  )
  ok(await server.keeping().admit('a1', 'kim'))
  await kim.engine.round('due')
  ok(await server.keeping().endMembership('a1', 'kim'))
  asked = 2
  await kim.engine.round('due')
  expect(await shows(kim)).toBe(true)
  await kim.engine.round('due')
  expect(await shows(kim)).toBe(true)
})

test('a glass that was broken on another device of the same person opens nothing on this one', async () => {
  ok(await server.keeping().admit('a1', 'kim'))
  await kim.engine.round('due')
  ok(await server.keeping().endMembership('a1', 'kim'))
  await server.breakGlass({ ...kim.session, device: 'kims-tablet' }, 'a1')
  await kim.engine.round('due')
  expect(await followed(kim)).toMatchObject([{ standing: 'hidden', glassUntil: null }])
  expect(await kim.held()).toEqual(['e1'])
})

describe('the time of a broken glass', () => {
  const glass = { glassAt: 1000, glassUntil: 5000 }
  test.each([
    [999, false],
    [1000, true],
    [4999, true],
    [5000, false],
  ])('at %i it lets read: %s', (now, open) => {
    expect(isGlassOpen(glass, now)).toBe(open)
    expect(isClosed({ ...glass, standing: 'hidden' }, now)).toBe(!open)
    expect(isClosed({ ...glass, standing: 'member' }, now)).toBe(false)
  })
})
