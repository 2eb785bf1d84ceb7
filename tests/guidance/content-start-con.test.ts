import { describe, expect, it } from 'vitest'
import type { PartValue } from '../../src/domain/answer.ts'
import { answerTo, compose } from '../../src/domain/compose.ts'
import { always } from '../../src/domain/condition.ts'
import { holds } from '../../src/domain/evaluate.ts'
import type { GuidancePack, Question } from '../../src/domain/question.ts'
import { recordOf } from '../../src/domain/record.ts'
import { viewOf } from '../../src/domain/view.ts'
import { PERSON_PARTS } from '../../src/guidance/v1/person-parts.ts'
import { chd } from '../../src/guidance/v1/steps/chd.ts'
import { con } from '../../src/guidance/v1/steps/con.ts'
import { pre } from '../../src/guidance/v1/steps/pre.ts'
import { start } from '../../src/guidance/v1/steps/start.ts'

const people: Question = {
  id: 'NET-01',
  step: 'NET',
  text: 'Who is here?',
  why: '',
  per: 'assessment',
  when: always,
  collects: 'person',
  thing: 'person',
  parts: PERSON_PARTS,
  blanks: [],
  basis: 'ask',
  topics: [],
  requirements: [],
}
const pack: GuidancePack = {
  id: 'content/1',
  steps: [start, pre, chd, con, { id: 'NET', name: '', group: '', questions: [people] }],
}

type Given = readonly [question: string, subject: string, parts: Record<string, PartValue>]

const ANN: Given = ['NET-01', 'ann', { part: 'subject' }]
const BEN: Given = ['NET-01', 'ben', { part: 'carer' }]
const UNBORN: Given = ['START-05', 'bump', { what: 'unborn' }]
const BABY: Given = ['START-05', 'kit', { what: 'child' }]
const CHILD: Given = ['START-05', 'mia', { what: 'child' }]
const born = (child: string, on: string): Given => ['CHD-01', child, { birth: { on } }]
const uses = (use: string, status: string): Given => ['CON-01', use, { status }]

/** The subjects that a question is asked about on 2 March 2026, given these answers. */
function askedAbout(id: string, ...given: readonly Given[]): readonly string[] {
  let seq = 0
  const by = {
    assessment: 'a',
    contact: 'c1',
    author: { id: 'u', name: '', role: '', agency: '' },
    device: 'd',
    guidancePack: pack.id,
    newId: () => `e${seq}`,
    nextSeq: () => ++seq,
    now: () => '2026-03-02T09:00:00.000Z',
  }
  const entries = given.map(([question, subject, parts]) => compose(by, answerTo({ question, subject }, { parts }, [])))
  const view = viewOf(recordOf(entries), pack, '2026-03-02', 'c1')
  const question = view.question(id)
  if (!question) throw new Error(`no question ${id}`)
  return view
    .subjects(question.per)
    .filter((s) => holds(question.when, view, s, new Set()))
    .map((s) => s.id)
}

describe('use', () => {
  it('is asked of every adult and every substance', () => {
    expect(askedAbout('CON-01', ANN, BEN)).toHaveLength(30)
  })

  it('opens the details of that substance of that adult only', () => {
    const given = [ANN, BEN, uses('ann:alcohol', 'now'), uses('ben:alcohol', 'never'), uses('ann:heroin', 'longer-ago')]
    expect(askedAbout('CON-02', ...given)).toEqual(['ann:alcohol'])
    expect(askedAbout('CON-12', ...given)).toEqual(['ann:heroin'])
    expect(askedAbout('CON-09', ...given)).toEqual(['ann'])
  })

  it('that is going down is asked what helps, as past use is', () => {
    const given = [ANN, uses('ann:cannabis', 'now')]
    expect(askedAbout('CON-08', ...given)).toEqual([])
    expect(askedAbout('CON-08', ...given, ['CON-07', 'ann:cannabis', { trend: 'down' }])).toEqual(['ann:cannabis'])
  })

  it('keeps the step open until what it means for each child is written', () => {
    expect(con.completion?.map((need) => need.question)).toEqual(['CON-16'])
  })

  it('asks where each born child is, but not where an unborn baby is', () => {
    expect(askedAbout('CON-15', ANN, BEN, UNBORN, CHILD, uses('ben:crack', 'now'))).toEqual(['ben:mia'])
  })
})

describe('pregnancy', () => {
  const pregnant: Given = ['PRE-01', 'ann', { status: 'pregnant' }]

  it('opens its questions for that adult, and use by both parents', () => {
    expect(askedAbout('PRE-02', ANN, BEN, pregnant)).toEqual(['ann'])
    expect(askedAbout('PRE-06', ANN, BEN, pregnant)).toEqual(['ann', 'ben'])
  })

  it('asks what is decided about a referral when only the other parent has used, and only long ago', () => {
    expect(askedAbout('PRE-10', ANN, BEN, pregnant)).toEqual([])
    expect(askedAbout('PRE-10', ANN, BEN, pregnant, ['PRE-06', 'ben', { use: 'past' }])).toEqual(['ann'])
  })

  it('plans the first days from week 28, or when the weeks are not known', () => {
    const given = [ANN, pregnant, uses('ann:alcohol', 'longer-ago')]
    expect(askedAbout('PRE-12', ...given)).toEqual(['ann'])
    expect(askedAbout('PRE-12', ...given, ['PRE-02', 'ann', { weeks: 27 }])).toEqual([])
    expect(askedAbout('PRE-12', ...given, ['PRE-02', 'ann', { weeks: 28 }])).toEqual(['ann'])
  })
})

describe('each child', () => {
  const given = [UNBORN, BABY, CHILD, born('kit', '2025-09-01'), born('mia', '2024-03-02')]

  it('is looked at once born', () => {
    expect(askedAbout('CHD-03', ...given)).toEqual(['kit', 'mia'])
    expect(askedAbout('START-11', UNBORN)).toEqual([])
    expect(askedAbout('START-11', ...given)).toEqual(['c1'])
  })

  it('speaks through cues until the second birthday, and in their own way from then on', () => {
    expect(askedAbout('CHD-06', ...given)).toEqual(['kit'])
    expect(askedAbout('CHD-05', ...given)).toEqual(['mia'])
    expect(askedAbout('CHD-08', ...given)).toEqual(['mia'])
  })

  it('whose age is not known is asked about in both ways', () => {
    expect(askedAbout('CHD-06', CHILD)).toEqual(['mia'])
    expect(askedAbout('CHD-05', CHILD)).toEqual(['mia'])
  })
})
