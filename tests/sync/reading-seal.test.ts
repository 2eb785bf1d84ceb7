import { describe, expect, test } from 'vitest'
import { limitsTold, READING_BOUNDS, readingOf, USUAL_LIMITS } from '../../src/sync/reading-seal.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const CONTACT = Date.UTC(2026, 2, 2, 9)
const readingAt = (ms: number, latest: number | null = null) =>
  readingOf({ contact: CONTACT, latest: latest === null ? null : CONTACT + latest }, CONTACT + ms, USUAL_LIMITS)

describe('what came from the server', () => {
  test.each<[string, number, string]>([
    ['at the contact', 0, 'open'],
    ['a moment before 72 hours', 72 * HOUR - 1, 'open'],
    ['after 72 hours', 72 * HOUR, 'sealed'],
    ['a moment before 30 days', 30 * DAY - 1, 'sealed'],
    ['after 30 days', 30 * DAY, 'erase'],
    ['after ten years', 3650 * DAY, 'erase'],
  ])('%s', (_, ms, reading) => {
    expect(readingAt(ms)).toBe(reading)
  })

  test('is never closed on a device that never spoke to a server', () => {
    expect(readingOf({ contact: null, latest: null }, CONTACT + 3650 * DAY, USUAL_LIMITS)).toBe('open')
  })

  test.each([-6 * MINUTE, -73 * HOUR, -31 * DAY, -3650 * DAY, Number.NaN])(
    'is sealed and never erased when the clock was put back: %d ms',
    (ms) => {
      expect(readingAt(ms)).toBe('sealed')
    },
  )

  test('stays open when a clock is set right by some minutes', () => {
    expect(readingAt(-4 * MINUTE)).toBe('open')
    expect(readingAt(10 * HOUR, 10 * HOUR + 4 * MINUTE)).toBe('open')
  })

  test('is sealed when the clock shows less than it did before, however soon after the contact that is', () => {
    expect(readingAt(HOUR, 50 * HOUR)).toBe('sealed')
    expect(readingAt(40 * DAY, 50 * DAY)).toBe('sealed')
  })
})

describe('limits that a server tells', () => {
  test('are taken as they are within bounds', () => {
    expect(limitsTold({ sealsAfterHours: 24, erasedAfterDays: 7 })).toEqual({ sealsAfterHours: 24, erasedAfterDays: 7 })
  })

  test.each([
    undefined,
    null,
    'soon',
    {},
    { sealsAfterHours: '72', erasedAfterDays: 30 },
    { sealsAfterHours: Number.NaN, erasedAfterDays: 30 },
    { sealsAfterHours: 72 },
  ])('that are nothing usable change nothing: %j', (told) => {
    expect(limitsTold(told)).toBeNull()
  })

  test.each([-1, 0, 1e9, Number.MAX_SAFE_INTEGER])('of %d neither seal at once nor never', (n) => {
    const limits = limitsTold({ sealsAfterHours: n, erasedAfterDays: n })
    expect(limits?.sealsAfterHours).toBeGreaterThanOrEqual(READING_BOUNDS.hours.least)
    expect(limits?.sealsAfterHours).toBeLessThanOrEqual(READING_BOUNDS.hours.most)
    expect(limits?.erasedAfterDays).toBeGreaterThanOrEqual(READING_BOUNDS.days.least)
    expect(limits?.erasedAfterDays).toBeLessThanOrEqual(READING_BOUNDS.days.most)
  })

  test('never erase what they never sealed', () => {
    expect(limitsTold({ sealsAfterHours: 240, erasedAfterDays: 2 })).toEqual({
      sealsAfterHours: 240,
      erasedAfterDays: 10,
    })
  })
})
