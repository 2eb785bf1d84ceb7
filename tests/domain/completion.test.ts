import { describe, expect, it } from 'vitest'
import { progressOf } from '../../src/domain/progress.ts'
import type { CompletionNeed, GuidancePack } from '../../src/domain/question.ts'
import { type AnAssessment, anAssessment, BO } from '../builders/an-assessment.ts'
import { aCollection, aPack, aQuestion, aStep } from '../builders/toy-guidance.ts'

const need: CompletionNeed = {
  question: 'TOY-01',
  parts: [{ id: 'choice', not: ['milk'] }, { id: 'words' }],
  blanks: ['not-known'],
  says: 'no tea yet',
}
const needing = (...completion: CompletionNeed[]): GuidancePack =>
  aPack({ ...aStep('TOY', aQuestion('TOY-01'), aQuestion('TOY-02')), completion })
const whole = { choice: 'tea', words: 'Two sugars' }
const made = (pack = needing(need)) => anAssessment(pack).answering('TOY-02', whole)
const of = (record: AnAssessment) => {
  const step = progressOf(record.view().pack, record.view(), []).find((s) => s.step === 'TOY')
  return [step?.status, step?.outstanding.map((s) => `${s.question} ${s.subject}`)]
}

describe('a step that needs something before it is complete', () => {
  it('is complete with every part that is needed', () => {
    expect(of(made().answering('TOY-01', whole))).toEqual(['completed', []])
  })

  it.each([
    ['an option that does not count', { choice: 'milk', words: 'Two sugars' }],
    ['a part left out', { choice: 'tea' }],
    ['a text of spaces', { choice: 'tea', words: '  ' }],
  ])('needs attention, although all is answered, with %s', (_, parts) => {
    expect(of(made().answering('TOY-01', parts))).toEqual(['needs-attention', ['TOY-01 -']])
  })

  it('takes the honest blanks that it names and no other', () => {
    expect(of(made().leavingBlank('TOY-01', 'not-known'))).toEqual(['completed', []])
    expect(of(made().leavingBlank('TOY-01', 'not-asked'))).toEqual(['needs-attention', ['TOY-01 -']])
  })

  it('needs it of everybody where people recorded different things', () => {
    const differing = made()
      .answering('TOY-01', whole)
      .answering('TOY-01', { ...whole, choice: 'milk' }, { by: BO, seen: [] })
    expect(of(differing)).toEqual(['needs-attention', ['TOY-01 -']])
    expect(of(differing.resolving('TOY-01', whole, 'Asked again'))).toEqual(['completed', []])
  })

  it('says what is outstanding while it is still in progress', () => {
    expect(of(made())).toEqual(['in-progress', ['TOY-01 -']])
  })

  it('needs it of each subject, and points to where subjects come from when there is none', () => {
    const pack = aPack(aStep('NET', aCollection('NET-01', 'person')), {
      ...aStep('TOY', aQuestion('TOY-01', { per: 'person' }), aQuestion('TOY-02')),
      completion: [
        {
          question: 'TOY-01',
          parts: [{ id: 'choice' }],
          says: 'no tea yet',
          someFrom: { question: 'NET-01', says: 'nobody' },
        },
      ],
    })
    const family = made(pack)
    expect(of(family)).toEqual(['needs-attention', ['NET-01 -']])
    family.answering('NET-01', { label: 'Ann' }, { of: 'ann' }).answering('NET-01', { label: 'Ben' }, { of: 'ben' })
    family.answering('TOY-01', { choice: 'tea' }, { of: 'ann' })
    expect(of(family)).toEqual(['in-progress', ['TOY-01 ben']])
    expect(of(family.answering('TOY-01', { choice: 'tea' }, { of: 'ben' }))).toEqual(['completed', []])
  })

  it('needs nothing while it asks nothing', () => {
    const pack = aPack(aStep('NET', aCollection('NET-01', 'person')), {
      ...aStep('TOY', aQuestion('TOY-01', { per: 'person' })),
      completion: [{ ...need, someFrom: { question: 'NET-01', says: 'nobody' } }],
    })
    expect(of(anAssessment(pack))[1]).toEqual([])
  })
})
