import { describe, expect, it } from 'vitest'
import { progressOf } from '../../src/domain/progress.ts'
import { packV1 } from '../../src/guidance/whole.ts'
import { type AnAssessment, anAssessment } from '../builders/an-assessment.ts'

const sleep = (made: AnAssessment, contact = 'c1') => {
  const view = made.view(contact)
  const step = progressOf(view.pack, view, []).find((s) => s.step === 'SLP')
  return [step?.status, step?.outstanding.map((o) => `${o.question} ${o.subject}`)]
}

/** Everything that the step asks is answered or left open, but for what is still to be said of Pat. */
const answered = () => {
  const made = anAssessment(packV1)
    .meetingOn('c1', '2026-03-02')
    .answering('START-05', { label: 'Wren', what: 'child' }, { of: 'wren' })
    .answering('CHD-01', { birth: { on: '2026-02-20' } }, { of: 'wren' })
    .answering('SLP-01', { markers: ['none'] }, { of: 'wren' })
    .answering('SLP-12', { 'says-place': 'own-cot' })
    .answering('SLP-02', { place: 'own-cot' }, { of: 'cot' })
    .answering('SLP-03', { seen: 'told' }, { of: 'cot' })
    .leavingBlank('SLP-04', 'asked-none', { of: 'cot' })
    .leavingBlank('SLP-08', 'not-asked')
    .answering('SLP-09', { 'last-night': 'own-cot' }, { of: 'c1' })
    .answering('SLP-10', { hard: ['nothing'] })
  for (const person of ['beth', 'pat']) {
    made
      .answering('NET-01', { label: person, part: 'carer' }, { of: person })
      .answering('NET-04', { care: 'overnight' }, { of: person })
      .answering('SLP-05', { factors: { sedating: 'yes' } }, { of: person })
      .answering('SLP-11', { words: 'Rings her sister' }, { of: person })
  }
  return withMessage(made, 'beth')
}
const withMessage = (made: AnAssessment, of: string) =>
  made
    .answering('SLP-06', { given: ['spoken'] }, { of })
    .answering('SLP-07', { words: 'He stays in his cot', rating: 'clear' }, { of })

describe('the step on safer sleep', () => {
  it('is complete with a message and a teach-back for every adult, every place told of, and last night answered', () => {
    expect(sleep(withMessage(answered(), 'pat'))).toEqual(['completed', []])
  })

  it('is not complete while Pat’s are answered as “not yet” or left open, although nothing is unanswered', () => {
    const notYet = answered()
      .answering('SLP-06', { given: ['not-yet'] }, { of: 'pat' })
      .leavingBlank('SLP-07', 'not-asked', { of: 'pat' })
    expect(sleep(notYet)).toEqual(['needs-attention', ['SLP-06 pat', 'SLP-07 pat']])
  })

  it.each(['not-yet', 'refused'])('is not complete with a teach-back that is %s', (rating) => {
    const made = withMessage(answered(), 'pat').answering('SLP-07', { words: 'Nothing', rating }, { of: 'pat' })
    expect(sleep(made)).toEqual(['needs-attention', ['SLP-07 pat']])
  })

  it('asks about last night again at the next contact, where “not known” is an answer and “not asked” is none', () => {
    const next = withMessage(answered(), 'pat').meetingOn('c2', '2026-03-09')
    expect(sleep(next, 'c2')[1]).toEqual(['SLP-09 c2'])
    expect(sleep(next.leavingBlank('SLP-09', 'not-asked', { of: 'c2', contact: 'c2' }), 'c2')[1]).toEqual(['SLP-09 c2'])
    expect(sleep(next.leavingBlank('SLP-09', 'not-known', { of: 'c2', contact: 'c2' }), 'c2')).toEqual([
      'completed',
      [],
    ])
  })

  it('is not complete with a place that was only named', () => {
    const made = withMessage(answered(), 'pat').answering('SLP-02', { place: 'sofa' }, { of: 'sofa' })
    made.answering('SLP-03', { note: 'Grey' }, { of: 'sofa' }).leavingBlank('SLP-04', 'not-known', { of: 'sofa' })
    expect(sleep(made)).toEqual(['needs-attention', ['SLP-03 sofa']])
  })
})
