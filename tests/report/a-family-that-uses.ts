import { packV1 } from '../../src/guidance/whole.ts'
import type { AnAssessment } from '../builders/an-assessment.ts'
import { anAssessment, BO } from '../builders/an-assessment.ts'

/** Tansy, a pregnant adult, her partner Lee, and Kit, who is born: nothing is recorded of any use yet. */
export const aFamily = (): AnAssessment =>
  anAssessment(packV1)
    .answering('NET-01', { label: 'Tansy', part: 'subject' }, { of: 'tansy' })
    .answering('NET-01', { label: 'Lee', part: 'carer' }, { of: 'lee' })
    .answering('START-05', { label: 'Kit', what: 'child' }, { of: 'kit' })
    .answering('CHD-01', { birth: { on: '2024-05-01' } }, { of: 'kit' })

export const DRINKS = [
  { what: 'Can', ml: 500, strength: 4.5, count: 2 },
  { what: 'Glass of wine', ml: 175, strength: 12, count: 1 },
]

/** The family with much recorded: alcohol in full, cannabis in the past with two accounts, methadone. */
export function aFamilyThatUses(): AnAssessment {
  const of = 'tansy:alcohol'
  return aFamily()
    .answering('PRE-01', { status: 'pregnant' }, { of: 'tansy' })
    .answering('CON-01', { status: 'now', sources: ['adult'] }, { of, basis: { how: 'said' } })
    .answering('CON-01', { status: 'never', sources: ['adult'] }, { of: 'tansy:tobacco' })
    .leavingBlank('CON-01', 'not-asked', { of: 'tansy:crack' })
    .answering(
      'CON-02',
      {
        days: { mon: 'used', tue: 'used', wed: 'not-used', thu: 'used', fri: 'used', sat: 'used', sun: 'not-used' },
        'days-7': 5,
        'days-8-14': 5,
        'days-15-21': 5,
        'days-22-28': 4,
      },
      { of },
    )
    .answering('CON-03', { measure: 'units', 'typical-drinks': DRINKS, 'as-said': '3 cans', 'units-week': 30 }, { of })
    .answering('CON-05', { times: ['evening', 'overnight'], pattern: 'weekdays-too' }, { of })
    .answering('CON-06', { last: { on: '2026-02-24' }, precision: 'day' }, { of })
    .answering(
      'CON-07',
      {
        periods: {
          'before-pregnancy': 'daily',
          'weeks-1-12': 'most-days',
          'weeks-13-27': 'some-days',
          'weeks-28-birth': 'not-known',
        },
        trend: 'down',
      },
      { of },
    )
    .answering(
      'CON-11',
      {
        triggers: ['arguments', 'crying-baby'],
        'next-date': { on: '2026-04-02' },
        'next-date-what': 'The day her brother died',
      },
      { of },
    )
    .answering(
      'CON-15',
      { where: ['asleep'], 'in-charge': ['lee'], confirmed: 'no', 'adult-where': 'At home with the partner' },
      { of: 'tansy:kit' },
    )
    .answering('CON-17', { q1: '4-plus-week', q2: '7-9', q3: 'weekly' }, { of: 'tansy' })
    .answering(
      'CON-01',
      { status: 'last-12-months', sources: ['adult', 'record', 'professional'] },
      { of: 'tansy:cannabis' },
    )
    .answering('CON-07', { periods: { 'before-pregnancy': 'binges', 'weeks-1-12': 'none' } }, { of: 'tansy:cannabis' })
    .answering(
      'CON-07',
      { periods: { 'before-pregnancy': 'daily', 'weeks-1-12': 'some-days' } },
      { of: 'tansy:cannabis', by: BO, seen: [] },
    )
    .answering('CON-01', { status: 'now', sources: ['adult'] }, { of: 'lee:ost' })
    .answering(
      'CON-07',
      { quarters: { 'months-1-3': 'daily', 'months-4-6': 'daily', 'months-7-9': 'some-days', 'months-10-12': 'none' } },
      { of: 'lee:ost' },
    )
    .answering(
      'CON-09',
      {
        status: 'in-treatment',
        'says-engaging': 'going-well',
        medicine: 'Methadone',
        dose: '40 ml a day',
        'supervised-days': 2,
        'take-home-days': 5,
      },
      { of: 'lee' },
    )
    .answering('AGY-01', { type: 'substance-service', label: 'Harbour' }, { of: 'harbour' })
    .answering('AGY-04', { about: ['lee'], status: 'missing', attended: 4, missed: 5 }, { of: 'harbour' })
    .answering('PRO-03', { attended: 4, by: 'The key worker' }, { of: 'lee' })
}
