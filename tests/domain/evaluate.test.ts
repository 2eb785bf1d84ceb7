import { describe, expect, it } from 'vitest'
import type { PartValue } from '../../src/domain/answer.ts'
import { answerTo, compose } from '../../src/domain/compose.ts'
import { answered, answeredAnywhere, type Condition } from '../../src/domain/condition.ts'
import { holds } from '../../src/domain/evaluate.ts'
import type { GuidancePack, Question, SubjectKind } from '../../src/domain/question.ts'
import { recordOf } from '../../src/domain/record.ts'
import { viewOf } from '../../src/domain/view.ts'

const question = (id: string, per: SubjectKind, more: Partial<Question> = {}): Question => ({
  id,
  step: 'TOY',
  text: id,
  why: id,
  per,
  when: { k: 'always' },
  parts: [{ id: 'choice', kind: 'single', options: [] }],
  blanks: [],
  basis: 'said',
  topics: [],
  requirements: [],
  ...more,
})

const toy: GuidancePack = {
  id: 'toy/1',
  steps: [
    {
      id: 'TOY',
      name: 'Toy',
      group: 'Toy',
      questions: [
        question('NET-01', 'assessment', { collects: 'person' }),
        question('TRI-08', 'assessment', { collects: 'claim' }),
        question('TRI-02', 'claim', { collects: 'item' }),
        question('CON-01', 'use', { subjectRows: [{ id: 'alcohol', label: 'Alcohol' }] }),
        question('CAP-02', 'adult-child'),
      ],
    },
  ],
}

type Given = readonly [question: string, subject: string, parts: Record<string, PartValue>]

const adult = (id: string): Given => ['NET-01', id, { part: 'subject' }]

/** The ids of the subjects for which a condition holds, given these answers. */
function holding(condition: Condition, kind: SubjectKind, ...given: readonly Given[]): readonly string[] {
  let seq = 0
  const by = {
    assessment: 'a',
    contact: 'c1',
    author: { id: 'u', name: '', role: '', agency: '' },
    device: 'd',
    guidancePack: toy.id,
    newId: () => `e${seq}`,
    nextSeq: () => ++seq,
    now: () => '2026-03-02T09:00:00.000Z',
  }
  const entries = given.map(([q, subject, parts]) => compose(by, answerTo({ question: q, subject }, { parts }, [])))
  const view = viewOf(recordOf(entries), toy, '2026-03-02', 'c1')
  return view
    .subjects(kind)
    .filter((s) => holds(condition, view, s, new Set()))
    .map((s) => s.id)
}

describe('which answers a condition reads', () => {
  const contradicted = answered('TRI-02', 'finding', 'contradicts')
  const claims: Given[] = [
    ['TRI-08', 'one', { label: 'Says none since May' }],
    ['TRI-08', 'two', { label: 'Says a cot is used' }],
  ]

  it('reads what was collected under this claim, and not what was collected under another', () => {
    const findings: Given[] = [
      ['TRI-02', 'one:f1', { finding: 'agrees' }],
      ['TRI-02', 'two:f2', { finding: 'contradicts' }],
    ]
    expect(holding(contradicted, 'claim', ...claims, ...findings)).toEqual(['two'])
  })

  it('holds for no claim while nothing was collected', () => {
    expect(holding(contradicted, 'claim', ...claims)).toEqual([])
  })

  it('reads a thing itself when it is the current subject', () => {
    const people: Given[] = [adult('ann'), ['NET-01', 'bo', { part: 'carer' }]]
    expect(holding(answered('NET-01', 'part', 'carer'), 'person', ...people)).toEqual(['bo'])
  })

  it('reads for an adult what is about any of their own substances', () => {
    const use: Given = ['CON-01', 'ann:alcohol', { status: 'now' }]
    expect(holding(answered('CON-01', 'status', 'now'), 'adult', adult('ann'), adult('bo'), use)).toEqual(['ann'])
  })

  it('reads for a child what is about that child with any adult', () => {
    const children: Given[] = [
      ['START-05', 'kim', { what: 'child' }],
      ['START-05', 'lee', { what: 'child' }],
    ]
    const care: Given = ['CAP-02', 'ann:lee', { choice: 'always' }]
    expect(holding(answered('CAP-02', 'choice', 'always'), 'child', adult('ann'), ...children, care)).toEqual(['lee'])
  })

  it('reads everybody when it says anywhere', () => {
    const use: Given = ['CON-01', 'ann:alcohol', { status: 'now' }]
    const anybody = answeredAnywhere('CON-01', 'status', 'now')
    expect(holding(anybody, 'adult', adult('ann'), adult('bo'), use)).toEqual(['ann', 'bo'])
  })
})
