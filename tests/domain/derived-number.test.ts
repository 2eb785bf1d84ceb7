import { describe, expect, it } from 'vitest'
import { derivedNumber } from '../../src/domain/derived-number.ts'

const WEEK = {
  k: 'rows',
  of: 'days',
  rows: ['mon', 'tue', 'wed'],
  cell: 'used',
  unknown: ['not-known'],
} as const
const SUM = { k: 'sum', of: ['a', 'b'] } as const
const UNITS = { k: 'units', of: 'drinks' } as const

describe('a number that follows from other parts', () => {
  it('is not there while nothing is recorded', () => {
    expect([WEEK, SUM, UNITS].map((d) => derivedNumber(d, {}))).toEqual([undefined, undefined, undefined])
  })

  it('counts the days of use, once every day is known', () => {
    expect(derivedNumber(WEEK, { days: { mon: 'used', tue: 'not-used', wed: 'used' } })).toBe(2)
    expect(derivedNumber(WEEK, { days: { mon: 'not-used', tue: 'not-used', wed: 'not-used' } })).toBe(0)
    expect(derivedNumber(WEEK, { days: { mon: 'used', tue: 'not-used' } })).toBe('incomplete')
    expect(derivedNumber(WEEK, { days: { mon: 'used', tue: 'not-used', wed: 'not-known' } })).toBe('incomplete')
  })

  it('adds up weeks, of which none is taken for nothing', () => {
    expect(derivedNumber(SUM, { a: 3, b: 0 })).toBe(3)
    expect(derivedNumber(SUM, { a: 3 })).toBe('incomplete')
  })

  it('adds up the units of drinks to a tenth', () => {
    expect(derivedNumber(UNITS, { drinks: [{ ml: 568, strength: 4, count: 2 }] })).toBe(4.5)
    expect(derivedNumber(UNITS, { drinks: [{ ml: 568, count: 2 }] })).toBe('incomplete')
  })
})
