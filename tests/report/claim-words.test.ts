import { describe, expect, it } from 'vitest'
import type { PartValue } from '../../src/domain/answer.ts'
import { claimOffers } from '../../src/domain/claim-offer.ts'
import { claimsOf } from '../../src/domain/claims.ts'
import { packV1 } from '../../src/guidance/whole.ts'
import { claimFromOffer, offerInWords } from '../../src/report/claim-offer-words.ts'
import { cellWords, testDoubtsInWords, whyInWords } from '../../src/report/claim-words.ts'
import { findingDetail } from '../../src/report/finding-detail.ts'
import { type AnAssessment, anAssessment, TODAY } from '../builders/an-assessment.ts'

const family = () =>
  anAssessment(packV1)
    .answering('NET-01', { label: 'Ana', part: 'subject' }, { of: 'ana' })
    .answering('NET-01', { label: 'Lee', part: 'other' }, { of: 'lee' })
    .answering('START-05', { what: 'child', label: 'Kit' }, { of: 'kit' })
const claim = (...findings: [source: string, finding: string, more?: Record<string, PartValue>][]) =>
  findings.reduce(
    (a, [source, finding, more], i) => a.answering('TRI-02', { source, finding, ...more }, { of: `one:f${i}` }),
    family().answering('TRI-08', { label: 'Says so', topic: 'K-USE', polarity: 'says-no' }, { of: 'one' }),
  )
const one = (a: AnAssessment) => {
  const [found] = claimsOf(a.view())
  if (!found) throw new Error('No claim')
  return found
}

describe('why a claim has its status', () => {
  it.each<[string, AnAssessment]>([
    ['No source has been asked yet.', claim()],
    ['No source has yet said that it is so or not so.', claim(['record', 'says-nothing'])],
    ['It rests on the word of the adult alone.', claim(['adult', 'agrees'])],
    [
      'It rests on the word of the adult and partner or family alone.',
      claim(['adult', 'agrees'], ['partner-family', 'agrees']),
    ],
    ['Only a child agrees so far.', claim(['child', 'agrees'])],
    [
      'The adult and a record agree. Independent of the adult and their family: a record.',
      claim(['adult', 'agrees'], ['record', 'agrees']),
    ],
    ['Borne out only in part by a child.', claim(['adult', 'agrees'], ['child', 'partly'])],
    ['Not borne out: a record and a child contradict it.', claim(['child', 'contradicts'], ['record', 'contradicts'])],
  ])('%s', (why, a) => {
    expect(whyInWords(one(a))).toBe(why)
  })

  it('names every reason why a test does not count', () => {
    const a = claim(['test', 'agrees', { test: ['urine'] }]).answering(
      'TRI-03',
      { person: ['ana'], substance: 'cannabis', result: 'negative', panel: 'yes' },
      { of: 'urine' },
    )
    expect(testDoubtsInWords(one(a))).toBe(
      'A negative test here does not count as evidence of no use: the claim does not say which substance it is about, it is not recorded that the test was supervised and the claim does not say since when it is meant to be so.',
    )
    expect(testDoubtsInWords(one(claim(['record', 'agrees'])))).toBe('')
  })
})

describe('a cell of the grid', () => {
  it('is a word for each different finding, a contradiction first, and says when nothing is recorded', () => {
    const { findings } = one(claim(['record', 'agrees'], ['record', 'contradicts'], ['record', 'agrees']))
    expect(cellWords(findings)).toBe('Contradicts / Agrees')
    expect(cellWords([])).toBe('Nothing recorded')
  })
})

describe('what a source said', () => {
  const detail = { detail: 'Aunt Bea, by phone', note: 'She was calm', on: { on: '2026-02-20' } }
  const told = (confidential: string) => {
    const a = claim(['partner-family', 'contradicts', { ...detail, confidential }])
    const [finding] = one(a).findings
    if (!finding) throw new Error('No finding')
    return (readers: 'professionals' | 'family') => findingDetail(a.view(), finding, readers)
  }
  it('is told in full to professionals', () => {
    expect(told('yes')('professionals')).toBe('Aunt Bea, by phone. 20 February 2026. She was calm')
  })
  it('is never told to the family when it was said in confidence, and never with the practitioner’s note', () => {
    expect(told('yes')('family')).toBe('')
    expect(told('no')('family')).toBe('Aunt Bea, by phone')
  })
})

describe('a claim that an answer makes', () => {
  const words = (a: AnAssessment) => claimOffers(a.view()).map((o) => offerInWords(a.view(), o))
  it.each<[string, AnAssessment]>([
    ['Says that Ana has never used crack', family().answering('CON-01', { status: 'never' }, { of: 'ana:crack' })],
    [
      'Says that when Ana uses, Kit is at a relative’s',
      family().answering('CON-15', { where: ['relative'] }, { of: 'ana:kit' }),
    ],
    ['Says that Lee does not come here', family().answering('NET-03', { tie: 'does-not-come' }, { of: 'lee' })],
    ['Says that Kit does well at nursery or school', family().answering('CHD-10', { says: 'good' }, { of: 'kit' })],
    [
      'Says that this is locked away: Methadone',
      family().answering('SAF-01', { what: 'methadone', says: 'locked' }, { of: 'bottle' }),
    ],
    ['Says that Ana has no earlier children elsewhere', family().leavingBlank('PRE-05', 'asked-none', { of: 'ana' })],
    ['Says that nobody else lives or stays here', family().answering('NET-16', { says: 'no-one-else' })],
    [
      'Says that money is often short for what the children need',
      family().answering('CAP-05', { enough: 'often-short' }),
    ],
  ])('is put as what somebody says: %s', (statement, a) => {
    expect(words(a)).toEqual([statement])
  })

  it('is written down with its substance, whom it is about and when it was said, and with nothing that was not', () => {
    const a = family().answering('CON-01', { status: 'never' }, { of: 'ana:crack' })
    const [offer] = claimOffers(a.view())
    expect(offer && claimFromOffer(a.view(), offer)).toEqual({
      label: 'Says that Ana has never used crack',
      topic: 'K-USE',
      about: ['ana'],
      substance: 'crack',
      polarity: 'says-no',
      'stated-on': { on: TODAY },
      'raised-by': 'CON-01|ana:crack|status|never',
    })
  })
})
