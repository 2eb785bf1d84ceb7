import { describe, expect, it } from 'vitest'
import { asUnits, type Drinks, inTenths, unitsOf } from '../../src/domain/units.ts'
import { seeded, shuffled } from '../builders/seeded.ts'

const CASES = 4000
const units = (...drinks: Drinks[]) => {
  const total = unitsOf(drinks)
  return total === 'incomplete' ? total : asUnits(total.tenths)
}

const someDrinks = (next: () => number): Required<Drinks>[] =>
  Array.from({ length: 1 + Math.floor(next() * 12) }, () => ({
    what: 'Drink',
    ml: 1 + Math.floor(next() * 3000),
    strength: (1 + Math.floor(next() * 1000)) / 10,
    count: 1 + Math.floor(next() * 20),
  }))

/** The same sum in a way that cannot lose anything. */
function exactTenths(drinks: readonly Required<Drinks>[]): bigint {
  const fine = drinks.reduce(
    (n, d) => n + BigInt(d.ml) * BigInt(d.strength.toFixed(1).replace('.', '')) * BigInt(d.count),
    0n,
  )
  return (fine + 500n) / 1000n
}

describe('UK units', () => {
  it.each([
    [25, 40, 1, 1],
    [175, 12, 1, 2.1],
    [250, 12, 1, 3],
    [568, 4, 1, 2.3],
    [568, 5, 1, 2.8],
    [750, 13, 1, 9.8],
    [500, 9, 1, 4.5],
    [3000, 7.5, 1, 22.5],
    [700, 40, 1, 28],
    [568, 4, 2, 4.5],
    [330, 4.6, 3, 4.6],
  ])('of %s ml at %s %%, %s times, are %s', (ml, strength, count, expected) => {
    expect(units({ ml, strength, count })).toBe(expected)
  })

  it('of several drinks are rounded once, after they are added up', () => {
    const small = { ml: 26, strength: 4, count: 1 }
    expect(units(small)).toBe(0.1)
    expect(units(small, small, small, small, small)).toBe(0.5)
    const smaller = { ml: 11, strength: 4, count: 1 }
    expect(units(smaller)).toBe(0)
    expect(units(smaller, smaller, smaller)).toBe(0.1)
  })

  it('of no drinks are none', () => {
    expect(units()).toBe(0)
  })

  it.each([
    ['the size', { strength: 4, count: 1 }],
    ['the strength', { ml: 500, count: 1 }],
    ['the number', { ml: 500, strength: 4 }],
    ['everything but the name', { what: 'Can' }],
  ])('are not complete while %s of one drink is missing', (_, drink) => {
    expect(units({ ml: 568, strength: 4, count: 2 }, drink)).toBe('incomplete')
  })

  it('are exact in tenths, in any order and any grouping, with no dust behind the point', () => {
    const next = seeded(20260302)
    for (let i = 0; i < CASES; i++) {
      const drinks = someDrinks(next)
      const total = units(...drinks)
      expect(BigInt(Math.round(Number(total) * 10))).toBe(exactTenths(drinks))
      expect(String(total)).toMatch(/^\d+(\.\d)?$/)
      expect(units(...shuffled(drinks, next))).toBe(total)
      const one = drinks.flatMap((d) => Array.from({ length: d.count }, () => ({ ...d, count: 1 })))
      expect(units(...one)).toBe(total)
      expect(inTenths(Number(total))).toBe(Number(exactTenths(drinks)))
    }
  })

  it('never fall when a drink is added', () => {
    const next = seeded(7)
    for (let i = 0; i < CASES; i++) {
      const drinks = someDrinks(next)
      expect(Number(units(...drinks))).toBeGreaterThanOrEqual(Number(units(...drinks.slice(1))))
    }
  })
})
