import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/domain/condition.ts'
import { holds } from '../../src/domain/evaluate.ts'
import { anAssessment, BO } from '../builders/an-assessment.ts'
import { aCollection, aPack, aQuestion, aStep, toyFamily } from '../builders/toy-guidance.ts'

const aFamily = () => anAssessment(toyFamily)
const born = (...dates: string[]) =>
  dates.reduce(
    (made, on) => made.answering('CHD-01', { birth: { on } }, { of: 'kim', seen: [] }),
    aFamily().answering('START-05', { what: 'child' }, { of: 'kim' }),
  )

describe('the things of a collection', () => {
  it('come in the order of the hand, whatever the clock said', () => {
    const made = aFamily()
      .answering('NET-01', { label: 'Zoe' }, { of: 'zoe', at: '2031-01-01T00:00:00.000Z' })
      .answering('NET-01', { label: 'Ann' }, { of: 'ann', at: '1999-01-01T00:00:00.000Z' })
      .answering('NET-01', { label: 'Zoe B' }, { of: 'zoe' })
    const items = made.view().items('NET-01')
    expect(items.map((i) => i.subject)).toEqual(['zoe', 'ann'])
  })

  it('of two devices with the same count come in an order of their own', () => {
    const made = aFamily()
      .answering('NET-01', { label: 'Zoe' }, { of: 'zoe', device: 'd2', seq: 1 })
      .answering('NET-01', { label: 'Ann' }, { of: 'ann', device: 'd1', seq: 1 })
    expect(
      made
        .view()
        .items('NET-01')
        .map((i) => i.subject),
    ).toEqual(['ann', 'zoe'])
  })

  it('stand under their parent and under no other', () => {
    const made = aFamily()
      .answering('TRI-02', { choice: 'tea' }, { of: 'one:f1' })
      .answering('TRI-02', { choice: 'milk' }, { of: 'two:f2' })
    const view = made.view()
    expect(view.items('TRI-02', 'one').map((i) => i.subject)).toEqual(['one:f1'])
    expect(view.items('TRI-02')).toEqual([])
  })

  it('are both there when two people change one, and gone when it is taken out', () => {
    const made = aFamily()
      .answering('NET-01', { label: 'Ann' }, { of: 'ann' })
      .answering('NET-01', { label: 'Anne' }, { of: 'ann', by: BO, seen: [] })
    expect(made.view().items('NET-01')).toHaveLength(2)
    expect(made.retracting('NET-01', 'Does not exist', { of: 'ann' }).view().items('NET-01')).toEqual([])
  })

  it('do not include the blank that stands for the whole of it', () => {
    const made = aFamily().leavingBlank('NET-01', 'not-asked')
    expect(made.view().items('NET-01')).toEqual([])
    expect(made.view().standing('NET-01', '-')).toHaveLength(1)
    expect(made.view().answers('NET-01')).toEqual([])
    expect(made.answering('NET-01', { label: 'Everybody' }).view().items('NET-01')).toEqual([])
  })
})

describe('the age of a child', () => {
  it.each([
    ['2026-03-02', { least: 0, most: 0 }],
    ['2025-03-03', { least: 11, most: 11 }],
    ['2025-03-02', { least: 12, most: 12 }],
    ['2025-03', { least: 11, most: 12 }],
    ['2025', { least: 2, most: 14 }],
    ['2026', { least: 0, most: 2 }],
    ['2026-03-03', undefined],
    ['soon', undefined],
  ])('born %s', (on, range) => {
    expect(born(on).view().ageRange('kim')).toEqual(range)
  })

  it('is known only when it can be said to the month', () => {
    expect(born('2025-03-03').view().ageInMonths('kim')).toBe(11)
    expect(born('2025-01').view().ageInMonths('kim')).toBeUndefined()
    expect(born('2025').view().ageInMonths('kim')).toBeUndefined()
    expect(aFamily().view().ageInMonths('kim')).toBeUndefined()
  })

  it('is picked from nobody when people disagree', () => {
    const view = born('2025-12-01', '2021-12-01').view()
    expect([view.ageRange('kim'), view.ageInMonths('kim')]).toEqual([{ least: 3, most: 51 }, undefined])
  })

  it('is that of the child in a pair', () => {
    expect(born('2025-03-03').view().ageInMonths('ann:kim')).toBe(11)
  })
})

describe('what is asked at an age', () => {
  const under12: Condition = { k: 'age', maxMonths: 11 }
  const over24: Condition = { k: 'age', minMonths: 24 }
  const asked = (when: Condition, ...dates: string[]) => {
    const view = born(...dates).view()
    return view.subjects('child').some((s) => holds(when, view, s, new Set()))
  }

  it.each<[Condition, string[], boolean]>([
    [under12, [], true],
    [over24, [], true],
    [under12, ['2025-03-03'], true],
    [under12, ['2025-03-02'], false],
    [under12, ['2025'], true],
    [under12, ['2024'], false],
    [over24, ['2024'], true],
    [over24, ['2025'], false],
    [under12, ['2025-12-01', '2021-12-01'], true],
    [over24, ['2025-12-01', '2021-12-01'], true],
  ])('%j for a child born %j: %s', (when, dates, wanted) => {
    expect(asked(when, ...dates)).toBe(wanted)
  })

  it('is not asked about an unborn baby', () => {
    const view = aFamily().answering('START-05', { what: 'unborn' }, { of: 'kim' }).view()
    expect(view.subjects('child').some((s) => holds(under12, view, s, new Set()))).toBe(false)
    expect(view.subjects('child').some((s) => holds({ k: 'unborn' }, view, s, new Set()))).toBe(true)
  })
})

describe('what is asked when people disagree whether a baby is born', () => {
  it('is both what is asked of a baby and what is asked before a birth', () => {
    const view = aFamily()
      .answering('START-05', { what: 'child' }, { of: 'kim' })
      .answering('START-05', { what: 'unborn' }, { of: 'kim', by: BO, seen: [] })
      .view()
    const asked = (when: Condition) => view.subjects('child').some((s) => holds(when, view, s, new Set()))
    expect([asked({ k: 'age', maxMonths: 11 }), asked({ k: 'unborn' })]).toEqual([true, true])
  })

  it.each<[Record<string, string>, boolean]>([
    [{ what: 'child' }, true],
    [{ what: 'unborn' }, false],
    [{ label: 'Kim' }, true],
  ])('a child recorded as %j may be born: %s', (parts, wanted) => {
    expect(aFamily().answering('START-05', parts, { of: 'kim' }).view().mayBeBorn('kim')).toBe(wanted)
  })
})

describe('a pregnancy', () => {
  const pregnancy = aPack(aStep('PRE', aQuestion('PRE-01'), aQuestion('PRE-02'), aCollection('START-05', 'child')))
  const weeks = (parts: Parameters<ReturnType<typeof anAssessment>['answering']>[1], observedOn?: string) =>
    anAssessment(pregnancy)
      .answering('PRE-02', parts, { of: 'ann', ...(observedOn && { observedOn }) })
      .view().weeksPregnant

  it('is as far on as the due date says', () => {
    expect(weeks({ due: { on: '2026-03-02' } })).toBe(40)
    expect(weeks({ due: { on: '2026-05-25' } })).toBe(28)
    expect(weeks({ due: { on: '2026-05-26' } })).toBe(27)
  })

  it('goes on from the day on which the weeks were told', () => {
    expect(weeks({ weeks: 20 })).toBe(20)
    expect(weeks({ weeks: 20 }, '2026-02-16')).toBe(22)
    expect(weeks({ weeks: 20 }, '2026-02-17')).toBe(21)
    expect(weeks({ weeks: 20 }, '2026-04-01')).toBe(20)
  })

  it('is the one furthest on where there are several', () => {
    const made = anAssessment(pregnancy)
      .answering('PRE-02', { weeks: 12 }, { of: 'ann' })
      .answering('PRE-02', { due: { on: '2026-05-25' } }, { of: 'bea' })
    expect(made.view().weeksPregnant).toBe(28)
    expect(weeks({ words: 'Not sure' })).toBeUndefined()
  })

  it.each([
    ['pregnant', true],
    ['partner-pregnant', true],
    ['not-pregnant', false],
  ])('is there when somebody is %s: %s', (status, wanted) => {
    expect(anAssessment(pregnancy).answering('PRE-01', { status }, { of: 'ann' }).view().isPregnancy).toBe(wanted)
  })

  it('is there with an unborn baby, also when one of two people says so', () => {
    const made = anAssessment(pregnancy)
      .answering('START-05', { what: 'child' }, { of: 'kim' })
      .answering('START-05', { what: 'unborn' }, { of: 'kim', by: BO, seen: [] })
    expect([made.view().isUnborn('kim'), made.view().isPregnancy]).toEqual([true, true])
    expect(anAssessment(pregnancy).view().isPregnancy).toBe(false)
  })
})

describe('contacts', () => {
  const ids = (made: ReturnType<typeof anAssessment>) => made.view().contacts.map((c) => c.id)

  it('come by the day on which they began', () => {
    expect(ids(anAssessment().meetingOn('b', '2026-03-02').meetingOn('a', '2026-02-02'))).toEqual(['a', 'b'])
  })

  it('of one day come in the order of the hand, not of their random ids', () => {
    expect(ids(anAssessment().meetingOn('z', '2026-03-02').meetingOn('a', '2026-03-02'))).toEqual(['z', 'a'])
  })

  it('that cannot be read are left out and break nothing', () => {
    const broken = anAssessment()
      .recording('contact', 'CONTACT', null, { of: 'x' })
      .meetingOn('a', '2026-02-02')
      .recording('contact', 'CONTACT', { startedOn: 3 }, { of: 'y' })
    expect(ids(broken)).toEqual(['a'])
  })

  it('are later when another one came before', () => {
    const made = anAssessment().meetingOn('z', '2026-03-02').meetingOn('a', '2026-03-02')
    expect([made.view('z').isLaterContact, made.view('a').isLaterContact]).toEqual([false, true])
    expect(anAssessment().meetingOn('z', '2026-03-02').view('z').isLaterContact).toBe(false)
    expect(anAssessment().view('-').isLaterContact).toBe(false)
  })
})
