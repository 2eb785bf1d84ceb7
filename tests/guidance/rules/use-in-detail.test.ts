import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../../src/domain/finding.ts'
import { packV1, rules } from '../../../src/guidance/whole.ts'
import { type AnAssessment, anAssessment, TODAY } from '../../builders/an-assessment.ts'

const ANA = 'ana'
const USE = 'ana:alcohol'
/** 4.5 UK units. */
const TWO_PINTS = [{ what: 'Pint', ml: 568, strength: 4, count: 2 }]

const drinking = (): AnAssessment =>
  anAssessment(packV1)
    .answering('NET-01', { label: 'Ana', part: 'subject' }, { of: ANA })
    .answering('CON-01', { status: 'now', sources: ['adult'] }, { of: USE })

const findingOf = (made: AnAssessment, id: string) => findingsOf(rules, made.view()).find((f) => f.rule.id === id)
const raised = (made: AnAssessment, id: string): boolean => findingOf(made, id) !== undefined
const evidence = (made: AnAssessment, id: string) =>
  findingOf(made, id)?.evidence.flatMap((e) => e.because.map((s) => s.question))

describe('RC-04, lower-risk drinking beside empties', () => {
  const withEmpties = (made: AnAssessment) => made.answering('TRI-01', { sign: 'empties' }, { of: 'sign' })
  const onDays = (n: number) =>
    withEmpties(
      drinking()
        .answering('CON-03', { measure: 'units', 'typical-drinks': TWO_PINTS }, { of: USE })
        .answering('CON-02', { 'days-28': n }, { of: USE }),
    )

  it('is raised by drinks and days that come to 14 units a week or less, and names both answers', () => {
    expect(evidence(onDays(12), 'RC-04')).toEqual(['CON-01', 'CON-03', 'CON-02', 'TRI-01'])
  })

  it('is not raised by drinks and days that come to more', () => {
    expect(raised(onDays(13), 'RC-04')).toBe(false)
  })

  it('is not raised by drinks whose strength is missing: what is not known is not low', () => {
    const made = drinking()
      .answering('CON-03', { measure: 'units', 'typical-drinks': [{ what: 'Pint', ml: 568, count: 1 }] }, { of: USE })
      .answering('CON-02', { 'days-28': 4 }, { of: USE })
    expect(raised(withEmpties(made), 'RC-04')).toBe(false)
  })

  it('is raised by the lower of two numbers that differ', () => {
    const made = drinking().answering(
      'CON-03',
      { measure: 'units', 'units-week': 8, 'week-drinks': [{ ml: 750, strength: 13, count: 3 }] },
      { of: USE },
    )
    expect(raised(withEmpties(made), 'RC-04')).toBe(true)
  })
})

describe('RC-05, the short screen beside the drinks', () => {
  const screened = (count: number) =>
    drinking()
      .answering('CON-17', { q1: '2-3-week', q2: '3-4', q3: 'never' }, { of: ANA })
      .answering('CON-03', { measure: 'units', 'week-drinks': [{ ml: 500, strength: 9, count }] }, { of: USE })

  it('is raised by the drinks of a week that the answers cannot come to', () => {
    expect(evidence(screened(4), 'RC-05')).toEqual(['CON-17', 'CON-03'])
    expect(raised(screened(3), 'RC-05')).toBe(false)
  })

  it('is raised by the drinks of a day on the days recorded', () => {
    const made = (days: number) =>
      drinking()
        .answering('CON-17', { q1: '2-3-week', q2: '3-4', q3: 'never' }, { of: ANA })
        .answering('CON-03', { measure: 'units', 'typical-drinks': TWO_PINTS }, { of: USE })
        .answering('CON-02', { 'days-7': days }, { of: USE })
    expect(raised(made(4), 'RC-05')).toBe(true)
    expect(raised(made(3), 'RC-05')).toBe(false)
  })
})

describe('RC-06, stopped on learning of the pregnancy', () => {
  const stopped = (known: number) =>
    drinking()
      .answering('PRE-01', { status: 'pregnant' }, { of: ANA })
      .answering('PRE-02', { weeks: 20 }, { of: ANA })
      .answering('PRE-03', { 'known-weeks': known }, { of: ANA })
      .answering('CON-08', { stopped: 'when-pregnant' }, { of: USE })

  it('is raised by a period after it with use in it', () => {
    const made = (cell: string) => stopped(8).answering('CON-07', { periods: { 'weeks-13-27': cell } }, { of: USE })
    expect(evidence(made('some-days'), 'RC-06')).toEqual(['CON-08', 'CON-07', 'PRE-03'])
    expect(raised(made('none'), 'RC-06')).toBe(false)
    expect(raised(made('not-known'), 'RC-06')).toBe(false)
  })

  it('is not raised by use before it, or after the birth', () => {
    const periods = { 'before-pregnancy': 'daily', 'weeks-1-12': 'daily', 'birth-6-weeks': 'daily', since: 'daily' }
    expect(raised(stopped(8).answering('CON-07', { periods }, { of: USE }), 'RC-06')).toBe(false)
  })

  it('takes the earliest day of a last use that is known to the week only', () => {
    // Eight weeks and three days of 20 weeks ago: week 11 and four days, or as early as week 10 and five days.
    const last = { on: '2026-01-02' }
    const made = (precision: string) => stopped(11).answering('CON-06', { last, precision }, { of: USE })
    expect(TODAY).toBe('2026-03-02')
    expect(raised(made('day'), 'RC-06')).toBe(true)
    expect(raised(made('week'), 'RC-06')).toBe(false)
    expect(raised(made('month'), 'RC-06')).toBe(true)
  })
})

describe('RC-34, only at weekends', () => {
  const weekends = (days: Record<string, number>) =>
    drinking().answering('CON-05', { pattern: 'weekends-only' }, { of: USE }).answering('CON-02', days, { of: USE })

  it.each([{ 'days-7': 4 }, { 'days-22-28': 5 }, { 'days-28': 13 }])(
    'is raised by %j, as a weekend has three days',
    (days) => {
      expect(evidence(weekends(days), 'RC-34')).toEqual(['CON-05', 'CON-02'])
    },
  )

  it.each([{ 'days-7': 3 }, { 'days-28': 12 }])('is not raised by %j', (days) => {
    expect(raised(weekends(days), 'RC-34')).toBe(false)
  })
})

describe('OB-01, all on their word', () => {
  const known = (how: 'said' | 'record', question: string) =>
    drinking().answering(question, { 'as-said': 'A can', trend: 'up' }, { of: USE, basis: { how } })

  it.each(['CON-03', 'CON-07'])('is raised until a record speaks in %s', (question) => {
    expect(raised(known('said', question), 'OB-01')).toBe(true)
    expect(raised(known('record', question), 'OB-01')).toBe(false)
  })
})
