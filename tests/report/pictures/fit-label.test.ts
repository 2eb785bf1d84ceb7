import { describe, expect, it } from 'vitest'
import { fitLabel, widthAtMost } from '../../../src/report/pictures/fit-label.ts'

describe('a label in a place', () => {
  it('stays as it is where it fits', () => expect(fitLabel('Jo Field', 100, 13)).toEqual(['Jo Field']))
  it('is broken between words', () => expect(fitLabel('Grandmother Field', 100, 13)).toEqual(['Grandmother', 'Field']))
  it('is broken within a word that is too long', () => expect(fitLabel('Featherstonehaugh', 60, 13).length).toBe(2))
  it('ends in an ellipsis where it does not fit in its lines', () => {
    const lines = fitLabel('A very long name indeed that nobody could ever fit', 80, 13)
    expect([lines.length, lines[1]?.endsWith('…')]).toEqual([2, true])
    expect(lines.every((l) => widthAtMost(l, 13) <= 80)).toBe(true)
  })
  it('is nothing for nothing', () => expect(fitLabel('  ', 80, 13)).toEqual([]))
})
