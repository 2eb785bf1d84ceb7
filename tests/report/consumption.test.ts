import { describe, expect, it } from 'vitest'
import { consumptionOf } from '../../src/report/consumption.ts'
import { type AnAssessment, BO } from '../builders/an-assessment.ts'
import { aFamily, aFamilyThatUses } from './a-family-that-uses.ts'
import { reportOf, sectionOf } from './report-builders.ts'

const OF = 'tansy:alcohol'
const picture = (made: AnAssessment, substance = 'Alcohol') =>
  consumptionOf(made.view())
    .flatMap((a) => a.uses)
    .find((u) => u.substance === substance)
const sentence = (made: AnAssessment, substance?: string) => picture(made, substance)?.sentence
const fact = (made: AnAssessment, label: string) => picture(made)?.facts.find((f) => f.label === label)?.lines
const now = (sources: string[] = ['adult']) => aFamily().answering('CON-01', { status: 'now', sources }, { of: OF })
const adult = (made: AnAssessment, name = 'Tansy') => consumptionOf(made.view()).find((a) => a.name === name)

describe('the sentence of a use', () => {
  it('says what is said, when last, where the child is then and who it comes from', () => {
    expect(sentence(aFamilyThatUses())).toBe(
      'Says 3 cans, on 5 of the last 7 days, in the evening and at night, on weekdays too; last on Tuesday, 24 February 2026; At home with the partner; Kit then: asleep, Lee in charge (not confirmed); self-report only.',
    )
  })

  it('says what is not known where it matters, and leaves out what does not', () => {
    expect(sentence(now())).toBe(
      'Says uses it now; how much is not recorded; how often is not recorded; the last time is not recorded; where Kit is then is not recorded; self-report only.',
    )
  })

  it('tells an honest blank from one that nobody touched', () => {
    const made = now()
      .leavingBlank('CON-03', 'prefers-not-to-say', { of: OF })
      .leavingBlank('CON-02', 'not-asked', { of: OF })
      .leavingBlank('CON-06', 'not-known', { of: OF })
      .leavingBlank('CON-15', 'not-asked', { of: 'tansy:kit' })
    expect(sentence(made)).toBe(
      'Says uses it now; how much: prefers not to say; how often: not asked; last time: not known; where Kit is then: not asked; self-report only.',
    )
  })

  it('adds up drinks, and says when they cannot be added up', () => {
    const with_ = (drink: object) =>
      sentence(now().answering('CON-03', { measure: 'units', 'typical-drinks': [drink] as never }, { of: OF }))
    expect(with_({ what: 'Can', ml: 500, strength: 9, count: 3 })).toContain(
      'Says 3 × Can, 500 ml at 9% (13.5 UK units);',
    )
    expect(with_({ what: 'Can', ml: 500, count: 3 })).toContain(
      'Says 3 × Can, 500 ml strength not known (cannot be added up, as something is not known);',
    )
  })

  it.each([
    [{ measure: 'spliffs', typical: 2 }, '2 spliffs'],
    [{ measure: 'bags', typical: 3 }, '3 bags or wraps'],
    [{ measure: 'pounds', typical: 20 }, '20 pounds’ worth'],
    [{ measure: 'other', 'measure-other': 'lines', most: 4 }, 'up to 4 lines'],
  ])('keeps the measure of %j as it was said', (parts, said) => {
    expect(sentence(now().answering('CON-03', parts, { of: OF }))).toContain(`Says ${said};`)
  })

  it.each([
    [{ last: { on: '2026-02-24' } }, 'last on Tuesday, 24 February 2026;'],
    [{ last: { on: '2026-02-24' }, precision: 'exact', time: '21:30' }, 'last on Tuesday, 24 February 2026 at 21:30;'],
    [{ last: { on: '2026-02-24' }, precision: 'week' }, 'last in the week of 24 February 2026;'],
    [{ last: { on: '2026-02-24' }, precision: 'month' }, 'last in February 2026;'],
    [{ last: { on: '2026-02' } }, 'last in February 2026;'],
    [{ last: { on: '2026-02', about: true }, amount: '2 cans' }, 'last about February 2026, 2 cans;'],
  ] as const)('gives the last time no more exactly than it is known: %j', (parts, said) => {
    expect(sentence(now().answering('CON-06', parts, { of: OF }))).toContain(said)
  })

  it('begins with how it is known', () => {
    const made = (how: 'record' | 'seen') =>
      aFamily().answering('CON-01', { status: 'longer-ago' }, { of: OF, basis: { how } })
    expect(sentence(made('record'))).toBe(
      'On record: has not used in the last 12 months; 1 independent source: a record.',
    )
    expect(sentence(made('seen'))).toMatch(/^Seen: /)
  })

  it('says that somebody stopped as what they say', () => {
    const made = aFamily()
      .answering('CON-01', { status: 'longer-ago', sources: ['adult'] }, { of: OF })
      .answering('CON-08', { stopped: 'when-pregnant', on: { on: '2025-11', about: true } }, { of: OF })
    expect(sentence(made)).toBe(
      'Says has not used in the last 12 months; says stopped because of the pregnancy, about November 2025; self-report only.',
    )
  })

  it('picks nothing where people recorded different things', () => {
    const made = now()
      .answering('CON-03', { 'as-said': 'A can' }, { of: OF })
      .answering('CON-03', { 'as-said': 'Six cans' }, { of: OF, by: BO, seen: [] })
      .answering('CON-06', { last: { on: '2026-02-24' } }, { of: OF })
      .answering('CON-06', { last: { on: '2026-03-01' } }, { of: OF, by: BO, seen: [] })
    expect(sentence(made)).toContain('people recorded different amounts')
    expect(sentence(made)).toContain('people recorded different last times')
    const other = now().answering('CON-01', { status: 'never' }, { of: OF, by: BO, seen: [] })
    expect(sentence(other)).toMatch(/^People recorded different things: Now \(last 28 days\); Never;/)
    expect(fact(made, 'How much')).toEqual([
      'As they said it: A can (Ruth Adeyemi, midwife, Northfield Maternity, 2 Mar 2026, 09:00)',
      'As they said it: Six cans (Bo Lind, drug worker, Northfield Recovery, 2 Mar 2026, 09:00)',
    ])
  })

  it('does not take silence about a source for a source', () => {
    const made = aFamily().answering('CON-01', { status: 'declined' }, { of: OF })
    expect(sentence(made)).toBe('Would rather not say; how this is known was not recorded.')
  })
})

describe('the picture of an adult', () => {
  it('names what was never used, what was not asked, and how much is untouched', () => {
    expect(adult(aFamilyThatUses())?.others).toEqual([
      'Says never: Tobacco or vape.',
      'Not asked: Crack.',
      'Nothing is recorded yet about 11 other substances. That is not “never”.',
    ])
  })

  it('keeps every way to a weekly number of units, and says that they differ', () => {
    expect(fact(aFamilyThatUses(), 'Units in a usual week')).toEqual([
      'As typed: 30.0 UK units',
      'A usual day, on the days recorded: 31.4 UK units',
      'These differ. Nothing is chosen between them.',
    ])
  })

  it('sets what an adult says of treatment beside what the service says', () => {
    expect(adult(aFamilyThatUses(), 'Lee')?.treatment).toEqual({
      adult: [
        'In treatment',
        'How it is going, as they tell it: Going well',
        'Medicine: Methadone',
        'Dose, as written on the label: 40 ml a day',
        'Days a week on which taking it is supervised: 2 days',
        'Days a week for which it is taken home: 5 days',
      ],
      service: [
        'Harbour: Whose appointments: Lee',
        'Harbour: How things stand: Missing appointments',
        'Harbour: Attended: 4',
        'Harbour: Missed: 5',
        'Confirmed attendance: Attended in 12 weeks: 4',
        'Confirmed attendance: Confirmed by: The key worker',
      ],
    })
  })

  it('is not there while nothing is recorded', () => {
    expect(consumptionOf(aFamily().view())).toEqual([])
  })
})

describe('the alcohol questionnaire', () => {
  const BY = 'From the answers recorded by Ruth Adeyemi, midwife, Northfield Maternity, 2 Mar 2026, 09:00.'
  const MEANING = 'The points describe answers about drinking. They say nothing about how a child is cared for.'
  const POSITIVE = { q1: '4-plus-week', q2: '7-9', q3: 'weekly' }
  const REST = { q4: 'never', q5: 'monthly', q6: 'never', q7: 'weekly', q8: 'never', q9: 'no', q10: 'no' }
  const screened = (parts: Record<string, string>) => now().answering('CON-17', parts, { of: 'tansy' })

  it('is a fact with its source, and in pregnancy says that any drinking matters', () => {
    expect(
      adult(screened({ q1: 'never' }).answering('PRE-01', { status: 'pregnant' }, { of: 'tansy' }))?.screens,
    ).toEqual([
      `AUDIT-C (UK): 0 of 12 points. The UK guidance counts 5 or more as a reason for the longer questionnaire. ${BY}`,
      MEANING,
      'In pregnancy any drinking is worth talking about, whatever the total.',
    ])
  })

  it('has a total of 40 once all ten are answered', () => {
    expect(adult(screened(POSITIVE).answering('CON-18', REST, { of: 'tansy' }))?.screens).toContain(
      `AUDIT (UK): 15 of 40 points. The UK guidance calls 8 to 15 “increasing risk” drinking. ${BY}`,
    )
  })

  it('has no total while an answer is missing', () => {
    expect(adult(screened({ q1: 'monthly' }))?.screens).toEqual([
      'AUDIT-C (UK): not complete, so there is no total.',
      MEANING,
    ])
    const { q10: _, ...most } = REST
    expect(adult(screened(POSITIVE).answering('CON-18', most, { of: 'tansy' }))?.screens).toContain(
      'AUDIT (UK): not complete, so there is no total.',
    )
  })

  it('has no one total where people recorded different answers', () => {
    const made = screened(POSITIVE).answering('CON-17', { q1: 'never' }, { of: 'tansy', by: BO, seen: [] })
    expect(adult(made)?.screens).toEqual(['People recorded different answers, so there is no one total.', MEANING])
  })
})

describe('the section of the report', () => {
  it('says the sentences, the treatment side by side and the questionnaire, before what is not known', async () => {
    const document = await reportOf(aFamilyThatUses().entries(), { contact: 'c1' })
    const section = sectionOf(document, 'Consumption picture')
    expect(section).toContain('Alcohol. Says 3 cans, on 5 of the last 7 days')
    expect(section).toContain('As the adult tells it As the service has it')
    expect(section).toContain('AUDIT-C (UK): 10 of 12 points')
    const pictures = document.blocks.flatMap((b) => (b.kind === 'figure' ? [b.alt] : []))
    expect(pictures.filter((alt) => alt.startsWith('Use over time'))).toEqual([
      expect.stringMatching(/^Use over time, Tansy\. Alcohol: Before: Daily/),
      expect.stringMatching(/^Use over time, Lee\./),
    ])
    const headings = document.blocks.flatMap((b) => (b.kind === 'heading' && b.level === 2 ? [String(b.runs)] : []))
    expect(headings.indexOf('Consumption picture')).toBeLessThan(headings.indexOf('What is not known'))
  })

  it('never says that anybody is safe, and shames nobody', async () => {
    const document = await reportOf(aFamilyThatUses().entries(), { contact: 'c1' })
    expect(sectionOf(document, 'Consumption picture')).not.toMatch(/\bsafe\b|\bclean\b|\bden(y|ies)\b|\baddict/i)
  })

  it('is left out where nothing is recorded of use', async () => {
    const document = await reportOf(aFamily().entries(), { contact: 'c1' })
    expect(sectionOf(document, 'Consumption picture')).toBe('')
  })
})
