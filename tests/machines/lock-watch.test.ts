import { describe, expect, it } from 'vitest'
import { LOCK_TIMES, lockDue, type Watch } from '../../src/machines/lock-watch.ts'

const TIMES = { shown: 300, hidden: 60 }
const START = 1_000_000
/** Seconds after the start, on a clock that may be ahead and one that may have stood still. */
const at = (wall: number, running = wall) => ({ wall: START + wall * 1000, running: running * 1000 })
const watch = (over: Partial<Watch> = {}): Watch => ({ active: at(0), hiddenSince: null, read: at(0), ...over })
const due = (now: ReturnType<typeof at>, over: Partial<Watch> = {}, times = TIMES) => lockDue(watch(over), now, times)

describe('a screen that is shown', () => {
  it('locks when nobody touched it for exactly the time that was set, and not before', () => {
    expect(due(at(299.999), { read: at(299) })).toBeNull()
    expect(due(at(300), { read: at(299) })).toBe('idle')
  })

  it('stays open while somebody touches it', () => {
    expect(due(at(1000), { read: at(999), active: at(701) })).toBeNull()
  })

  it('counts from the clock that says the longer: a wall clock that was held back does not keep it open', () => {
    expect(due(at(10, 300), { read: at(9, 299) })).toBe('idle')
    expect(due(at(300, 10), { read: at(299, 9) })).toBe('idle')
  })
})

describe('a screen that is hidden', () => {
  const hidden = { hiddenSince: at(100), active: at(100) }
  it('locks after the shorter time, exactly', () => {
    expect(due(at(159.999), { ...hidden, read: at(159) })).toBeNull()
    expect(due(at(160), { ...hidden, read: at(159) })).toBe('hidden')
    expect(due(at(110, 160), { ...hidden, read: at(109, 159) })).toBe('hidden')
  })

  it('stays open while another tab of it is being used', () => {
    expect(due(at(160), { hiddenSince: at(100), active: at(101), read: at(159) })).toBeNull()
    expect(due(at(161), { hiddenSince: at(100), active: at(101), read: at(160) })).toBe('hidden')
  })

  it('locks for want of touch also before it was hidden long enough', () => {
    expect(due(at(310), { hiddenSince: at(290), active: at(0), read: at(309) })).toBe('idle')
  })
})

describe('a device that slept', () => {
  it('locks when the clock was not read for as long as a hidden screen may stay open', () => {
    expect(due(at(59.999, 1), { active: at(0) })).toBeNull()
    expect(due(at(60, 1), { active: at(0) })).toBe('slept')
    expect(due(at(86_400, 1))).toBe('slept')
  })
})

describe('a clock that was set back', () => {
  it('locks beyond a drift of two seconds', () => {
    expect(due(at(98, 101), { read: at(100), active: at(100) })).toBeNull()
    expect(due(at(97.999, 101), { read: at(100), active: at(100) })).toBe('clock-moved-back')
  })

  it('locks also when it was set back to a moment at which nothing was due', () => {
    expect(due(at(1, 200), { read: at(199), active: at(199) })).toBe('clock-moved-back')
  })
})

it('locks a shown screen after five minutes and a hidden one after one, unless set otherwise', () => {
  expect(LOCK_TIMES).toEqual({ shown: 300, hidden: 60 })
})
