import { describe, expect, it } from 'vitest'
import type { PartValue } from '../../../src/domain/answer.ts'
import { findingsOf } from '../../../src/domain/finding.ts'
import { packV1, rules } from '../../../src/guidance/whole.ts'
import { type AnAssessment, anAssessment, TODAY } from '../../builders/an-assessment.ts'

type Parts = Readonly<Record<string, PartValue>>
const family = () =>
  anAssessment(packV1)
    .meetingOn('c1', TODAY)
    .answering('NET-01', { label: 'Ana', part: 'subject' }, { of: 'ana' })
    .answering('START-05', { what: 'child', label: 'Kit' }, { of: 'kit' })
const because = (a: AnAssessment, rule: string, contact = 'c1') =>
  findingsOf(rules, a.view(contact, contact === 'c2' ? '2026-04-20' : TODAY))
    .filter((f) => f.rule.id === rule)
    .flatMap((f) => f.evidence.flatMap((e) => e.because.map((s) => `${s.question} ${s.subject}`)))
const raises = (a: AnAssessment, rule: string, contact = 'c1') =>
  findingsOf(rules, a.view(contact, contact === 'c2' ? '2026-04-20' : TODAY)).some((f) => f.rule.id === rule)
const service = (a: AnAssessment, id: string, type: string, parts: Parts, question = 'AGY-04') =>
  a.answering('AGY-01', { type }, { of: id }).answering(question, parts, { of: id })

describe('what services give', () => {
  const engaging = () => family().answering('CON-09', { 'says-engaging': 'going-well' }, { of: 'ana' })
  it.each(['missing', 'left', 'discharged', 'never-opened'])('is another picture of treatment: %s', (status) => {
    expect(raises(service(engaging(), 'recovery', 'substance-service', { status }), 'RC-08')).toBe(true)
  })
  it('is no other picture from a service that does not treat, or about somebody else', () => {
    expect(raises(service(engaging(), 'school', 'nursery-school', { status: 'left' }), 'RC-08')).toBe(false)
    expect(
      raises(service(engaging(), 'recovery', 'substance-service', { status: 'left', about: ['lee'] }), 'RC-08'),
    ).toBe(false)
  })
  it('is collections that the pharmacy missed', () => {
    const taking = family().answering('CON-09', { 'says-medicine': 'as-prescribed' }, { of: 'ana' })
    expect(because(service(taking, 'chemist', 'pharmacy', { missed: 1 }), 'RC-09')).toEqual([
      'CON-09 ana',
      'AGY-04 chemist',
    ])
  })
  it('is antenatal appointments that the midwife counts as missed', () => {
    const kept = family().answering('PRE-04', { says: 'all-kept' }, { of: 'ana' })
    expect(because(service(kept, 'mw', 'midwife', { missed: 2 }), 'RC-10')).toEqual(['PRE-04 ana', 'AGY-04 mw'])
  })
  it('differs where one holds that something is so and another that it is not', () => {
    const held = (cell: string) => ({ held: { violence: cell } })
    const two = (second: string) =>
      service(service(family(), 'gp', 'gp', held('yes'), 'AGY-03'), 'hv', 'health-visitor', held(second), 'AGY-03')
    expect(because(two('no'), 'RC-29')).toEqual(['AGY-03 gp', 'AGY-03 hv'])
    expect(raises(two('not-known'), 'RC-29')).toBe(false)
    expect(raises(two('yes'), 'RC-29')).toBe(false)
  })
  it('differs too where a practitioner says so, set beside what the others told', () => {
    const told = service(family(), 'gp', 'gp', { facts: 'differ' }, 'AGY-03')
    expect(because(service(told, 'hv', 'health-visitor', { words: 'Calm' }, 'AGY-03'), 'RC-29')).toEqual([
      'AGY-03 gp',
      'AGY-03 hv',
    ])
  })
  it('may name another adult in the home, or an earlier child', () => {
    const alone = family().answering('NET-16', { says: 'no-one-else' })
    expect(raises(service(alone, 'gp', 'gp', { held: { 'another-adult': 'yes' } }, 'AGY-03'), 'RC-11')).toBe(true)
    const none = family().leavingBlank('PRE-05', 'asked-none', { of: 'ana' })
    expect(raises(service(none, 'gp', 'gp', { held: { 'earlier-children': 'yes' } }, 'AGY-03'), 'RC-21')).toBe(true)
  })
})

describe('accounts that differ', () => {
  it('point at the claim that they were set beside', () => {
    const account = family()
      .answering('TRI-08', { label: 'Says she is home at night', topic: 'K-CARE' }, { of: 'claim' })
      .answering('TRI-09', { about: ['care'], compared: 'differs', beside: ['claim'] }, { of: 'aunt' })
    expect(because(account, 'RC-26')).toEqual(['TRI-09 aunt', 'TRI-08 claim'])
  })
  it('point at what the adults told of the same matter where no claim is named', () => {
    const account = family()
      .answering('CON-01', { status: 'never' }, { of: 'ana:cannabis' })
      .answering('TRI-09', { about: ['use'], compared: 'differs' }, { of: 'aunt' })
    expect(because(account, 'RC-26')).toEqual(['TRI-09 aunt', 'CON-01 ana:cannabis'])
  })
  it('are a difference when a child tells of use and no adult tells of any now', () => {
    const child = (status: string) =>
      family()
        .answering('CON-01', { status }, { of: 'ana:alcohol' })
        .answering('CHD-08', { about: ['use'], words: 'The bottles clink' }, { of: 'kit:said' })
    expect(because(child('never'), 'RC-27')).toEqual(['CHD-08 kit:said', 'CON-01 ana:alcohol'])
    expect(raises(child('now'), 'RC-27')).toBe(false)
  })
  it('are a difference when a child does not bear out a claim about care', () => {
    const claim = (topic: string) =>
      family()
        .answering('TRI-08', { label: 'Says somebody is always there', topic }, { of: 'claim' })
        .answering('TRI-02', { source: 'child', finding: 'contradicts' }, { of: 'claim:f' })
    expect(because(claim('K-CARE'), 'RC-27')).toEqual(['TRI-08 claim', 'TRI-02 claim:f'])
    expect(raises(claim('K-MON'), 'RC-27')).toBe(false)
  })
})

describe('an answer that differs from an earlier contact', () => {
  const later = (told: Parts | undefined, from: Parts = { come: 'sometimes' }, to: Parts = { come: 'no' }) => {
    const a = family().answering('NET-12', from).meetingOn('c2', '2026-04-20')
    if (told) a.answering('START-07', told, { of: 'c2', contact: 'c2' })
    return a.answering('NET-12', to, { contact: 'c2' })
  }
  it('is asked about until somebody said what changed', () => {
    expect(because(later(undefined), 'RC-28', 'c2')).toEqual(['NET-12 -'])
    expect(raises(later({ what: ['household'] }), 'RC-28', 'c2')).toBe(false)
  })
  it('is asked about where what changed is something else, or nothing that they know of', () => {
    expect(raises(later({ what: ['money'] }), 'RC-28', 'c2')).toBe(true)
    expect(raises(later({ what: ['nothing'] }), 'RC-28', 'c2')).toBe(true)
  })
  it('is found behind a second edit of the same day', () => {
    const twice = later(undefined).answering('NET-12', { come: 'no', child: 'At school' }, { contact: 'c2' })
    expect(raises(twice, 'RC-28', 'c2')).toBe(true)
  })
  it('is not other words, more words, or what was open before', () => {
    expect(raises(later(undefined, { come: 'no' }, { come: 'no', child: 'At school' }), 'RC-28', 'c2')).toBe(false)
    const open = family().leavingBlank('NET-12', 'not-known').meetingOn('c2', '2026-04-20')
    expect(raises(open.answering('NET-12', { come: 'no' }, { contact: 'c2' }), 'RC-28', 'c2')).toBe(false)
  })
  it('is not what moves as time passes', () => {
    const weeks = family().answering('PRE-02', { weeks: 20 }, { of: 'ana' }).meetingOn('c2', '2026-04-20')
    expect(raises(weeks.answering('PRE-02', { weeks: 27 }, { of: 'ana', contact: 'c2' }), 'RC-28', 'c2')).toBe(false)
  })
})

describe('a lower level than last time', () => {
  const lowered = (evidence?: Parts, on = '2026-04-10') => {
    const a = family()
      .answering('ANA-06', { level: 'tier-3' }, { of: 'kit' })
      .answering('TRI-08', { label: 'Says she sleeps at home' }, { of: 'claim' })
      .meetingOn('c2', '2026-04-20')
      .answering('ANA-06', { level: 'tier-2' }, { of: 'kit', contact: 'c2' })
      .answering('ANA-07', { 'new-evidence': 'yes', 'evidence-claims': ['claim'] }, { of: 'kit', contact: 'c2' })
    return evidence ? a.answering('TRI-02', { ...evidence, on: { on } }, { of: 'claim:f', contact: 'c2' }) : a
  }
  it('is asked about until a claim that it points at was borne out since', () => {
    expect(raises(lowered(), 'OB-07', 'c2')).toBe(true)
    expect(raises(lowered({ source: 'record', finding: 'agrees' }), 'OB-07', 'c2')).toBe(false)
  })
  it('is asked about where the evidence is older, theirs, or against', () => {
    expect(raises(lowered({ source: 'record', finding: 'agrees' }, TODAY), 'OB-07', 'c2')).toBe(true)
    expect(raises(lowered({ source: 'partner-family', finding: 'agrees' }), 'OB-07', 'c2')).toBe(true)
    expect(raises(lowered({ source: 'record', finding: 'contradicts' }), 'OB-07', 'c2')).toBe(true)
  })
})

describe('tests and days', () => {
  const claimOfNoUse = (substance = 'cannabis') =>
    family()
      .answering('TRI-08', { label: 'Says none', topic: 'K-USE', polarity: 'says-no', substance }, { of: 'claim' })
      .answering(
        'TRI-03',
        { person: ['ana'], substance: 'cannabis', result: 'negative', supervised: 'yes', panel: 'yes' },
        { of: 'urine' },
      )
      .answering('TRI-02', { source: 'test', finding: 'agrees', test: ['urine'] }, { of: 'claim:f' })
  it('are relied on when a claim of no use rests on them, and asked about when they are for something else', () => {
    expect(raises(claimOfNoUse(), 'RC-32')).toBe(false)
    expect(because(claimOfNoUse('cocaine'), 'RC-32')).toEqual(['TRI-03 urine', 'TRI-08 claim', 'TRI-02 claim:f'])
  })
  const weekends = () => family().answering('CON-05', { pattern: 'weekends-only' }, { of: 'ana:cannabis' })
  it('show weekday use by the last time, when its day is known', () => {
    const last = (on: string, about?: true) =>
      weekends().answering('CON-06', { last: { on, ...(about && { about }) } }, { of: 'ana:cannabis' })
    expect(raises(last('2026-02-25'), 'RC-34')).toBe(true)
    expect(raises(last('2026-02-28'), 'RC-34')).toBe(false)
    expect(raises(last('2026-02-25', true), 'RC-34')).toBe(false)
  })
  it('show weekday use by a test whose whole window lies in the week', () => {
    const test = (on: string) =>
      weekends().answering(
        'TRI-03',
        { person: ['ana'], substance: 'cannabis', result: 'positive', 'taken-on': { on }, 'window-days': 2 },
        { of: 'urine' },
      )
    expect(raises(test('2026-02-26'), 'RC-34')).toBe(true)
    expect(raises(test('2026-02-24'), 'RC-34')).toBe(false)
  })
  it('show more drinking than was told by what is spent', () => {
    const spending = (pounds: number) =>
      family()
        .answering('CON-01', { status: 'now' }, { of: 'ana:alcohol' })
        .answering('CON-03', { measure: 'units', 'units-week': 10, 'spend-week': pounds }, { of: 'ana:alcohol' })
    expect(raises(spending(60), 'RC-04')).toBe(true)
    expect(raises(spending(40), 'RC-04')).toBe(false)
  })
})

describe('the dates of a pregnancy', () => {
  const dated = (parts: Parts, more: Parts = {}) =>
    family()
      .answering('PRE-01', { status: 'pregnant' }, { of: 'ana' })
      .answering('PRE-02', { ...parts, ...more }, { of: 'ana' })
  it('do not fit where the due date, the weeks or the last period are far apart', () => {
    expect(raises(dated({ weeks: 20 }, { due: { on: '2026-07-20' } }), 'RC-31')).toBe(false)
    expect(raises(dated({ weeks: 20 }, { due: { on: '2026-06-15' } }), 'RC-31')).toBe(true)
    expect(raises(dated({ weeks: 20 }, { 'last-period': { on: '2025-09-01' } }), 'RC-31')).toBe(true)
  })
  it('do not fit where two people recorded different ones, or the baby has another due date', () => {
    expect(raises(dated({ weeks: 20 }).answering('PRE-02', { weeks: 25 }, { of: 'ana', seen: [] }), 'RC-31')).toBe(true)
    const baby = dated({ due: { on: '2026-07-20' } })
      .answering('START-05', { what: 'unborn', label: 'Baby' }, { of: 'bump' })
      .answering('CHD-01', { due: { on: '2026-09-01' } }, { of: 'bump' })
    expect(because(baby, 'RC-31')).toEqual(['PRE-02 ana', 'CHD-01 bump'])
  })
  it('do not fit where the booking lies after today', () => {
    expect(
      because(dated({ weeks: 20 }).answering('PRE-03', { weeks: 24, reason: 'fear' }, { of: 'ana' }), 'RC-31'),
    ).toEqual(['PRE-02 ana', 'PRE-03 ana'])
  })
})

describe('whoever is affected now', () => {
  const drowsy = (over: Parts = {}, at: { contact?: string } = {}) =>
    family()
      .answering('START-11', { 'in-charge': ['ana'], 'other-adult': 'no' }, { of: 'c1' })
      .answering('TRI-01', { sign: 'drowsy-slurred', ...over }, { of: 'sign', ...at })
  it('is the adult in charge, or may be', () => {
    expect(raises(drowsy(), 'SP-02')).toBe(true)
    expect(raises(drowsy({ person: ['ana'] }), 'SP-02')).toBe(true)
  })
  it('is not somebody else, and not somebody seen so at another contact', () => {
    expect(raises(drowsy({ person: ['lee'] }), 'SP-02')).toBe(false)
    expect(raises(drowsy({}, { contact: 'c0' }), 'SP-02')).toBe(false)
  })
})

describe('whose a sign is', () => {
  const sign = (person?: string) =>
    family()
      .answering('NET-01', { label: 'Lee', part: 'carer' }, { of: 'lee' })
      .answering('CON-01', { status: 'never' }, { of: 'ana:cannabis' })
      .answering('CON-01', { status: 'now' }, { of: 'lee:cannabis' })
      .answering(
        'TRI-01',
        { sign: 'smell-cannabis', ...(person && { person: [person], 'why-theirs': 'In the coat' }) },
        { of: 'sign' },
      )
  it('is asked while nobody says, and then neither pinned on anybody nor dropped', () => {
    expect([raises(sign(), 'RC-35'), raises(sign(), 'RC-01')]).toEqual([true, false])
    expect([raises(sign('lee'), 'RC-35'), raises(sign('lee'), 'RC-01')]).toEqual([false, false])
    expect([raises(sign('ana'), 'RC-35'), raises(sign('ana'), 'RC-01')]).toEqual([false, true])
  })
})
