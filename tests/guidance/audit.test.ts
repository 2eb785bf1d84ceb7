import { describe, expect, it } from 'vitest'
import type { Answer, PartValue } from '../../src/domain/answer.ts'
import { auditBand, auditTotal, type Points, pointsOf } from '../../src/domain/audit.ts'
import type { Question } from '../../src/domain/question.ts'
import { auditQuestions } from '../../src/guidance/v1/steps/con-audit.ts'

const [short, rest] = auditQuestions as [Question, Question]
const answering = (question: Question, parts: Record<string, PartValue>): Answer => ({
  question: question.id,
  subject: 'ann',
  value: { parts },
  entry: {} as Answer['entry'],
})
const scored = (question: Question, parts: Record<string, PartValue>) => pointsOf(question, answering(question, parts))
/** In each item the option with this place. */
const all = (question: Question, place: number) =>
  Object.fromEntries(
    question.parts.flatMap((p) => (p.kind === 'single' ? [[p.id, p.options.at(place)?.id ?? '']] : [])),
  )
const total = (points: number): Points => ({ points, of: 40 })

describe('AUDIT-C', () => {
  it('goes from 0 to 12 points', () => {
    expect(scored(short, { q1: 'monthly', q2: '1-2', q3: 'never' })).toEqual({ points: 1, of: 12 })
    expect(scored(short, all(short, -1))).toEqual({ points: 12, of: 12 })
  })

  it('is 0 for somebody who never drinks, without the other two questions', () => {
    expect(scored(short, { q1: 'never' })).toEqual({ points: 0, of: 12 })
  })

  it('counts each answer from 0 to 4 in the order of the published instrument', () => {
    const q1 = ['monthly', '2-4-month', '2-3-week', '4-plus-week']
    expect(q1.map((o) => scored(short, { q1: o, q2: '1-2', q3: 'never' }))).toEqual(
      [1, 2, 3, 4].map((points) => ({ points, of: 12 })),
    )
    const q2 = ['1-2', '3-4', '5-6', '7-9', '10-plus']
    expect(q2.map((o) => scored(short, { q1: 'monthly', q2: o, q3: 'never' }))).toEqual(
      [1, 2, 3, 4, 5].map((points) => ({ points, of: 12 })),
    )
    const q3 = ['never', 'less-than-monthly', 'monthly', 'weekly', 'daily']
    expect(q3.map((o) => scored(short, { q1: 'monthly', q2: '1-2', q3: o }))).toEqual(
      [1, 2, 3, 4, 5].map((points) => ({ points, of: 12 })),
    )
  })

  it.each([
    ['the first', { q2: '10-plus', q3: 'daily' }],
    ['the second', { q1: '4-plus-week', q3: 'daily' }],
    ['the third', { q1: '4-plus-week', q2: '10-plus' }],
    ['any of the three', {}],
  ])('is not complete, and no part of a score, without %s', (_, parts) => {
    expect(scored(short, parts)).toBe('not-complete')
  })

  it('is not complete where an answer is none that this edition offers', () => {
    expect(scored(short, { q1: 'monthly', q2: 'a-few', q3: 'never' })).toBe('not-complete')
  })
})

describe('AUDIT', () => {
  it('goes from 0 to 40 points', () => {
    const most = auditTotal(scored(short, all(short, -1)), scored(rest, all(rest, -1)))
    expect(most).toEqual(total(40))
    expect(auditTotal(scored(short, { q1: 'never' }), scored(rest, all(rest, 0)))).toEqual(total(0))
  })

  it('counts an injury or a worry 0, 2 or 4', () => {
    const from = (q9: string) => scored(rest, { ...all(rest, 0), q9 })
    expect(['no', 'yes-before', 'yes-last-year'].map(from)).toEqual([0, 2, 4].map((points) => ({ points, of: 28 })))
  })

  it.each(rest.parts.map((p) => p.id))('is not complete without %s', (id) => {
    const { [id]: _, ...others } = all(rest, -1)
    expect(auditTotal(scored(short, all(short, -1)), scored(rest, others))).toBe('not-complete')
  })

  it.each([
    [0, 'lower'],
    [7, 'lower'],
    [8, 'increasing'],
    [15, 'increasing'],
    [16, 'higher'],
    [19, 'higher'],
    [20, 'possible-dependence'],
    [40, 'possible-dependence'],
  ] as const)('of %s points is in the UK band %s', (points, band) => {
    expect(auditBand(points)).toBe(band)
  })
})
