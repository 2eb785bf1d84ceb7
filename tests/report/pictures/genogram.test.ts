import { describe, expect, it } from 'vitest'
import { networkOf } from '../../../src/domain/network.ts'
import type { Figure, Shape } from '../../../src/report/pdf/blocks.ts'
import { genogram } from '../../../src/report/pictures/genogram.ts'
import { BOX, MIDDLE } from '../../../src/report/pictures/genogram-box.ts'
import { genogramLayout } from '../../../src/report/pictures/genogram-layout.ts'
import { aFamily, aLargeFamily } from '../../builders/a-family.ts'
import { BO, RUTH } from '../../builders/an-assessment.ts'
import { linesIn, wordsIn } from './drawn.ts'

type Family = ReturnType<typeof aFamily>
const drawn = (family: Family): Figure => genogram(family.view())
const laid = (family: Family) => {
  const view = family.view()
  return genogramLayout(networkOf(view), (child) => view.ageRange(child)?.most ?? -1)
}
const polys = (figure: Figure) =>
  figure.shapes.filter((s): s is Extract<Shape, { shape: 'poly' }> => s.shape === 'poly')
/** How many points the outline of the only person has: four make a square, a quarter circle has nine. */
const outlines = (figure: Figure) => polys(figure).filter((p) => p.stroke && p.points.length > 2)
const height = (points: readonly (readonly [number, number])[]) =>
  Math.max(...points.map((p) => p[1])) - Math.min(...points.map((p) => p[1]))
/** Outlines of full size: those in the key are smaller. */
const people = (figure: Figure) => outlines(figure).filter((p) => height(p.points) >= 2 * BOX.r)
const says = (figure: Figure, words: string) => wordsIn(figure).join(' ').includes(words)
const pair = () => aFamily().person('jo', 'Jo', { part: 'subject' }).person('lee', 'Lee')

describe('the shape of a person', () => {
  const shapeOf = (family: Family) => people(drawn(family)).map((p) => p.points)

  it('is the one that was chosen', () => {
    const [square] = shapeOf(aFamily().person('jo', 'Jo', { shape: 'square' }))
    expect(square).toHaveLength(4)
    const [circle = []] = shapeOf(aFamily().person('jo', 'Jo', { shape: 'circle' }))
    const [cx, cy] = [circle[0]?.[0] ?? 0, circle[9]?.[1] ?? 0]
    expect(circle.every(([x, y]) => Math.abs(Math.hypot(x - (cx - BOX.r), y - (cy - BOX.r)) - BOX.r) < 0.1)).toBe(true)
  })

  it('is the neutral one where none was chosen, and where people chose different ones', () => {
    const none = shapeOf(aFamily().person('jo', 'Jo'))
    const neutral = shapeOf(aFamily().person('jo', 'Jo', { shape: 'neutral' }))
    const two = aFamily()
      .person('jo', 'Jo', { shape: 'circle' }, { by: RUTH, seen: [] })
      .person('jo', 'Jo', { shape: 'square' }, { by: BO, seen: [] })
    expect(none).toEqual(neutral)
    expect(shapeOf(two)).toEqual(neutral)
  })

  it('is a triangle for an unborn baby, and a double outline for every child it is about', () => {
    const figure = drawn(aFamily().unborn('baby', 'Baby'))
    expect(outlines(figure).filter((p) => p.points.length === 3).length).toBeGreaterThanOrEqual(2)
    expect(says(figure, 'Triangle: not born yet')).toBe(true)
    expect(outlines(drawn(aFamily().child('kit', 'Kit'))).filter((p) => height(p.points) > 20)).toHaveLength(2)
    expect(outlines(drawn(aFamily().person('jo', 'Jo'))).filter((p) => height(p.points) > 20)).toHaveLength(1)
  })

  it('tells of known use by its lower half or a bar, with words in the key, and of differing accounts nothing', () => {
    const use = (family: Family, option: string, how = {}) => family.says('NET-05', 'jo', { use: option }, how)
    const filled = (figure: Figure) => polys(figure).filter((p) => p.fill && p.fill !== '#ffffff').length
    expect(filled(drawn(use(pair(), 'current-problem')))).toBeGreaterThan(0)
    expect(says(drawn(use(pair(), 'suspected')), 'Lower half striped')).toBe(true)
    expect(says(drawn(use(pair(), 'past')), 'Bar beneath')).toBe(true)
    const differing = use(use(pair(), 'current-problem', { seen: [] }), 'none-asked', { by: BO, seen: [] })
    expect(filled(drawn(differing))).toBe(0)
  })
})

describe('a line between two', () => {
  const coupleLines = (family: Family) => {
    const [union] = laid(family).unions
    const [from] = union?.lines[0] ?? []
    return linesIn(drawn(family)).filter(
      (l) => from && l.y1 === from.y && l.y2 === from.y && Math.abs(l.x2 - l.x1) > 20,
    )
  }

  it('is whole for partners', () => {
    const family = pair().tie('jo', 'lee', 'partner')
    expect(coupleLines(family).map((l) => l.dash)).toEqual([undefined])
    expect(says(drawn(family), 'Two strokes')).toBe(false)
  })

  it('is broken for partners on and off', () => {
    expect(coupleLines(pair().tie('jo', 'lee', 'on-and-off')).map((l) => l.dash)).toEqual([7])
  })

  it('has two strokes across for former partners', () => {
    const figure = drawn(pair().tie('jo', 'lee', 'former-partner'))
    expect(says(figure, 'Two strokes across: former partners')).toBe(true)
    const slanted = linesIn(figure).filter((l) => l.x1 !== l.x2 && l.y1 !== l.y2)
    expect(slanted).toHaveLength(4)
  })

  it('is dotted where accounts differ, and where parents of a child are not known to be partners', () => {
    const differing = pair().tie('jo', 'lee', 'partner').tie('lee', 'jo', 'former-partner')
    expect(coupleLines(differing).map((l) => l.dash)).toEqual([2.5])
    const parents = pair().child('kit', 'Kit').tieTo('jo', 'kit', 'parent').tieTo('lee', 'kit', 'parent')
    expect(coupleLines(parents).map((l) => l.dash)).toEqual([2.5])
  })
})

describe('where people stand', () => {
  const top = (family: Family, id: string) => laid(family).boxes.get(id)?.y ?? Number.NaN
  const left = (family: Family, id: string) => laid(family).boxes.get(id)?.x ?? Number.NaN

  it('is above their children and beneath their parents', () => {
    const family = aLargeFamily()
    expect(top(family, 'p-gran')).toBeLessThan(top(family, 'p-jo'))
    expect(top(family, 'p-jo')).toBeLessThan(top(family, 'c-ash'))
    expect(top(family, 'p-jo')).toBe(top(family, 'p-col'))
    expect(top(family, 'c-ash')).toBe(top(family, 'c-mia'))
  })

  it('is from the left by age for brothers and sisters', () => {
    const born = (family: Family, id: string, on: string) =>
      family.child(id, id).says('CHD-01', id, { birth: { on } }).tieTo('jo', id, 'parent')
    for (const years of [
      ['2010', '2015', '2020'],
      ['2020', '2015', '2010'],
    ]) {
      const family = pair()
      for (const [i, year] of years.entries()) born(family, `c${i}`, year)
      const byPlace = ['c0', 'c1', 'c2'].sort((a, b) => left(family, a) - left(family, b))
      const byAge = ['c0', 'c1', 'c2'].sort((a, b) => Number(years[Number(a[1])]) - Number(years[Number(b[1])]))
      expect(byPlace).toEqual(byAge)
    }
  })

  it('joins a child to both parents, from the middle of their line to the top of the child', () => {
    const family = pair()
      .tie('jo', 'lee', 'partner')
      .child('kit', 'Kit')
      .tieTo('jo', 'kit', 'parent')
      .tieTo('lee', 'kit', 'parent')
    const [union] = laid(family).unions
    const box = laid(family).boxes.get('kit')
    expect(union?.descents[0]?.at(-1)).toEqual({ x: (box?.x ?? 0) + BOX.w / 2, y: (box?.y ?? 0) + MIDDLE - BOX.r })
  })
})

describe('the line round those who sleep here', () => {
  it('is round those of whom it is said, with the baby whom one of them expects', () => {
    const family = pair()
      .home('jo', 'lives')
      .home('lee', 'visits')
      .unborn('baby', 'Baby')
      .tieTo('jo', 'baby', 'parent')
      .child('kit', 'Kit')
      .says('CHD-02', 'kit', { lives: 'in-care' })
    expect(laid(family).home.members).toEqual(['baby', 'jo'])
  })

  it('leaves out those of whom accounts differ, and says so beneath their name', () => {
    const family = pair().home('lee', 'does-not-come', { evidence: ['seen-here'] })
    expect(laid(family).home.members).toEqual([])
    expect(says(drawn(family), 'here? differs')).toBe(true)
  })
})

describe('names', () => {
  it('stand in as many lines as they need; every name that people recorded is told', () => {
    const long = aFamily().person('jo', 'A man called Raymond, or Ramon, who lives over the shop')
    expect(says(drawn(long), 'A man called Raymond, or Ramon, who lives over the shop')).toBe(true)
    const absurd = aFamily().person('jo', 'Name '.repeat(60))
    expect(wordsIn(drawn(absurd)).some((t) => t.endsWith('…'))).toBe(true)
    const two = aFamily().person('jo', 'Ray', {}, { by: RUTH, seen: [] }).person('jo', 'Al', {}, { by: BO, seen: [] })
    expect(wordsIn(drawn(two))).toContain('Al / Ray')
  })

  it('are left open where nobody gave one', () => {
    const family = aFamily()
    family.assessment.answering('NET-01', { part: 'other' }, { of: 'x' })
    expect(wordsIn(drawn(family))).toContain('No name yet')
  })
})

describe('an empty record', () => {
  it('gives a picture of nobody', () => {
    expect(drawn(aFamily()).alt).toBe('A map of 0 people and 0 children, as the table beside it tells in words.')
  })
})
