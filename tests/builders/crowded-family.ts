import type { Entry } from '../../src/domain/entry.ts'
import { SUBSTANCES } from '../../src/guidance/index.ts'
import { aLargeFamily } from './a-family.ts'

const LONGEST_NAME = 'Wilhelmina Featherstonehaugh-Cholmondeley'.slice(0, 40)
const CELLS = ['none', 'some-days', 'most-days', 'daily', 'binges', 'not-known']
const PERIODS = ['before-pregnancy', 'weeks-1-12', 'weeks-13-27', 'weeks-28-birth', 'birth-6-weeks', 'since']

/** A full network with names of forty letters, the substances with the longest labels, and a day of short parts. */
export function crowdedFamily(): readonly Entry[] {
  const made = aLargeFamily()
  for (const [i, id] of ['p-jo', 'p-gran', 'p-lodger', 'p-bro', 'p-neigh', 'c-tom'].entries()) {
    const label = `${LONGEST_NAME.slice(0, 38)} ${i}`
    if (id.startsWith('c-')) made.assessment.answering('START-05', { what: 'child', label }, { of: id })
    else made.assessment.answering('NET-01', { label, part: i === 0 ? 'subject' : 'other' }, { of: id })
  }
  const byLabel = [...SUBSTANCES].sort((a, b) => b.label.length - a.label.length)
  for (const adult of ['p-jo', 'p-col']) {
    for (const [i, { id }] of byLabel.slice(0, 8).entries()) {
      const of = `${adult}:${id}`
      const periods = Object.fromEntries(PERIODS.map((p, n) => [p, CELLS[(n + i) % CELLS.length] ?? 'none']))
      made.assessment
        .answering('CON-01', { status: 'now', sources: ['adult', 'record', 'professional', 'test'] }, { of })
        .answering('CON-07', { periods }, { of })
    }
  }
  const day = [
    ['06:00', '06:30', 'p-jo', 'yes'],
    ['06:30', '07:00', 'p-gran', 'no'],
    ['07:00', '07:05', 'p-friend', 'nobody'],
    ['08:00', '12:00', 'p-friend', 'yes'],
    ['10:30', '12:30', 'p-col', 'no'],
    ['16:00', '05:00', 'p-neigh', 'not-known'],
  ] as const
  for (const [i, [from, to, who, affected]] of day.entries()) {
    made.assessment.answering('CAP-14', { from, to, who: [who], affected, what: 'Tea' }, { of: `c-mia:d${i}` })
  }
  return made.assessment.entries()
}
