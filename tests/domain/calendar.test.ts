import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  isDate,
  lastDayOf,
  monthsBetween,
  weeksBetween,
} from '../../src/domain/calendar.ts'

describe('a calendar date', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('is %s', (text) => {
    expect(isDate(text)).toBe(true)
  })
  it.each(['2026-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-3-4', '', 'soon'])(
    'is not %j',
    (text) => {
      expect(isDate(text)).toBe(false)
    },
  )
})

describe('a partial date', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-04', '2026-04-01', '2026-04-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2026-03-04', '2026-03-04', '2026-03-04'],
  ])('%s runs from %s to %s', (on, first, last) => {
    expect([dayOf(on), lastDayOf(on)]).toEqual([first, last])
  })
  it.each(['', '26', '2026-', '2026-2', '2026-13', '2026-02-30', 'about May'])('is not %j', (on) => {
    expect([dayOf(on), lastDayOf(on)]).toEqual([undefined, undefined])
  })
})

describe('counting', () => {
  it.each([
    ['2026-01-31', '2026-02-28', 0],
    ['2026-01-31', '2026-03-01', 1],
    ['2026-01-15', '2026-02-14', 0],
    ['2026-01-15', '2026-02-15', 1],
    ['2024-02-29', '2025-02-28', 11],
    ['2024-02-29', '2025-03-01', 12],
    ['2025-12-31', '2026-01-01', 0],
    ['2020-03-02', '2026-03-02', 72],
  ])('whole months from %s to %s: %i', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months)
  })
  it('days and weeks over a leap day, a year’s end and a change of the clocks', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1)
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(weeksBetween('2026-03-02', '2026-03-30')).toBe(4)
    expect(weeksBetween('2026-03-30', '2026-03-02')).toBe(-4)
  })
  it('forward and back by days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })
})
