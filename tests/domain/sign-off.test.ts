import { describe, expect, it } from 'vitest'
import { claimsOf } from '../../src/domain/claims.ts'
import type { Finding, RuleFamily } from '../../src/domain/finding.ts'
import { blockersOf } from '../../src/domain/sign-off.ts'
import { type AnAssessment, anAssessment, BO, TODAY } from '../builders/an-assessment.ts'
import { aCollection, aPack, aQuestion, aStep } from '../builders/toy-guidance.ts'

const pack = aPack(
  aStep(
    'TRI',
    aCollection('TRI-08', 'claim'),
    aCollection('TRI-02', 'item', 'claim'),
    ...['TRI-04', 'TRI-05', 'TRI-06'].map((id) => aQuestion(id, { per: 'claim' })),
    aCollection('CHD-08', 'item', 'child'),
    aQuestion('TOY-01'),
  ),
)
const made = () => anAssessment(pack)
const blockers = (a: AnAssessment, ...findings: Finding[]) => blockersOf(a.view(), findings)
const raising = (family: RuleFamily, ...subjects: string[]): Finding => ({
  rule: { id: 'SP-01', family, when: '', prompt: '', topics: [], requirements: [], check: () => [] },
  evidence: subjects.map((subject) => ({ subject, because: [] })),
})
const claim = (finding: string, source = 'record', over: Record<string, string> = {}) =>
  made()
    .answering('TRI-08', { label: 'Says none since May', ...over }, { of: 'one' })
    .answering('TRI-02', { source, finding }, { of: 'one:f1' })

describe('what stands in the way of a sign-off', () => {
  it('is nothing in an empty record, and no blank either', () => {
    expect(blockers(made())).toEqual([])
    expect(blockers(made().leavingBlank('TOY-01', 'not-known'))).toEqual([])
  })

  it('is a safety prompt, for each subject that nobody responded about', () => {
    const looked = made().responding('SP-01', 'Rang the duty worker', { of: 'kim' })
    expect(blockers(looked, raising('safety', 'kim', 'lee'))).toEqual([
      { kind: 'safety-prompt-unanswered', rule: 'SP-01', subject: 'lee' },
    ])
  })

  it.each(['contradiction', 'optimism', 'level'] as const)('is not a finding of the family %s', (family) => {
    expect(blockers(made(), raising(family, 'kim'))).toEqual([])
  })

  it('is what a child said and nobody acted on, even when one of two people wrote that somebody did', () => {
    const told = () => made().answering('CHD-08', { words: 'I hide under the bed' }, { of: 'kim:w1' })
    const slot = { question: 'CHD-08', subject: 'kim:w1' }
    expect(blockers(told())).toEqual([{ kind: 'child-said-and-nobody-acted', slot }])
    expect(blockers(told().answering('CHD-08', { words: 'I hide', done: ' ' }, { of: 'kim:w1' }))).toHaveLength(1)
    const acted = { words: 'I hide under the bed', done: 'Referred the same day' }
    expect(blockers(told().answering('CHD-08', acted, { of: 'kim:w1' }))).toEqual([])
    expect(blockers(told().answering('CHD-08', acted, { of: 'kim:w1', by: BO, seen: [] }))).toEqual([
      { kind: 'child-said-and-nobody-acted', slot },
      { kind: 'people-disagree', slot },
    ])
  })

  it('is not a thing said that has no words yet', () => {
    expect(blockers(made().answering('CHD-08', { to: 'Teacher' }, { of: 'kim:w1' }))).toEqual([])
  })

  it('is a claim that differs, until explanations, the adult’s answer and an analysis are written', () => {
    const open = (question: string) => ({
      kind: 'difference-not-looked-at',
      slot: { question, subject: 'one' },
    })
    const differs = claim('contradicts')
    expect(blockers(differs)).toEqual([open('TRI-04'), open('TRI-05'), open('TRI-06')])
    differs.answering('TRI-04', { words: 'A visitor smoked' }, { of: 'one' })
    differs.answering('TRI-04', { words: 'For another claim' }, { of: 'two' })
    expect(blockers(differs)).toEqual([open('TRI-05'), open('TRI-06')])
    differs.leavingBlank('TRI-05', 'not-asked', { of: 'one' })
    expect(blockers(differs)).toEqual([open('TRI-05'), open('TRI-06')])
    differs.answering('TRI-05', { words: 'Asked' }, { of: 'one' }).answering('TRI-06', { words: 'So' }, { of: 'one' })
    expect(blockers(differs)).toEqual([])
    expect(blockers(differs.retracting('TRI-06', 'Wrong claim', { of: 'one' }))).toEqual([open('TRI-06')])
  })

  it.each(['agrees', 'partly', 'says-nothing', 'not-sought'])('is not a claim of which a source %s', (finding) => {
    expect(blockers(claim(finding))).toEqual([])
  })

  it('is not a claim that was taken out', () => {
    expect(blockers(claim('contradicts').retracting('TRI-08', 'Never said', { of: 'one' }))).toEqual([])
  })

  it('is every slot on which people disagree, until somebody settles it', () => {
    const differ = made()
      .answering('TOY-01', { choice: 'tea' })
      .answering('TOY-01', { choice: 'milk' }, { by: BO, seen: [] })
    expect(blockers(differ)).toEqual([{ kind: 'people-disagree', slot: { question: 'TOY-01', subject: '-' } }])
    expect(blockers(differ.resolving('TOY-01', { choice: 'tea' }, 'Asked again'))).toEqual([])
  })

  it('is also an answer that somebody took out while another changed it', () => {
    const crossed = made()
      .answering('TOY-01', { choice: 'tea' })
      .retracting('TOY-01', 'A mistake')
      .answering('TOY-01', { choice: 'milk' }, { by: BO, seen: ['e1'] })
    expect(blockers(crossed)).toEqual([{ kind: 'people-disagree', slot: { question: 'TOY-01', subject: '-' } }])
  })
})

describe('the claims', () => {
  it('come with what each source says, those that differ first', () => {
    const two = claim('agrees', 'record', { topic: 'K-USE' })
      .answering('TRI-02', { source: 'adult', finding: 'agrees' }, { of: 'one:f2' })
      .answering('TRI-02', { source: 'adult' }, { of: 'one:f3' })
      .answering('TRI-08', { label: 'Says a cot is used' }, { of: 'two' })
      .answering('TRI-02', { source: 'child', finding: 'contradicts' }, { of: 'two:f4' })
    const said = (source: string, finding: string, subject: string) => ({
      source,
      finding,
      slot: { question: 'TRI-02', subject },
      on: TODAY,
      confidential: false,
      doubts: [],
    })
    expect(claimsOf(two.view())).toEqual([
      {
        subject: 'two',
        label: 'Says a cot is used',
        topics: [],
        status: 'differs',
        findings: [said('child', 'contradicts', 'two:f4')],
      },
      {
        subject: 'one',
        label: 'Says none since May',
        topics: ['K-USE'],
        status: 'supported',
        findings: [said('record', 'agrees', 'one:f1'), said('adult', 'agrees', 'one:f2')],
      },
    ])
  })

  it.each(['agrees', 'partly', 'contradicts', 'says-nothing', 'not-sought'])(
    'have the same status whether they reassure or worry (a source that %s)',
    (finding) => {
      const of = (polarity: string) => claimsOf(claim(finding, 'record', { polarity }).view()).map((c) => c.status)
      expect(of('says-yes')).toEqual(of('says-no'))
      expect(of('amount')).toEqual(of('says-no'))
    },
  )

  it('differ when one of two people found a contradiction in the same place', () => {
    const both = claim('agrees').answering(
      'TRI-02',
      { source: 'record', finding: 'contradicts' },
      { of: 'one:f1', by: BO, seen: [] },
    )
    expect(claimsOf(both.view()).map((c) => c.status)).toEqual(['differs'])
  })
})
