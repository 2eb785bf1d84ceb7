import { describe, expect, it } from 'vitest'
import { all, always, answered, any, type Condition, not } from '../../src/domain/condition.ts'
import type { GuidancePack, Question } from '../../src/domain/question.ts'
import { type Circumstances, recordShowing, viewOfShowing } from '../../src/domain/witness.ts'

const base: Question = {
  id: 'TOY-01',
  step: 'TOY',
  text: 'Toy?',
  why: 'Toy',
  per: 'assessment',
  when: always,
  parts: [
    {
      id: 'choice',
      kind: 'single',
      options: [
        { id: 'tea', label: 'Tea' },
        { id: 'milk', label: 'Milk' },
      ],
    },
    {
      id: 'many',
      kind: 'multi',
      options: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    },
    { id: 'cups', kind: 'number', min: 0, max: 9 },
    { id: 'days', kind: 'grid', rows: [{ id: 'mon', label: 'Monday' }], cells: [{ id: 'yes', label: 'Yes' }] },
  ],
  blanks: [],
  basis: 'said',
  topics: [],
  requirements: [],
}
const pack: GuidancePack = {
  id: 'toy/1',
  steps: [
    {
      id: 'TOY',
      name: 'Toy',
      group: 'Toy',
      questions: [
        base,
        { ...base, id: 'TOY-02', per: 'claim', collects: 'item', thing: 'finding' },
        { ...base, id: 'TOY-03', per: 'use', subjectRows: [{ id: 'alcohol', label: 'Alcohol' }] },
        { ...base, id: 'NET-01', collects: 'person', thing: 'person' },
      ],
    },
  ],
}
const circumstances: Circumstances = {
  pack,
  today: '2026-03-02',
  raisedIn: (view) =>
    new Set(
      view.answers('TOY-01').some((a) => 'parts' in a.value && a.value.parts.cups === 9) ? ['SP-01', 'LN2-1'] : [],
    ),
  raisedBy: {
    SP: { k: 'number', question: 'TOY-01', part: 'cups', min: 9 },
    LN: { k: 'number', question: 'TOY-01', part: 'cups', min: 9 },
  },
}
const asked = (when: Condition, more: Partial<Question> = {}): Question => ({ ...base, id: 'TOY-09', when, ...more })
const shown = (when: Condition, more: Partial<Question> = {}) => recordShowing(asked(when, more), circumstances)

describe('a record in which a question is asked', () => {
  it.each<[string, Condition, Partial<Question>]>([
    ['always', always, { per: 'adult-child' }],
    ['an option', answered('TOY-01', 'choice', 'tea'), {}],
    ['two options of a multiple choice', all(answered('TOY-01', 'many', 'a'), answered('TOY-01', 'many', 'b')), {}],
    ['a cell', { k: 'cell', question: 'TOY-01', part: 'days', is: ['yes'] }, {}],
    ['a finding under a claim', answered('TOY-02', 'choice', 'milk'), { per: 'claim' }],
    ['a use of an adult', answered('TOY-03', 'choice', 'tea'), { per: 'adult' }],
    ['a child of some age', { k: 'age', minMonths: 24, maxMonths: 60 }, { per: 'child' }],
    ['an unborn baby', { k: 'unborn' }, { per: 'child' }],
    ['weeks of pregnancy', { k: 'weeks', min: 28 }, {}],
    ['two adults', { k: 'count', of: 'adult', min: 2 }, {}],
    ['a later contact', { k: 'later-contact' }, { per: 'contact' }],
    ['a raised rule', { k: 'raised', prefix: 'SP-' }, {}],
    ['a level below the prompt', { k: 'below-prompted-level' }, {}],
    ['not born yet', not({ k: 'age', minMonths: 0 }), { per: 'child' }],
    ['either of which one cannot be', any(all(), not(always)), {}],
    ['someone who is not an adult of this', answered('NET-01', 'part', 'other'), { per: 'person' }],
    ['private', always, { private: true }],
  ])('is found for %s', (_name, when, more) => {
    expect(shown(when, more)).not.toBeNull()
  })

  it.each<[string, Condition, Partial<Question>]>([
    [
      'an option and not that option',
      all(answered('TOY-01', 'choice', 'tea'), not(answered('TOY-01', 'choice', 'tea'))),
      {},
    ],
    [
      'two options of a single choice',
      all(answered('TOY-01', 'choice', 'tea'), answered('TOY-01', 'choice', 'milk')),
      {},
    ],
    ['a child born and unborn', all({ k: 'unborn' }, { k: 'age', minMonths: 1 }), { per: 'child' }],
    ['never', not(always), {}],
    ['a part that is not there', { k: 'cell', question: 'TOY-01', part: 'gone', is: ['yes'] }, {}],
  ])('is not found for %s', (_name, when, more) => {
    expect(shown(when, more)).toBeNull()
  })

  it('gives answers from which the question is asked about the subject it names', () => {
    const showing = shown({ k: 'age', minMonths: 24, maxMonths: 60 }, { per: 'child' })
    if (!showing) throw new Error('no showing')
    const view = viewOfShowing(showing, circumstances)
    expect(view.subjects('child').map((s) => s.id)).toEqual([showing.subject])
    expect(view.ageInMonths(showing.subject)).toBe(24)
  })

  it('opens the second contact for a question of later contacts', () => {
    const showing = shown({ k: 'later-contact' }, { per: 'contact' })
    expect(showing?.contact).toBe('contact-2')
    expect(showing?.subject).toBe('contact-2')
  })
})
