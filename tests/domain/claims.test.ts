import { describe, expect, it } from 'vitest'
import type { PartValue } from '../../src/domain/answer.ts'
import { FINDINGS, type FindingWord, SOURCES, type Source } from '../../src/domain/claim-status.ts'
import { claimsOf, needsRefreshing, newestIndependent, stillNeeded } from '../../src/domain/claims.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { recordOf } from '../../src/domain/record.ts'
import { viewOf } from '../../src/domain/view.ts'
import { type AnAssessment, anAssessment, BO, TODAY } from '../builders/an-assessment.ts'
import { seeded, shuffled } from '../builders/seeded.ts'
import { aCollection, aPack, aQuestion, aStep } from '../builders/toy-guidance.ts'

type Parts = Readonly<Record<string, PartValue>>
const pack = aPack(
  aStep(
    'TRI',
    aCollection('TRI-08', 'claim'),
    aCollection('TRI-03', 'test'),
    aCollection('TRI-02', 'item', 'claim'),
    ...['TRI-04', 'TRI-05', 'TRI-06'].map((id) => aQuestion(id, { per: 'claim' })),
  ),
)
const noUse: Parts = {
  topic: 'K-USE',
  polarity: 'says-no',
  about: ['ana'],
  substance: 'cannabis',
  since: { on: '2026-02-20' },
}
const negative: Parts = {
  person: ['ana'],
  substance: 'cannabis',
  result: 'negative',
  panel: 'yes',
  supervised: 'yes',
  'taken-on': { on: '2026-03-01' },
  'window-days': 14,
}
/** Ana says she does not use, and a test agrees. */
const tested = (claim: Parts = {}, test: Parts = {}) =>
  anAssessment(pack)
    .answering('TRI-08', { ...noUse, ...claim }, { of: 'one' })
    .answering('TRI-03', { ...negative, ...test }, { of: 'urine' })
    .answering('TRI-02', { source: 'adult', finding: 'agrees' }, { of: 'one:f1' })
    .answering('TRI-02', { source: 'test', finding: 'agrees', test: ['urine'] }, { of: 'one:f2' })
const one = (a: AnAssessment, today = TODAY) => {
  const [claim] = claimsOf(a.view('c1', today))
  if (!claim) throw new Error('No claim')
  return claim
}
const doubts = (a: AnAssessment) => one(a).findings.flatMap((f) => f.doubts)

describe('a negative test for a claim of no use', () => {
  it('counts when it covers the time, was supervised and looked for the substance', () => {
    expect([one(tested()).status, doubts(tested())]).toEqual(['supported', []])
  })

  it.each<[string, Parts, Parts]>([
    ['not-negative', {}, { result: 'unclear' }],
    ['other-person', { about: ['ana', 'lee'] }, {}],
    ['other-person', {}, { person: ['lee'] }],
    ['other-substance', {}, { substance: 'cocaine' }],
    ['panel', {}, { panel: 'not-known' }],
    ['not-supervised', {}, { supervised: 'no' }],
    ['window-not-covering', { since: { on: '2026-02-14' } }, {}],
    ['window-not-covering', { since: { on: '2026-02' } }, {}],
    ['window-not-covering', { until: { on: '2026-03-02' } }, {}],
  ])('does not count, and says why: %s', (doubt, claim, test) => {
    const a = tested(claim, test)
    expect([one(a).status, doubts(a)]).toEqual(['self-report-only', [doubt]])
  })

  it('does not count where the claim does not tell the substance or the time', () => {
    const open = anAssessment(pack)
      .answering('TRI-08', { topic: 'K-PREG', polarity: 'says-no' }, { of: 'one' })
      .answering('TRI-03', negative, { of: 'urine' })
      .answering('TRI-02', { source: 'test', finding: 'agrees', test: ['urine'] }, { of: 'one:f1' })
    expect([one(open).status, doubts(open)]).toEqual(['unknown', ['substance-not-recorded', 'period-not-recorded']])
  })

  it('does not count where no test stands behind it, or the test was taken out', () => {
    expect(doubts(tested().retracting('TRI-03', 'Of somebody else', { of: 'urine' }))).toEqual(['no-test-named'])
    const unnamed = tested().answering('TRI-02', { source: 'test', finding: 'agrees' }, { of: 'one:f2' })
    expect([one(unnamed).status, doubts(unnamed)]).toEqual(['self-report-only', ['no-test-named']])
  })

  it('does not count while people disagree about the test and one of them doubts it', () => {
    const both = tested().answering('TRI-03', { ...negative, supervised: 'no' }, { of: 'urine', by: BO, seen: [] })
    expect(doubts(both)).toEqual(['not-supervised'])
  })

  it('counts as one independent source, and does not take away another one', () => {
    const recorded = tested({}, { supervised: 'no' }).answering(
      'TRI-02',
      { source: 'record', finding: 'agrees' },
      { of: 'one:f3' },
    )
    expect(one(recorded).status).toBe('supported')
  })

  it('is not asked for in a claim of use, in a claim about something else, or where it contradicts', () => {
    expect(one(tested({ polarity: 'says-yes' }, { supervised: 'no' })).status).toBe('supported')
    expect(one(tested({ topic: 'K-HH' }, { supervised: 'no' })).status).toBe('supported')
    const against = tested().answering('TRI-02', { source: 'test', finding: 'contradicts' }, { of: 'one:f2' })
    expect([one(against).status, doubts(against)]).toEqual(['differs', []])
  })
})

describe('how old the evidence is', () => {
  const since = (on: string | undefined, source = 'record', finding = 'agrees') =>
    anAssessment(pack)
      .answering('TRI-08', { label: 'Says so' }, { of: 'one' })
      .answering('TRI-02', { source, finding, ...(on && { on: { on } }) }, { of: 'one:f1' })

  it('needs refreshing once the newest independent information is older than the limit', () => {
    expect(needsRefreshing(one(since('2026-02-02')), TODAY, 28)).toBe(false)
    expect(needsRefreshing(one(since('2026-02-01')), TODAY, 28)).toBe(true)
  })

  it('takes a part of a date at its earliest, and the day of recording where there is none', () => {
    expect(newestIndependent(one(since('2026-02')))).toBe('2026-02-01')
    expect(newestIndependent(one(since(undefined)))).toBe(TODAY)
  })

  it('does not take the word of the adult or their family, nor a source that says nothing', () => {
    expect(newestIndependent(one(since(undefined, 'adult')))).toBeUndefined()
    expect(newestIndependent(one(since(undefined, 'partner-family')))).toBeUndefined()
    expect(newestIndependent(one(since(undefined, 'record', 'not-sought')))).toBeUndefined()
    expect(needsRefreshing(one(since(undefined, 'record', 'says-nothing')), '2027-01-01', 28)).toBe(false)
  })

  it('is that of the newest where there are several', () => {
    const two = since('2026-01-05').answering(
      'TRI-02',
      { source: 'child', finding: 'partly', on: { on: '2026-02-20' } },
      { of: 'one:f2' },
    )
    expect(newestIndependent(one(two))).toBe('2026-02-20')
  })
})

describe('what a difference still needs', () => {
  it('is the three questions in the order in which to take them, and nothing of a claim that does not differ', () => {
    const claim = (finding: string) =>
      anAssessment(pack)
        .answering('TRI-08', { label: 'Says so' }, { of: 'one' })
        .answering('TRI-02', { source: 'record', finding }, { of: 'one:f1' })
    const needed = (a: AnAssessment) => stillNeeded(a.view(), one(a))
    expect(needed(claim('contradicts'))).toEqual(['TRI-04', 'TRI-05', 'TRI-06'])
    expect(needed(claim('contradicts').answering('TRI-05', { words: 'Yes' }, { of: 'one' }))).toEqual([
      'TRI-04',
      'TRI-06',
    ])
    expect(needed(claim('partly'))).toEqual([])
  })
})

describe.each([1, 2, 3, 4, 5])('any set of findings (seed %i)', (seed) => {
  const next = seeded(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
  const found = Array.from({ length: 40 }, () =>
    Array.from({ length: Math.floor(next() * 6) }, (): [Source, FindingWord] => [pick(SOURCES), pick(FINDINGS)]),
  )
  const record = (findings: readonly [Source, FindingWord][], claim: Parts): readonly Entry[] =>
    findings
      .reduce(
        (a, [source, finding], i) => a.answering('TRI-02', { source, finding }, { of: `one:f${i}` }),
        anAssessment(pack).answering('TRI-08', claim, { of: 'one' }),
      )
      .entries()
  const status = (entries: readonly Entry[]) => claimsOf(viewOf(recordOf(entries), pack, TODAY, 'c1'))[0]?.status

  it('gives a worried claim the same status as a reassuring one, but for a test that agrees with no use', () => {
    for (const findings of found) {
      const plain = findings.filter(([source, finding]) => source !== 'test' || finding !== 'agrees')
      for (const topic of ['K-USE', 'K-CARE']) {
        const statuses = ['says-yes', 'says-no', 'amount'].map((polarity) => status(record(plain, { topic, polarity })))
        expect(new Set(statuses).size).toBe(1)
      }
    }
  })

  it('depends on the findings alone, whatever the claim is called or when anybody says it was said', () => {
    for (const findings of found) {
      const plain = status(record(findings, { label: 'Says so' }))
      expect(status(record(findings, { label: 'Says worse', 'stated-on': { on: '2020-01-01' }, period: 'Long' }))).toBe(
        plain,
      )
    }
  })

  it('is the same in whatever order they arrive, and however often', () => {
    for (const findings of found) {
      const entries = record(findings, noUse)
      expect(status(shuffled([...entries, ...entries.slice(1)], next))).toBe(status(entries))
    }
  })
})
