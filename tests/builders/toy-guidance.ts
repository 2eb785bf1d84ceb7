import { always } from '../../src/domain/condition.ts'
import type { GuidancePack, Question, Step, SubjectKind } from '../../src/domain/question.ts'

/** A question of the toy guidance: one choice, one text, every blank. */
export const aQuestion = (id: string, over: Partial<Question> = {}): Question => ({
  id,
  step: 'TOY',
  text: `${id}?`,
  why: 'For the test',
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
    { id: 'words', kind: 'text' },
  ],
  blanks: ['not-asked', 'not-known', 'prefers-not-to-say', 'not-seen', 'asked-none'],
  basis: 'said',
  topics: [],
  requirements: [],
  ...over,
})

/** A question that holds a collection. */
export const aCollection = (id: string, collects: Question['collects'] & string, per: SubjectKind = 'assessment') =>
  aQuestion(id, { collects, per, thing: collects })

export const aStep = (id: string, ...questions: Question[]): Step => ({
  id,
  name: id,
  group: 'Toy',
  questions: questions.map((q) => ({ ...q, step: id })),
})
export const aPack = (...steps: Step[]): GuidancePack => ({ id: 'toy/1', steps })

/** Three questions: one of the core set, one open, one private. */
export const toyGuidance = aPack(
  aStep('TOY', aQuestion('TOY-01', { core: true }), aQuestion('TOY-02'), aQuestion('TOY-03', { private: true })),
)

/** The collections that every record has, with a toy question about each child. */
export const toyFamily = aPack(
  aStep(
    'TOY',
    aCollection('START-05', 'child'),
    aCollection('NET-01', 'person'),
    aCollection('TRI-08', 'claim'),
    aCollection('TRI-02', 'item', 'claim'),
    aQuestion('TOY-04', { per: 'child' }),
  ),
)
