import { describe, expect, it } from 'vitest'
import { linesOf, widthOf } from '../../../src/report/pictures/text-fit.ts'
import { textMeasure } from './drawn.ts'

const LATIN = Array.from({ length: 0x180 - 0x20 }, (_, i) => String.fromCharCode(i + 0x20)).filter(
  (c) => !/[\u007f-\u00a0]/u.test(c),
)

describe('a text in a place', () => {
  it('stays as it is where it fits', () => expect(linesOf('Jo Field', 100, 13)).toEqual(['Jo Field']))
  it('is broken between words', () => expect(linesOf('Grandmother Field', 100, 13)).toEqual(['Grandmother', 'Field']))
  it('is broken after a hyphen', () => {
    expect(linesOf('Okonkwo-Williams', 90, 13)).toEqual(['Okonkwo-', 'Williams'])
  })
  it('is broken within a word that is too long', () => expect(linesOf('Featherstonehaugh', 60, 13)).toHaveLength(3))
  it('is nothing for nothing', () => expect(linesOf('  ', 80, 13)).toEqual([]))

  it('has every letter of a name, however narrow the place', () => {
    for (const name of ['Wilhelmina Featherstonehaugh-Cholmondeley', 'W'.repeat(40), 'x '.repeat(20).trim()]) {
      for (const width of [20, 60, 120]) {
        const lines = linesOf(name, width, 13, true)
        expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''))
        expect(lines.every((l) => widthOf(l, 13, true) <= width)).toBe(true)
      }
    }
  })

  it('ends in an ellipsis only where it is longer than any name', () => {
    const lines = linesOf('absurd '.repeat(30), 120, 13)
    expect(lines.at(-1)?.endsWith('…')).toBe(true)
    expect(lines.join(' ').length).toBeLessThan(100)
  })

  it('takes no more room than was guessed for any letter in use', async () => {
    const placeOf = await textMeasure()
    for (const bold of [false, true]) {
      const wider = [...LATIN, ...'–—‘’“”…'].filter(
        (text) => placeOf({ shape: 'text', x: 0, y: 0, text, size: 1, bold }).w > widthOf(text, 1, bold),
      )
      expect(wider).toEqual([])
    }
  })
})
