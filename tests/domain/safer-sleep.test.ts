import { describe, expect, it } from 'vitest'
import { saferSleepOf } from '../../src/domain/safer-sleep.ts'
import { packV1 } from '../../src/guidance/whole.ts'
import { type AnAssessment, anAssessment, BO } from '../builders/an-assessment.ts'

const family = () =>
  anAssessment(packV1)
    .meetingOn('c1', '2026-03-02')
    .answering('NET-01', { label: 'Beth', part: 'subject' }, { of: 'beth' })
    .answering('NET-01', { label: 'Pat', part: 'carer' }, { of: 'pat' })
const adults = (made: AnAssessment) => saferSleepOf(made.view()).adults
const names = (made: AnAssessment) => adults(made).map((a) => a.person)

describe('the adults who may settle the baby', () => {
  it.each(['main', 'shared', 'overnight', 'day'])('are those whose care is %s', (care) => {
    expect(names(family().answering('NET-04', { care }, { of: 'pat' }))).toEqual(['pat'])
  })

  it('are not those who are never alone with the child; of the others nobody knows yet', () => {
    const made = family().answering('NET-04', { care: 'never-alone' }, { of: 'pat' })
    expect(names(made)).toEqual([])
    expect(saferSleepOf(made.view()).careNotKnown).toEqual(['beth'])
    const blank = family().leavingBlank('NET-04', 'not-known', { of: 'pat' })
    expect(saferSleepOf(blank.view()).careNotKnown).toEqual(['beth', 'pat'])
  })

  it('are also those of whom something is recorded about settling the baby', () => {
    expect(names(family().leavingBlank('SLP-07', 'not-asked', { of: 'beth' }))).toEqual(['beth'])
  })

  it('have what was recorded in each cell, an honest blank as itself, and nothing where nobody asked', () => {
    const made = family()
      .answering('SLP-05', { factors: { smokes: 'yes', drugs: 'not-known' } }, { of: 'pat' })
      .leavingBlank('SLP-06', 'not-known', { of: 'pat' })
    expect(adults(made)).toEqual([
      {
        person: 'pat',
        care: [],
        factors: {
          smokes: ['yes'],
          'alcohol-evening': [],
          drugs: ['not-known'],
          sedating: [],
          'very-tired': [],
          'deep-sleeper': [],
        },
        message: ['not-known'],
        words: [],
        plan: [],
      },
    ])
  })

  it('have every account where people recorded different things', () => {
    const made = family()
      .answering('SLP-05', { factors: { smokes: 'yes' } }, { of: 'pat' })
      .answering('SLP-05', { factors: { smokes: 'no' } }, { of: 'pat', by: BO, seen: [] })
    expect(adults(made)[0]?.factors.smokes).toEqual(['yes', 'no'])
  })
})

describe('the sleep places', () => {
  it('know which of them the baby slept in on the night before this contact, and keep the other nights apart', () => {
    const made = family()
      .meetingOn('c0', '2026-02-25')
      .answering('SLP-02', { place: 'own-cot' }, { of: 'cot' })
      .answering('SLP-02', { place: 'sofa' }, { of: 'sofa' })
      .answering('SLP-04', { who: ['pat'], often: 'Saturdays' }, { of: 'cot' })
      .answering('SLP-09', { 'last-night': 'own-cot' }, { of: 'c0', contact: 'c0' })
      .answering('SLP-09', { 'last-night': 'sofa' }, { of: 'c1' })
    const { places, lastNight, otherNights } = saferSleepOf(made.view())
    expect(places.map((p) => [p.place, p.what, p.near, p.lastNight])).toEqual([
      ['cot', ['own-cot'], ['pat'], false],
      ['sofa', ['sofa'], [], true],
    ])
    expect([lastNight.place, otherNights.map((n) => [n.contact, n.place])]).toEqual([['sofa'], [['c0', ['own-cot']]]])
  })
})

describe('a plan for a night', () => {
  it('says who is to be the unaffected adult and whether they said yes themselves', () => {
    const made = family()
      .answering('SLP-08', { situation: 'party', adult: ['pat'], sleeps: 'Cot at Pat’s' }, { of: 'p1' })
      .answering('SLP-08', { situation: 'illness', adult: ['beth'], confirmed: 'yes' }, { of: 'p2' })
    const { plans } = saferSleepOf(made.view())
    expect(plans.map((p) => [p.situation, p.adults, p.confirmed, p.sleeps, p.doubts.length])).toEqual([
      ['party', ['pat'], 'not-recorded', 'Cot at Pat’s', 0],
      ['illness', ['beth'], 'yes', '', 0],
    ])
  })
})
