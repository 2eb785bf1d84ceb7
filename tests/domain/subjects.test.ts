import { describe, expect, it } from 'vitest'
import type { SubjectKind } from '../../src/domain/question.ts'
import { adultOf, childOf, idOfUse, labelOf, substanceOf } from '../../src/domain/subjects.ts'
import { anAssessment, BO } from '../builders/an-assessment.ts'
import { aPack, aQuestion, aStep, toyFamily } from '../builders/toy-guidance.ts'

const rows = ['alcohol', 'cannabis'].map((id) => ({ id, label: id }))
const pack = aPack(...toyFamily.steps, aStep('CON', aQuestion('CON-01', { per: 'use', subjectRows: rows })))
const family = () =>
  anAssessment(pack)
    .answering('NET-01', { label: 'Ann', part: 'subject' }, { of: 'ann' })
    .answering('NET-01', { label: 'Gran', part: 'network' }, { of: 'gran' })
    .answering('NET-01', { label: 'Bob', part: ['carer', 'other'] }, { of: 'bob' })
    .answering('START-05', { label: 'Kim', what: 'child' }, { of: 'kim' })
    .answering('START-05', { what: 'unborn' }, { of: 'bump' })
const ids = (kind: SubjectKind, made = family()) =>
  made
    .view()
    .subjects(kind)
    .map((s) => s.id)
const base = { assessment: '-', contact: 'c1' }

describe('what an answer can be about', () => {
  it('is the whole assessment and the contact that is open', () => {
    expect(family().view().subjects('assessment')).toEqual([{ id: '-', kind: 'assessment', refs: base }])
    expect(family().view('c2').subjects('contact')).toEqual([
      { id: 'c2', kind: 'contact', refs: { assessment: '-', contact: 'c2' } },
    ])
  })

  it('is each person, and as an adult those who are assessed or care', () => {
    expect(ids('person')).toEqual(['ann', 'gran', 'bob'])
    expect(ids('adult')).toEqual(['ann', 'bob'])
    expect(family().view().subjects('person')).toEqual([
      { id: 'ann', kind: 'person', refs: { ...base, person: 'ann', adult: 'ann' } },
      { id: 'gran', kind: 'person', refs: { ...base, person: 'gran' } },
      { id: 'bob', kind: 'person', refs: { ...base, person: 'bob', adult: 'bob' } },
    ])
  })

  it('is each substance group of each adult', () => {
    expect(ids('use')).toEqual(['ann:alcohol', 'ann:cannabis', 'bob:alcohol', 'bob:cannabis'])
    expect(family().view().subjects('use')[1]).toEqual({
      id: 'ann:cannabis',
      kind: 'use',
      refs: { ...base, use: 'ann:cannabis', adult: 'ann', person: 'ann' },
    })
  })

  it('is each adult with each child, the unborn baby too', () => {
    expect(ids('adult-child')).toEqual(['ann:kim', 'ann:bump', 'bob:kim', 'bob:bump'])
    expect(family().view().subjects('adult-child')[0]).toEqual({
      id: 'ann:kim',
      kind: 'adult-child',
      refs: { ...base, 'adult-child': 'ann:kim', adult: 'ann', person: 'ann', child: 'kim' },
    })
  })

  it('is nobody who was taken out, with all that was about them', () => {
    const without = family().retracting('NET-01', 'Entered twice', { of: 'bob' })
    expect(ids('adult', without)).toEqual(['ann'])
    expect(ids('use', without)).toEqual(['ann:alcohol', 'ann:cannabis'])
    expect(ids('adult-child', without)).toEqual(['ann:kim', 'ann:bump'])
  })

  it('is one person however many people describe them, and an adult when any of them says so', () => {
    const twice = family().answering('NET-01', { label: 'Granny', part: 'carer' }, { of: 'gran', by: BO, seen: [] })
    expect(ids('person', twice)).toEqual(['ann', 'gran', 'bob'])
    expect(ids('adult', twice)).toEqual(['ann', 'gran', 'bob'])
  })
})

describe('the name of a subject', () => {
  it('tells its adult, its substance and its child', () => {
    expect(idOfUse('ann', 'alcohol')).toBe('ann:alcohol')
    expect([adultOf('ann:alcohol'), substanceOf('ann:alcohol')]).toEqual(['ann', 'alcohol'])
    expect([adultOf('ann:kim'), childOf('ann:kim')]).toEqual(['ann', 'kim'])
    expect([adultOf('ann'), childOf('kim'), substanceOf('ann')]).toEqual(['ann', 'kim', ''])
  })

  it('is the label that it was given, if any', () => {
    const view = family().view()
    expect([labelOf(view, 'kim'), labelOf(view, 'bump'), labelOf(view, 'nobody')]).toEqual(['Kim', '', ''])
  })
})
