import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { STEP_IDS } from '../../src/guidance/v1/step-ids.ts'
import { factsOf } from '../../src/machines/assessment-facts.ts'
import { type AnAssessment, anAssessment, BO } from '../builders/an-assessment.ts'
import { aPack, aQuestion, aStep } from '../builders/toy-guidance.ts'

/** One question in every step, and the one about agreeing. */
const pack = aPack(...STEP_IDS.map((id) => aStep(id, aQuestion(id === 'ENG' ? 'ENG-04' : `${id}-99`))))
const made = () => anAssessment(pack)
const path = (a: AnAssessment) => factsOf(a.view(), []).path
const raising = (family: Finding['rule']['family'], ...subjects: string[]): Finding => ({
  rule: { id: 'SP-01', family, when: '', prompt: '', topics: [], requirements: [], check: () => [] },
  evidence: subjects.map((subject) => ({ subject, because: [] })),
})

describe('the path of a family', () => {
  it('has the steps that ask anything, in the order of the guidance', () => {
    expect(path(made())).toEqual(STEP_IDS)
    const some = aPack(
      aStep('SLP', aQuestion('SLP-99', { per: 'child' })),
      aStep('SAF', aQuestion('SAF-99', { private: true })),
      aStep('START', aQuestion('START-99')),
    )
    expect(path(anAssessment(some))).toEqual(['START', 'SAF'])
  })

  const short = ['START', 'ENG', 'CHD', 'AGY', 'TRI', 'ANA', 'PLN', 'REV', 'SUP']
  it.each(['none', 'not-able'])('still thinks the children through without permission: %s', (agree) => {
    expect(path(made().answering('ENG-04', { agree }))).toEqual(short)
  })

  it('is whole when anything was agreed to, or one of two people says so', () => {
    expect(path(made().answering('ENG-04', { agree: 'some' }))).toEqual(STEP_IDS)
    const both = made()
      .answering('ENG-04', { agree: 'none' })
      .answering('ENG-04', { agree: 'all' }, { by: BO, seen: [] })
    expect(path(both)).toEqual(STEP_IDS)
    expect(path(made().leavingBlank('ENG-04', 'not-asked'))).toEqual(STEP_IDS)
  })
})

describe('what is urgent', () => {
  it('is each safety prompt and subject that nobody responded about', () => {
    const looked = made().responding('SP-01', 'Rang the duty worker', { of: 'kim' })
    expect(factsOf(looked.view(), [raising('safety', 'kim', 'lee', '-')])).toEqual({
      path: STEP_IDS,
      urgent: ['SP-01|lee|0', 'SP-01|-|0'],
    })
  })

  it('is no other finding', () => {
    expect(factsOf(made().view(), [raising('contradiction', 'kim')])).toEqual({
      path: STEP_IDS,
      urgent: [],
    })
  })
})
