import { describe, expect, it } from 'vitest'
import { ageInWords } from '../../src/report/child-card.ts'
import { anAssessment } from '../builders/an-assessment.ts'
import { toyFamily } from '../builders/toy-guidance.ts'

const aged = (...dates: string[]) =>
  ageInWords(
    dates
      .reduce(
        (made, on) => made.answering('CHD-01', { birth: { on } }, { of: 'kim', seen: [] }),
        anAssessment(toyFamily).answering('START-05', { what: 'child' }, { of: 'kim' }),
      )
      .view(),
    'kim',
  )

describe('the age of a child in words', () => {
  it.each([
    ['2026-02-20', 'Under 1 month'],
    ['2026-01-20', '1 month'],
    ['2025-03-02', '12 months'],
    ['2020-03-02', '6 years'],
    ['2025', '2 months to 14 months'],
    ['2019', '6 years to 7 years'],
    ['2020-01', '6 years'],
  ])('born %s: %s', (on, words) => {
    expect(aged(on)).toBe(words)
  })

  it('is nobody’s when people disagree, or when it is not known', () => {
    expect(aged('2025-12-01', '2021-12-01')).toBe('People recorded different things about the birth')
    expect(aged()).toBe('Age not known')
  })
})
