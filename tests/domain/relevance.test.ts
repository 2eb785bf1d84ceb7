import { describe, expect, it } from 'vitest'
import { answered } from '../../src/domain/condition.ts'
import { askedIn, isSafeToAskInPrivate, isStepRelevant } from '../../src/domain/relevance.ts'
import { anAssessment, BO } from '../builders/an-assessment.ts'
import { aPack, aQuestion, aStep, toyFamily } from '../builders/toy-guidance.ts'

const SAFE = { of: 'c1' }
const safe = () => anAssessment().answering('START-04', { safe: 'yes' }, SAFE)

describe('whether private questions can be asked', () => {
  it('is so on a plain yes for the contact that is open, and for no other contact', () => {
    expect(isSafeToAskInPrivate(safe().view('c1'))).toBe(true)
    expect(isSafeToAskInPrivate(safe().view('c2'))).toBe(false)
    expect(isSafeToAskInPrivate(safe().view('-'))).toBe(false)
  })

  it('is not so on another day than that of the contact, until it is asked again at a new one', () => {
    const before = anAssessment().meetingOn('c1', '2026-03-02').answering('START-04', { safe: 'yes' }, SAFE)
    expect(isSafeToAskInPrivate(before.view('c1', '2026-03-02'))).toBe(true)
    expect(isSafeToAskInPrivate(before.view('c1', '2026-03-09'))).toBe(false)
    const next = before.meetingOn('c2', '2026-03-09')
    expect(isSafeToAskInPrivate(next.view('c2', '2026-03-09'))).toBe(false)
    next.answering('START-04', { safe: 'yes' }, { of: 'c2' })
    expect(isSafeToAskInPrivate(next.view('c2', '2026-03-09'))).toBe(true)
  })

  it('is not so while nobody has said', () => {
    expect(isSafeToAskInPrivate(anAssessment().view())).toBe(false)
  })

  it.each(['not-now', 'not-sure', 'Yes', ''])('is not so on %j', (said) => {
    expect(isSafeToAskInPrivate(anAssessment().answering('START-04', { safe: said }, SAFE).view())).toBe(false)
  })

  it('is not so on yes among other things, or on a yes in another place', () => {
    expect(
      isSafeToAskInPrivate(
        anAssessment()
          .answering('START-04', { safe: ['yes'] }, SAFE)
          .view(),
      ),
    ).toBe(false)
    expect(isSafeToAskInPrivate(anAssessment().answering('START-04', { choice: 'yes' }, SAFE).view())).toBe(false)
  })

  it('is not so once the yes was taken back, or changed', () => {
    expect(isSafeToAskInPrivate(safe().retracting('START-04', 'He came in', SAFE).view())).toBe(false)
    expect(isSafeToAskInPrivate(safe().answering('START-04', { safe: 'not-now' }, SAFE).view())).toBe(false)
    expect(isSafeToAskInPrivate(safe().leavingBlank('START-04', 'not-asked', SAFE).view())).toBe(false)
  })

  it.each<[string, (made: ReturnType<typeof safe>) => ReturnType<typeof safe>]>([
    ['says not now', (made) => made.answering('START-04', { safe: 'not-now' }, { ...SAFE, by: BO, seen: [] })],
    ['left it blank', (made) => made.leavingBlank('START-04', 'not-asked', { ...SAFE, by: BO, seen: [] })],
    ['took it out', (made) => made.retracting('START-04', 'He is here', { ...SAFE, by: BO, seen: [] })],
    ['said what cannot be read', (made) => made.recording('answer', 'START-04', 7, { ...SAFE, by: BO, seen: [] })],
  ])('is not so when somebody else %s at the same time', (_what, beside) => {
    expect(isSafeToAskInPrivate(beside(safe()).view())).toBe(false)
  })

  it('is so when two people both say yes', () => {
    const both = safe().answering('START-04', { safe: 'yes' }, { ...SAFE, by: BO, seen: [] })
    expect(isSafeToAskInPrivate(both.view())).toBe(true)
  })
})

describe('what a step asks', () => {
  const step = aStep(
    'TOY',
    aQuestion('TOY-01'),
    aQuestion('TOY-02', { private: true }),
    aQuestion('TOY-03', { when: answered('TOY-01', 'choice', 'tea') }),
    aQuestion('TOY-04', { per: 'child' }),
  )
  const asked = (made: ReturnType<typeof anAssessment>, withPrivate?: boolean) =>
    askedIn(step, made.view(), new Set(), withPrivate).map((a) => [a.question.id, a.subjects.map((s) => s.id)])

  it('leaves private questions out until it is safe, unless they are wanted all the same', () => {
    expect(asked(anAssessment())).toEqual([['TOY-01', ['-']]])
    expect(asked(safe())).toEqual([
      ['TOY-01', ['-']],
      ['TOY-02', ['-']],
    ])
    expect(asked(anAssessment(), true)).toEqual(asked(safe()))
    expect(asked(safe(), false)).toEqual([['TOY-01', ['-']]])
  })

  it('asks what follows from an answer, and about each child', () => {
    const made = anAssessment(toyFamily)
      .answering('TOY-01', { choice: 'tea' })
      .answering('START-05', { what: 'child' }, { of: 'kim' })
      .answering('START-05', { what: 'child' }, { of: 'lee' })
    expect(askedIn(step, made.view(), new Set()).map((a) => [a.question.id, a.subjects.map((s) => s.id)])).toEqual([
      ['TOY-01', ['-']],
      ['TOY-03', ['-']],
      ['TOY-04', ['kim', 'lee']],
    ])
  })

  it('asks a condition about a question that this guidance does not have as not met', () => {
    const lonely = aStep('TOY', aQuestion('TOY-09', { when: answered('GONE-01', 'choice', 'tea') }))
    expect(askedIn(lonely, anAssessment(aPack(lonely)).view(), new Set())).toEqual([])
  })

  it('is relevant for a private question alone', () => {
    const secret = aStep('TOY', aQuestion('TOY-02', { private: true }))
    const view = anAssessment(aPack(secret)).view()
    expect(askedIn(secret, view, new Set())).toEqual([])
    expect(isStepRelevant(secret, view, new Set())).toBe(true)
    expect(isStepRelevant(aStep('TOY', aQuestion('TOY-04', { per: 'child' })), view, new Set())).toBe(false)
  })
})
