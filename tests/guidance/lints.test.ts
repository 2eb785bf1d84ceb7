import { describe, expect, it } from 'vitest'
import { all, answered, not } from '../../src/domain/condition.ts'
import { findingsOf, raisedIds } from '../../src/domain/finding.ts'
import type { Derivation, Question } from '../../src/domain/question.ts'
import { HOMES } from '../../src/domain/subjects.ts'
import { type Circumstances, recordShowing } from '../../src/domain/witness.ts'
import { requirements } from '../../src/guidance/v1/requirements.ts'
import { ACTION_IDEAS, ADDED_PARTS, ADDED_QUESTIONS, packV1, rules, TOPICS } from '../../src/guidance/whole.ts'
import {
  brokenAdditions,
  brokenShapes,
  danglingConditions,
  danglingDerivations,
  danglingPartConditions,
  forbiddenWords,
  misplacedIds,
  textsOf,
  unknownTopics,
  withoutSource,
} from './pack-lints.ts'

const questions = packV1.steps.flatMap((s) => s.questions)
const ids = new Set(questions.map((q) => q.id))
const requirementIds = new Set(requirements.map((r) => r.id))
const ruleIds = rules.map((r) => r.id)

/** Step by step: how many questions the original set has, numbered from 01, and which of them are core. */
const ORIGINAL: Record<string, { questions: number; core: readonly number[] }> = {
  START: { questions: 8, core: [1, 2, 3, 4, 5] },
  ENG: { questions: 10, core: [4] },
  PRE: { questions: 13, core: [1, 2, 4, 5, 6, 10] },
  CHD: { questions: 13, core: [1, 2, 3, 5, 6, 8] },
  CON: { questions: 15, core: [1, 2, 3, 5, 6, 9, 10, 11, 14, 15] },
  CAP: { questions: 12, core: [1, 3, 4, 11] },
  NET: { questions: 14, core: [1, 2, 3, 4, 5, 9, 12] },
  ADV: { questions: 9, core: [1, 7] },
  PRO: { questions: 9, core: [4, 9] },
  SLP: { questions: 11, core: [1, 2, 3, 5, 6, 7, 9] },
  SAF: { questions: 8, core: [1, 6] },
  AGY: { questions: 9, core: [1, 4, 5] },
  TRI: { questions: 7, core: [1, 2, 6] },
  ANA: { questions: 9, core: [3, 6, 7, 9] },
  PLN: { questions: 10, core: [1, 4] },
  REV: { questions: 7, core: [1] },
  SUP: { questions: 6, core: [] },
}
const idIn = (step: string, n: number): string => `${step}-${String(n).padStart(2, '0')}`
const originalIds = Object.entries(ORIGINAL).flatMap(([step, { questions: n }]) =>
  Array.from({ length: n }, (_, i) => idIn(step, i + 1)),
)

describe('the question set', () => {
  it('has its seventeen steps in order', () => {
    expect(packV1.steps.map((s) => s.id)).toEqual(Object.keys(ORIGINAL))
  })

  it('holds every question of the original set', () => {
    expect(originalIds).toHaveLength(170)
    expect(originalIds.filter((id) => !ids.has(id))).toEqual([])
  })

  it('holds beyond these exactly the questions that the change log lists', () => {
    const added = [...ids].filter((id) => !originalIds.includes(id))
    expect(added.sort()).toEqual(ADDED_QUESTIONS.map((a) => a.question).sort())
  })

  it('lists as added only parts that are there', () => {
    const gone = ADDED_PARTS.flatMap(({ question: id, parts }) => {
      const there = questions.find((q) => q.id === id)?.parts ?? []
      return parts.filter((p) => !there.some((x) => x.id === p && x.optional)).map((p) => `${id}.${p}`)
    })
    expect(gone).toEqual([])
  })

  it('keeps the core set for a first contact', () => {
    const core = questions.filter((q) => q.core && originalIds.includes(q.id)).map((q) => q.id)
    const meant = Object.entries(ORIGINAL).flatMap(([step, { core: n }]) => n.map((x) => idIn(step, x)))
    expect(core.sort()).toEqual(meant.sort())
  })

  it('keeps what could endanger somebody if it were read hidden until it is safe', () => {
    const open = ['ADV-03', 'ADV-06', 'ADV-07', 'NET-06', 'TRI-01', 'CHD-08'].filter(
      (id) => !questions.find((q) => q.id === id)?.private,
    )
    expect(open).toEqual([])
  })

  it('collects each kind of thing where the record looks for it', () => {
    const homes = Object.entries(HOMES).map(([, id]) => [questions.find((q) => q.id === id)?.collects, id])
    expect(homes).toEqual(Object.entries(HOMES))
  })
})

describe('every pack', () => {
  it('has each question once and in its own step', () => expect(misplacedIds(packV1)).toEqual([]))
  it('has well-formed parts, options, grids and collections', () => expect(brokenShapes(packV1)).toEqual([]))
  it('shows parts by options that exist', () => expect(danglingPartConditions(packV1)).toEqual([]))
  it('shows questions by what exists', () => expect(danglingConditions(packV1, ruleIds)).toEqual([]))
  it('derives numbers from parts that exist', () => expect(danglingDerivations(packV1)).toEqual([]))
  it('adds only to collections of the same form', () => expect(brokenAdditions(packV1)).toEqual([]))
  it('names topics that exist', () => expect(unknownTopics(packV1, TOPICS)).toEqual([]))
  it('gives every question a source', () => expect(withoutSource(packV1, requirementIds)).toEqual([]))

  it('uses no word that shames or accuses', () => {
    const others = [
      ...rules.flatMap((r) => [r.when, r.prompt]),
      ...ACTION_IDEAS.map((a) => a.text),
      ...requirements.map((r) => r.says),
    ]
    expect(forbiddenWords([...textsOf(packV1), ...others])).toEqual([])
  })
})

const circumstances: Circumstances = {
  pack: packV1,
  today: '2026-11-02',
  raisedIn: (view) => raisedIds(findingsOf(rules, view)),
  raisedBy: { 'SP-': answered('START-10', 'danger', 'yes'), LN: answered('CON-01', 'status', 'now') },
}

describe('a way to every question', () => {
  it.each(questions.map((q) => [q.id, q] as const))('%s can be asked', (_id, question) => {
    expect(recordShowing(question, circumstances)).not.toBeNull()
  })

  it('tells a question that can never be asked', () => {
    const danger = answered('START-10', 'danger', 'yes')
    expect(recordShowing(changed('START-01', { when: all(danger, not(danger)) }), circumstances)).toBeNull()
  })
})

describe('the lints themselves', () => {
  const withChanged = (id: string, change: Partial<Question>) => ({
    ...packV1,
    steps: packV1.steps.map((s) => ({
      ...s,
      questions: s.questions.map((q) => (q.id === id ? { ...q, ...change } : q)),
    })),
  })
  const yes = { id: 'yes', label: 'Yes' }
  const single = { id: 'a', kind: 'single', options: [yes] } as const

  it('tell a question twice, or in a step of another', () => {
    expect(misplacedIds(withChanged('ANA-04', { id: 'ANA-05' }))).toEqual(['ANA-05 is there twice'])
    expect(misplacedIds(withChanged('ANA-04', { id: 'PLN-99' }))).toEqual(['PLN-99 does not belong to ANA'])
  })

  it('tell a part or an option twice, a grid without rows and a nameless collection', () => {
    const broken = withChanged('ANA-04', {
      collects: 'item',
      parts: [
        { id: 'a', kind: 'single', options: [yes, yes] },
        { id: 'a', kind: 'grid', rows: [], cells: [yes] },
      ],
    })
    expect(brokenShapes(broken)).toEqual([
      'ANA-04: part a is there twice',
      'ANA-04: option yes is there twice',
      'ANA-04: a offers nothing to choose',
      'ANA-04: a collection without a word for one thing',
    ])
  })

  it('tell a part that waits for nothing that is there', () => {
    const waiting = (part: string, is: string) =>
      withChanged('ANA-04', { parts: [single, { id: 'b', kind: 'text', when: { part, is: [is] } }] })
    expect(danglingPartConditions(waiting('gone', 'yes'))).toEqual([
      'ANA-04: b waits for part gone, which is not there',
    ])
    expect(danglingPartConditions(waiting('a', 'gone'))).toEqual(['ANA-04: b waits for option gone of a, not offered'])
    expect(danglingPartConditions(waiting('a', 'yes'))).toEqual([])
  })

  it.each([
    ['a question', answered('ANA-99', 'level', 'tier-1')],
    ['a part', answered('ANA-06', 'gone', 'tier-1')],
    ['an option', answered('ANA-06', 'level', 'tier-9')],
    ['a row', { k: 'cell', question: 'ANA-02', part: 'ways', row: 'gone', is: ['low'] } as const],
    ['a cell', { k: 'cell', question: 'ANA-02', part: 'ways', is: ['gone'] } as const],
    ['a rule', { k: 'raised', prefix: 'ZZ-' } as const],
    ['a number that is none', { k: 'number', question: 'ANA-06', part: 'level', min: 1 } as const],
  ])('tell a condition on %s that is not there', (_what, when) => {
    expect(danglingConditions(withChanged('ANA-04', { when }), ruleIds)).toHaveLength(1)
  })

  it('tell an addition to no collection, an unknown topic and a missing or unknown source', () => {
    expect(brokenAdditions(withChanged('ANA-04', { addsTo: 'ANA-05' }))).toHaveLength(1)
    expect(unknownTopics(withChanged('ANA-04', { topics: ['K-NONE'] }), TOPICS)).toEqual(['ANA-04: no topic K-NONE'])
    expect(withoutSource(withChanged('ANA-04', { requirements: [] }), requirementIds)).toHaveLength(1)
    expect(withoutSource(withChanged('ANA-04', { requirements: ['ZZ-01'] }), requirementIds)).toHaveLength(1)
  })

  it('tell a number that follows from what is not there, or from another kind of part', () => {
    const number = (derived: Derivation) => ({
      parts: [{ id: 'n', kind: 'number', min: 0, max: 7, derived } as const, { id: 't', kind: 'text' } as const],
    })
    expect(danglingDerivations(withChanged('ANA-04', number({ k: 'units', of: 't' })))).toEqual([
      'ANA-04.n: t is no drinks',
    ])
    expect(danglingDerivations(withChanged('ANA-04', number({ k: 'sum', of: ['gone', 't'] })))).toHaveLength(2)
  })

  it('tell a question that waits for points which nothing gives', () => {
    const when = { k: 'points', question: 'CON-17', parts: ['q1', 'q9'], min: 5 } as const
    expect(danglingConditions(withChanged('ANA-04', { when }), ruleIds)).toEqual([
      'ANA-04 is shown when CON-17.q9: no points',
    ])
  })

  it('tell the words that shame', () => {
    const bad = ['The mum is here', 'She denies it', 'He is clean now', 'They failed to attend', 'Non-compliant']
    expect(forbiddenWords(bad)).toEqual(bad)
    expect(forbiddenWords(['Cleanliness of the child', 'The child was not brought'])).toEqual([])
  })
})

function changed(id: string, change: Partial<Question>): Question {
  const question = questions.find((q) => q.id === id)
  if (!question) throw new Error(`no question ${id}`)
  return { ...question, ...change }
}
