import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../../src/domain/finding.ts'
import { packV1, rules } from '../../../src/guidance/whole.ts'
import { type AnAssessment, anAssessment } from '../../builders/an-assessment.ts'

const family = () =>
  anAssessment(packV1)
    .meetingOn('c1', '2026-03-02')
    .answering('START-05', { label: 'Wren', what: 'child' }, { of: 'wren' })
    .answering('CHD-01', { birth: { on: '2026-02-20' } }, { of: 'wren' })
    .answering('NET-01', { label: 'Sam', part: 'carer' }, { of: 'sam' })
    .answering('NET-01', { label: 'Pat', part: 'carer' }, { of: 'pat' })
const evidence = (made: AnAssessment, rule: string) =>
  findingsOf(rules, made.view())
    .find((f) => f.rule.id === rule)
    ?.evidence.map((e) => [e.subject, e.because.map((s) => `${s.question} ${s.subject}`)])
const plan = (parts: Record<string, string | string[]>) =>
  family().answering('SLP-08', { situation: 'party', adult: ['pat'], ...parts }, { of: 'p1' })
const RC_16 = (made: AnAssessment) => evidence(made, 'RC-16')

describe('RC-16, about the adult whom a night plan names', () => {
  it('stays away while nothing speaks against that adult, also when nobody recorded whether they confirmed it', () => {
    expect(RC_16(plan({ confirmed: 'yes' }))).toBeUndefined()
    expect(RC_16(plan({}))).toBeUndefined()
  })

  it.each(['no', 'not-asked'])('is raised when they have not said yes: %s', (confirmed) => {
    expect(RC_16(plan({ confirmed }))).toEqual([['-', ['SLP-08 p1']]])
  })

  it('is raised when they are not here, although they said yes', () => {
    const away = plan({ confirmed: 'yes' }).answering('NET-03', { tie: 'away' }, { of: 'pat' })
    expect(RC_16(away)).toEqual([['-', ['SLP-08 p1', 'NET-03 pat']]])
  })

  it.each([
    ['NET-05', { use: 'current' }, 'pat'],
    ['CON-01', { status: 'now' }, 'pat:alcohol'],
    ['SLP-05', { factors: { sedating: 'yes' } }, 'pat'],
  ])('is raised when they use or take something too: %s', (question, parts, of) => {
    const made = plan({ confirmed: 'yes' }).answering(question, parts, { of })
    expect(RC_16(made)).toEqual([['-', ['SLP-08 p1', `${question} ${of}`]]])
  })

  it.each([
    ['CON-01', { status: 'now' }, 'pat:tobacco'],
    ['CON-01', { status: 'now' }, 'sam:alcohol'],
    ['SLP-05', { factors: { smokes: 'yes', 'deep-sleeper': 'yes' } }, 'pat'],
    ['NET-05', { use: 'past' }, 'pat'],
  ])('is not raised by smoking, past use or somebody else’s use: %s %j of %s', (question, parts, of) => {
    expect(RC_16(plan({ confirmed: 'yes' }).answering(question, parts, { of }))).toBeUndefined()
  })

  it('looks in the same way at who takes over when an adult uses', () => {
    const made = family()
      .answering('CAP-04', { what: 'another-adult', who: ['pat'], confirmed: 'yes' }, { of: 'sam:wren' })
      .answering('NET-03', { tie: 'does-not-come' }, { of: 'pat' })
    expect(RC_16(made)).toEqual([['-', ['CAP-04 sam:wren', 'NET-03 pat']]])
  })
})

describe('SP-05', () => {
  it('is raised about each adult who settles the baby and names the answer', () => {
    const made = family()
      .answering('SLP-05', { factors: { smokes: 'yes' } }, { of: 'sam' })
      .answering('SLP-05', { factors: { 'very-tired': 'yes', smokes: 'no' } }, { of: 'pat' })
    expect(evidence(made, 'SP-05')).toEqual([['sam', ['SLP-05 sam']]])
  })
})

describe('RC-14 and OB-10', () => {
  const cot = () =>
    family()
      .answering('SLP-12', { 'says-place': 'own-cot' })
      .answering('SLP-02', { place: 'own-cot' }, { of: 'cot' })
      .answering('START-02', { kind: 'planned-home-visit' }, { of: 'c1' })
      .answering('CHD-03', { seen: 'yes' }, { of: 'wren' })

  it('are not raised by a cot that was seen and is used as a cot', () => {
    const seen = cot().answering('SLP-03', { seen: 'seen', storage: 'no' }, { of: 'cot' })
    expect([evidence(seen, 'RC-14'), evidence(seen, 'OB-10')]).toEqual([undefined, undefined])
  })

  it('are raised alike by “not seen” as an answer and as an honest blank', () => {
    const told = cot().answering('SLP-03', { seen: 'not-seen' }, { of: 'cot' })
    const blank = cot().leavingBlank('SLP-03', 'not-seen', { of: 'cot' })
    for (const made of [told, blank]) {
      expect(evidence(made, 'RC-14')).toEqual([['-', ['SLP-12 -', 'SLP-03 cot']]])
      expect(evidence(made, 'OB-10')).toEqual([['-', ['SLP-02 cot']]])
    }
  })
})
