import { describe, expect, it } from 'vitest'
import type { Finding, RuleFamily } from '../../src/domain/finding.ts'
import { canAnalyse, progressOf, unknownsOf } from '../../src/domain/progress.ts'
import { BLANKS, type GuidancePack } from '../../src/domain/question.ts'
import { type AnAssessment, anAssessment, BO } from '../builders/an-assessment.ts'
import { aCollection, aPack, aQuestion, aStep, toyFamily, toyGuidance } from '../builders/toy-guidance.ts'

const TEA = { choice: 'tea' }
const raising = (family: RuleFamily, question: string, subject = '-'): Finding => ({
  rule: { id: 'SP-01', family, when: '', prompt: '', topics: [], requirements: [], check: () => [] },
  evidence: [{ subject, because: [{ question, subject }] }],
})
const progress = (made: AnAssessment, findings: Finding[] = []) =>
  progressOf(made.view().pack, made.view(), findings)[0]
const status = (made: AnAssessment, ...findings: Finding[]) => progress(made, findings)?.status
const all = () => anAssessment().answering('TOY-01', TEA).answering('TOY-02', TEA).answering('TOY-03', TEA)

describe('how far a step is', () => {
  it('is not started while nobody has touched it', () => {
    expect(progress(anAssessment())).toEqual({
      step: 'TOY',
      status: 'not-started',
      asked: 3,
      done: 0,
      coreOpen: 1,
      conflicts: 0,
      outstanding: [],
    })
  })

  it('is in progress when something is open', () => {
    expect(progress(anAssessment().answering('TOY-01', TEA))).toEqual({
      step: 'TOY',
      status: 'in-progress',
      asked: 3,
      done: 1,
      coreOpen: 0,
      conflicts: 0,
      outstanding: [],
    })
    expect(status(anAssessment().answering('TOY-02', TEA))).toBe('in-progress')
  })

  it('needs attention when all that is left is of the core set', () => {
    const left = anAssessment().answering('TOY-02', TEA).answering('TOY-03', TEA)
    expect(progress(left)).toEqual({
      step: 'TOY',
      status: 'needs-attention',
      asked: 3,
      done: 2,
      coreOpen: 1,
      conflicts: 0,
      outstanding: [],
    })
  })

  it('is completed when everything asked is done, private questions included', () => {
    expect(progress(all())).toEqual({
      step: 'TOY',
      status: 'completed',
      asked: 3,
      done: 3,
      coreOpen: 0,
      conflicts: 0,
      outstanding: [],
    })
  })

  it.each(BLANKS)('counts the honest blank %s as done', (blank) => {
    expect(status(all().leavingBlank('TOY-01', blank))).toBe('completed')
  })

  it('does not count what was taken out', () => {
    expect(progress(all().retracting('TOY-02', 'A mistake'))).toMatchObject({ status: 'in-progress', done: 2 })
  })

  it('needs attention when two people disagree, also while other things are open', () => {
    const disputed = anAssessment()
      .answering('TOY-02', TEA)
      .answering('TOY-02', { choice: 'milk' }, { by: BO, seen: [] })
    expect(status(disputed)).toBe('needs-attention')
    expect(status(disputed.answering('TOY-01', TEA).answering('TOY-03', TEA))).toBe('needs-attention')
    expect(status(disputed.resolving('TOY-02', TEA, 'Asked again'))).toBe('completed')
  })

  it('needs attention while a safety prompt from here is open, and not once somebody answered it', () => {
    expect(status(all(), raising('safety', 'TOY-02'))).toBe('needs-attention')
    expect(status(all(), raising('safety', 'GONE-01'))).toBe('completed')
    expect(status(all(), raising('contradiction', 'TOY-02'))).toBe('completed')
    expect(status(all().responding('SP-01', 'Rang the duty worker'), raising('safety', 'TOY-02'))).toBe('completed')
  })

  it('needs attention for a prompt about another child than the one that was answered', () => {
    const looked = all().responding('SP-01', 'Rang the duty worker', { of: 'kim' })
    expect(status(looked, raising('safety', 'TOY-02', 'lee'))).toBe('needs-attention')
  })
})

describe('how far a step with a collection is', () => {
  const people = aPack(aStep('NET', aCollection('NET-01', 'person')))
  const named = () => anAssessment(people).answering('NET-01', { label: 'Ann' }, { of: 'ann' })

  it('is done with one thing, or with a blank for the whole', () => {
    expect(status(named())).toBe('completed')
    expect(status(anAssessment(people).leavingBlank('NET-01', 'asked-none'))).toBe('completed')
  })

  it('is not done when the only thing was taken out', () => {
    expect(status(named().retracting('NET-01', 'Not a person', { of: 'ann' }))).toBe('not-started')
  })

  it('needs attention when two people disagree about a thing in it', () => {
    expect(status(named().answering('NET-01', { label: 'Anne' }, { of: 'ann', by: BO, seen: [] }))).toBe(
      'needs-attention',
    )
  })

  it('counts what was added to it through another question', () => {
    const pack = aPack(
      aStep('NET', aCollection('NET-01', 'person')),
      aStep('START', aQuestion('START-08', { collects: 'person', addsTo: 'NET-01' })),
    )
    const made = anAssessment(pack).answering('NET-01', { label: 'Ann' }, { of: 'ann' })
    expect(progressOf(pack, made.view(), []).map((s) => s.status)).toEqual(['completed', 'completed'])
    expect(unknownsOf(pack, anAssessment(pack).view(), new Set())).toEqual([
      { question: 'NET-01', subject: '-', blank: 'unanswered' },
    ])
  })
})

describe('the analysis', () => {
  const pack = aPack(...toyFamily.steps, aStep('ANA', aQuestion('ANA-01')))
  const family = () =>
    anAssessment(pack)
      .answering('START-05', { what: 'child' }, { of: 'kim' })
      .answering('TRI-08', { label: 'Says none' }, { of: 'one' })
  const ana = (made: AnAssessment) => progressOf(pack, made.view(), [])[1]?.status
  const checked = (finding: Record<string, string>) => family().answering('TRI-02', finding, { of: 'one:f1' })

  it('cannot start without a child and a claim that somebody checked', () => {
    expect(ana(anAssessment(pack))).toBe('cannot-start')
    expect(ana(family())).toBe('cannot-start')
    expect(ana(checked({ finding: 'agrees' }))).toBe('not-started')
    expect(ana(checked({ finding: 'says-nothing' }).answering('ANA-01', TEA))).toBe('completed')
  })

  it.each([{ finding: 'not-sought' }, { source: 'record' }])('cannot start on %j', (finding) => {
    expect(canAnalyse(checked(finding).view())).toBe(false)
  })

  it('cannot start when the check belongs to no claim of this record, or the child was taken out', () => {
    expect(canAnalyse(family().answering('TRI-02', { finding: 'agrees' }, { of: 'gone:f1' }).view())).toBe(false)
    expect(
      canAnalyse(checked({ finding: 'agrees' }).retracting('START-05', 'No such child', { of: 'kim' }).view()),
    ).toBe(false)
  })
})

describe('what is not known', () => {
  const unknowns = (made: AnAssessment, pack: GuidancePack = toyGuidance) =>
    unknownsOf(pack, made.view(), new Set()).map((u) => [u.question, u.subject, u.blank, u.why])

  it('is everything while nothing was asked, private questions included', () => {
    expect(unknowns(anAssessment())).toEqual([
      ['TOY-01', '-', 'unanswered', undefined],
      ['TOY-02', '-', 'unanswered', undefined],
      ['TOY-03', '-', 'unanswered', undefined],
    ])
  })

  it.each(['not-asked', 'not-known', 'prefers-not-to-say', 'not-seen'] as const)('is %s, with the reason', (blank) => {
    const made = all().leavingBlank('TOY-02', blank, { why: 'Her mother was there' })
    expect(unknowns(made)).toEqual([['TOY-02', '-', blank, 'Her mother was there']])
  })

  it('is not "asked, none", nor an answer', () => {
    expect(unknowns(all().leavingBlank('TOY-02', 'asked-none'))).toEqual([])
  })

  it('is still unknown when one of two people left it blank', () => {
    const made = all().leavingBlank('TOY-02', 'not-known', { by: BO, seen: [] })
    expect(unknowns(made)).toEqual([['TOY-02', '-', 'not-known', undefined]])
  })

  it('is what was taken out again', () => {
    expect(unknowns(all().retracting('TOY-02', 'A mistake'))).toEqual([['TOY-02', '-', 'unanswered', undefined]])
  })

  it('is asked about each child', () => {
    const made = anAssessment(toyFamily)
      .answering('START-05', { what: 'child' }, { of: 'kim' })
      .answering('START-05', { what: 'child' }, { of: 'lee' })
      .answering('TOY-04', TEA, { of: 'kim' })
    expect(unknowns(made, toyFamily)).toContainEqual(['TOY-04', 'lee', 'unanswered', undefined])
    expect(unknowns(made, toyFamily)).not.toContainEqual(['TOY-04', 'kim', 'unanswered', undefined])
  })
})
