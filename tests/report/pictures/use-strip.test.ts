import { describe, expect, it } from 'vitest'
import { SUBSTANCES } from '../../../src/guidance/index.ts'
import { consumptionOf } from '../../../src/report/consumption.ts'
import type { Figure } from '../../../src/report/pdf/blocks.ts'
import { stripsOfUse } from '../../../src/report/pictures/use-strip.ts'
import { type AnAssessment, BO } from '../../builders/an-assessment.ts'
import { seeded } from '../../builders/seeded.ts'
import { aFamily, aFamilyThatUses } from '../a-family-that-uses.ts'
import { cutOff, overlapping, textBoxes } from './text-boxes.ts'

const HOW_OFTEN = ['none', 'some-days', 'most-days', 'daily', 'binges', 'not-known', '']
const PERIODS = ['before-pregnancy', 'weeks-1-12', 'weeks-13-27', 'weeks-28-birth', 'birth-6-weeks', 'since']
const QUARTERS = ['months-1-3', 'months-4-6', 'months-7-9', 'months-10-12']
const SOURCES = ['adult', 'partner-family', 'observation', 'record', 'professional', 'test', 'child', 'other']

/** The pictures of each adult, all of them. */
const figuresOf = (made: AnAssessment): readonly Figure[] => consumptionOf(made.view()).flatMap(stripsOfUse)
const one = (periods: Record<string, string>, sources: readonly string[] = ['adult']): Figure => {
  const made = aFamily()
    .answering('CON-01', { status: 'now', sources }, { of: 'tansy:alcohol' })
    .answering('CON-07', { periods }, { of: 'tansy:alcohol' })
  const [figure] = figuresOf(made)
  if (!figure) throw new Error('No picture')
  return figure
}
const dots = (figure: Figure) => figure.shapes.filter((s) => s.shape === 'circle').length

/** Two adults, eight substances each, some told by two people, in every manner. */
function crowded(seed: number): AnAssessment {
  const next = seeded(seed)
  const some = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
  const cells = (rows: readonly string[]) =>
    Object.fromEntries(rows.flatMap((r) => [[r, some(HOW_OFTEN)] as const]).filter(([, o]) => o !== ''))
  let made = aFamily()
  for (const adult of ['tansy', 'lee']) {
    for (const { id } of [...SUBSTANCES].slice(0, 8)) {
      const of = `${adult}:${id}`
      made = made.answering('CON-01', { status: 'now', sources: SOURCES.filter(() => next() < 0.5) }, { of })
      if (next() < 0.8) made = made.answering('CON-07', { periods: cells(PERIODS) }, { of })
      if (next() < 0.4) made = made.answering('CON-07', { quarters: cells(QUARTERS) }, { of, by: BO, seen: [] })
    }
  }
  return made
}

describe('the strip of a use', () => {
  it('is told in full to somebody who does not see it', () => {
    expect(one({ 'before-pregnancy': 'daily', 'weeks-1-12': 'none' }).alt).toBe(
      'Use over time, Tansy. Alcohol: Before: Daily, Weeks 1 to 12: None, Weeks 13 to 27: No entry, 28 to birth: No entry, Birth to 6 weeks: No entry, Since then: No entry; self-report only.',
    )
  })

  it('has a dot for each independent source, and none for the adult, a partner or family', () => {
    expect(dots(one({}, ['adult', 'partner-family']))).toBe(0)
    expect(dots(one({}, SOURCES))).toBe(6)
  })

  it('gives each answer a form of its own that does without colour', () => {
    const forms = HOW_OFTEN.map((o) => {
      const figure = one({ 'weeks-1-12': 'none', ...(o && { 'before-pregnancy': o }) })
      const first = figure.shapes.filter((s) => s.shape !== 'text' || s.text === '?').filter((s) => leftOf(s) < 58)
      return JSON.stringify(
        first.map(({ ...s }) => ({ ...s, stroke: '', fill: s.shape === 'rect' && s.fill === '#212b32' })),
      )
    })
    expect(new Set(forms).size).toBe(HOW_OFTEN.length)
  })

  it('names what stands in each period in words', () => {
    const figure = one({ 'before-pregnancy': 'binges' })
    const said = textBoxes(figure).map((b) => b.text)
    expect(said).toEqual(expect.arrayContaining(['Before', 'A lot', 'at once', 'No', 'entry']))
  })

  it('shows both accounts where two people recorded different ones, with who they are', () => {
    const figures = figuresOf(aFamilyThatUses())
    const said = figures.flatMap((f) => textBoxes(f).map((b) => b.text))
    expect(said).toEqual(expect.arrayContaining(['Cannabis (Ruth Adeyemi)', 'Cannabis (Bo Lind)']))
  })

  it('says that nothing is recorded over time, rather than drawing an empty strip', () => {
    const made = aFamily().answering('CON-01', { status: 'now' }, { of: 'tansy:alcohol' })
    const [figure] = figuresOf(made)
    expect(figure && textBoxes(figure).map((b) => b.text)).toEqual(['Alcohol', 'Over time: not recorded'])
  })

  it('lays no text over another and cuts none off, with two adults and eight substances each', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const figures = figuresOf(crowded(seed))
      expect(figures.length).toBeGreaterThan(2)
      for (const figure of figures) {
        expect(overlapping(figure)).toEqual([])
        expect(cutOff(figure)).toEqual([])
        expect(figure.h).toBeLessThanOrEqual(560)
      }
    }
  })
})

function leftOf(s: Figure['shapes'][number]): number {
  if (s.shape === 'line') return Math.min(s.x1, s.x2)
  if (s.shape === 'poly') return Math.min(...s.points.map(([x]) => x))
  return s.x
}
