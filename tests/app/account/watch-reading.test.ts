import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchReading } from '../../../src/app/account/watch-reading.ts'
import type { StoreChange } from '../../../src/storage/record-port.ts'

let looks: number
let heard: ((change: StoreChange) => void) | null
let page: EventTarget
let end: () => void
beforeEach(() => {
  vi.useFakeTimers()
  looks = 0
  heard = null
  page = new EventTarget()
  const sync = { lookAtClock: async () => ({ ok: true, reading: 'open', erased: looks++ }) }
  const subscribe = (listener: (change: StoreChange) => void) => {
    heard = listener
    return () => {
      heard = null
    }
  }
  end = watchReading({ sync, subscribe } as never, page)
})
afterEach(() => {
  end()
  vi.useRealTimers()
})

test('the clock is looked at when a vault was opened, and then each minute', () => {
  expect(looks).toBe(1)
  vi.advanceTimersByTime(59_000)
  expect(looks).toBe(1)
  vi.advanceTimersByTime(121_000)
  expect(looks).toBe(4)
})

test.each(['focus', 'pageshow'])('and when the app comes to the front: %s', (moment) => {
  page.dispatchEvent(new Event(moment))
  expect(looks).toBe(2)
})

test('and when the server has answered, also in another tab', () => {
  heard?.({ entries: true, drafts: false, sync: false })
  expect(looks).toBe(1)
  heard?.({ entries: false, drafts: false, sync: true })
  expect(looks).toBe(2)
})

test('and not after the vault was locked', () => {
  end()
  vi.advanceTimersByTime(600_000)
  page.dispatchEvent(new Event('focus'))
  expect([looks, heard]).toEqual([1, null])
})
