import { describe, expect, it } from 'vitest'
import { independentSources, weeklyUnits } from '../../src/domain/use-facts.ts'
import { type AnAssessment, anAssessment, BO } from '../builders/an-assessment.ts'

const USE = 'ann:alcohol'
const TWO_PINTS = [{ ml: 568, strength: 4, count: 2 }]
const units = (made: AnAssessment) => weeklyUnits(made.view(), USE).map((w) => [w.from, w.units])
const amount = (parts: Record<string, unknown>) => anAssessment().answering('CON-03', parts as never, { of: USE })

describe('the units of a usual week', () => {
  it('are none that can be told while nothing is recorded', () => {
    expect(units(anAssessment())).toEqual([])
    expect(units(amount({ measure: 'units', typical: 4 }))).toEqual([])
  })

  it('stand side by side, as typed, as added up, and as a day times its days', () => {
    const made = amount({ measure: 'units', 'units-week': 20, 'week-drinks': TWO_PINTS, 'typical-drinks': TWO_PINTS })
    expect(units(made.answering('CON-02', { 'days-28': 20 }, { of: USE }))).toEqual([
      ['typed', 20],
      ['week-drinks', 4.5],
      ['usual-day', 22.5],
    ])
  })

  it('take the four weeks before the last seven days', () => {
    const day = () => amount({ measure: 'units', typical: 2 })
    expect(units(day().answering('CON-02', { 'days-7': 3 }, { of: USE }))).toEqual([['usual-day', 6]])
    const weeks = { 'days-7': 3, 'days-8-14': 1, 'days-15-21': 0, 'days-22-28': 0 }
    expect(units(day().answering('CON-02', weeks, { of: USE }))).toEqual([['usual-day', 2]])
    expect(units(day().answering('CON-02', { ...weeks, 'days-28': 28 }, { of: USE }))).toEqual([['usual-day', 14]])
  })

  it('come from alcohol only: grams and bags are never turned into units', () => {
    const made = amount({ measure: 'grams', typical: 2, 'typical-drinks': TWO_PINTS })
    expect(units(made.answering('CON-02', { 'days-7': 7 }, { of: USE }))).toEqual([])
  })

  it('are all there where people recorded different things', () => {
    const made = amount({ measure: 'units', 'units-week': 8 }).answering(
      'CON-03',
      { measure: 'units', 'units-week': 30 },
      { of: USE, by: BO, seen: [] },
    )
    expect(units(made)).toEqual([
      ['typed', 8],
      ['typed', 30],
    ])
  })
})

describe('the independent sources of a use', () => {
  const sources = (made: AnAssessment) => independentSources(made.view(), USE)
  const told = (...named: string[]) =>
    anAssessment().answering('CON-01', { status: 'now', sources: named }, { of: USE })
  const test = (parts: Record<string, string>) =>
    told('adult').answering('TRI-03', { person: ['ann'], substance: 'alcohol', ...parts }, { of: 'test' })

  it('are none with the adult, a partner and family only', () => {
    expect(sources(told('adult', 'partner-family'))).toEqual([])
  })

  it('are those named, each once, and those by which an answer is known', () => {
    const made = told('adult', 'record')
      .answering('CON-02', { 'days-7': 2 }, { of: USE, basis: { how: 'record' } })
      .answering('CON-06', { amount: 'A can' }, { of: USE, basis: { how: 'child' } })
      .answering('CON-03', { typical: 3 }, { of: USE, basis: { how: 'opinion' } })
    expect(sources(made)).toEqual(['record', 'child'])
  })

  it('are a test that was positive, or negative, supervised and looking for it', () => {
    expect(sources(test({ result: 'positive' }))).toEqual(['test'])
    expect(sources(test({ result: 'negative' }))).toEqual([])
    expect(sources(test({ result: 'negative', supervised: 'yes', panel: 'yes' }))).toEqual(['test'])
    expect(sources(test({ result: 'positive', substance: 'cannabis' }))).toEqual([])
  })
})
