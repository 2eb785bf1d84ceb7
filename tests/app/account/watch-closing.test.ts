import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Closing } from '../../../src/app/account/use-hidden.ts'
import { watchClosing } from '../../../src/app/account/watch-closing.tsx'
import { ok } from '../../storage/storage-builders.ts'
import { aDeviceOf, aServer, type DeviceOnline } from '../../sync/a-device-online.ts'

const NOW = Date.UTC(2026, 5, 2, 10, 10)
const HOUR = 3_600_000

let kim: DeviceOnline
let told: Closing[]
let stop: () => void
beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  kim = aDeviceOf(aServer(), 'kim')
  told = []
  stop = () => {}
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const breakGlass = (at = NOW) => kim.store.sync.breakGlass('a1', { at, until: at + 4 * HOUR })
async function watched() {
  stop = watchClosing(kim.store, (closing) => void told.push(closing))
  await vi.advanceTimersByTimeAsync(0)
}
const last = () => {
  const closing = told.at(-1)
  return { hidden: [...(closing?.hidden ?? [])], read: Object.keys(closing?.glass ?? {}) }
}
const followed = async () => ok(await kim.store.sync.memory()).assessments

test('a record that was opened in an emergency is open, and said to be so, as soon as that is known', async () => {
  await watched()
  expect(last()).toEqual({ hidden: [], read: [] })
  ok(await breakGlass())
  await vi.advanceTimersByTimeAsync(0)
  expect(last()).toEqual({ hidden: [], read: ['a1'] })
})

test('its screens are closed when the four hours are over, without a server and without a touch, for good', async () => {
  ok(await breakGlass())
  await watched()
  await vi.advanceTimersByTimeAsync(4 * HOUR - 1)
  expect(last()).toEqual({ hidden: [], read: ['a1'] })
  await vi.advanceTimersByTimeAsync(1)
  expect(last()).toEqual({ hidden: ['a1'], read: [] })
  expect(await followed()).toMatchObject([{ standing: 'hidden', glassAt: null, glassUntil: null }])
})

test('a clock that is put back meanwhile makes it no longer', async () => {
  ok(await breakGlass())
  await watched()
  await vi.advanceTimersByTimeAsync(3 * HOUR)
  vi.setSystemTime(NOW + HOUR)
  await kim.store.sync.follow('a2', false)
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(last()).toEqual({ hidden: ['a1'], read: [] })
})

test('a time that was over before the app was opened is over at once', async () => {
  ok(await breakGlass(NOW - 5 * HOUR))
  await watched()
  expect(last()).toEqual({ hidden: ['a1'], read: [] })
  expect(await followed()).toMatchObject([{ glassUntil: null }])
})

test('on a device that cannot note it the screens are closed all the same', async () => {
  ok(await breakGlass())
  await watched()
  kim.failWrites('quota')
  await vi.advanceTimersByTimeAsync(4 * HOUR)
  expect(last()).toEqual({ hidden: ['a1'], read: [] })
})

test('a record that is shared with nobody here any more is closed', async () => {
  ok(await kim.store.sync.follow('a1', false))
  ok(await kim.store.sync.hide('a1', null))
  await watched()
  expect(last()).toEqual({ hidden: ['a1'], read: [] })
})
