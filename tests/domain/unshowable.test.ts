import { describe, expect, it } from 'vitest'
import { anAssessment } from '../builders/an-assessment.ts'

const TEA = { choice: 'tea' }

describe('what this version cannot show', () => {
  it.each<[string, string, unknown]>([
    ['an unknown kind', 'hologram', { deep: [1, { '': null }] }],
    ['an answer that is no answer', 'answer', 'Tea'],
    ['an answer with an unknown blank', 'answer', { blank: 'perhaps' }],
    ['an answer with a part of an unknown shape', 'answer', { parts: { choice: null } }],
    ['an answer with a list of something else', 'answer', { parts: { choice: ['tea', 4] } }],
    ['an answer whose date is no text', 'answer', { parts: { on: { on: null } } }],
    ['a settlement without an answer', 'resolve', { why: 'Asked again' }],
    ['a settlement of nothing', 'resolve', null],
    ['a note without words', 'note', { sense: 'seen' }],
    ['a note of an unknown sense', 'note', { sense: 'felt', words: 'Warm' }],
    ['a contact without a day', 'contact', null],
    ['a response without words', 'response', {}],
    ['a correction without a reason', 'correction', { part: 'words', words: 'Milk' }],
    ['a sign-off of nothing', 'sign-off', { blanks: 3 }],
  ])('%s is kept as it is and named', (_what, kind, value) => {
    const made = anAssessment().recording(kind, 'TOY-01', value)
    const before = structuredClone(made.entries())
    expect(made.record().unshowable).toEqual(before)
    expect(made.record().entries).toEqual(before)
  })

  it('is nothing of what this version records itself', () => {
    const known = anAssessment()
      .answering('TOY-01', {
        text: 'Tea',
        number: 2,
        many: ['a', 'b'],
        on: { on: '2026-03', about: true },
        contact: { name: 'Jo' },
        grid: { mon: 'yes' },
      })
      .leavingBlank('TOY-02', 'prefers-not-to-say', { why: 'Did not want to' })
      .resolving('TOY-01', TEA, 'Asked again')
      .retracting('TOY-01', 'A mistake')
      .meetingOn('c1', '2026-03-02')
      .responding('RULE-1', 'Looked at it')
      .recording('note', 'NOTE', { sense: 'smelled', words: 'Smoke', step: 'TOY' })
      .recording('correction', 'TOY-01', { part: 'words', words: 'Milk', why: 'Misheard' })
      .recording('sign-off', 'SIGN-OFF', { fingerprint: 'abc', blanks: 0 })
    expect(known.record().unshowable).toEqual([])
  })
})
