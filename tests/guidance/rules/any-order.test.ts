import { describe, expect, it } from 'vitest'
import { readCase } from '../../../src/app/cases/compact-case.ts'
import { CASE_DAY, entriesForCommand } from '../../../src/app/cases/run-case.ts'
import { workedCases } from '../../../src/app/cases/worked/all.ts'
import { claimsOf } from '../../../src/domain/claims.ts'
import type { Entry } from '../../../src/domain/entry.ts'
import { findingsOf } from '../../../src/domain/finding.ts'
import { recordOf } from '../../../src/domain/record.ts'
import { viewOf } from '../../../src/domain/view.ts'
import { packV1, rules } from '../../../src/guidance/whole.ts'
import { seeded, shuffled } from '../../builders/seeded.ts'
import { PAIRS } from './one-rule-cases.ts'

const families = [
  ...workedCases.map((w) => [w.case.id, w.case] as const),
  ...Object.entries(PAIRS).flatMap(([id, { fires, neighbour }]) => [
    [id, { id, subject: 'ana', ...fires }] as const,
    [`${id}, its neighbour`, { id, subject: 'ana', ...neighbour }] as const,
  ]),
]

/** Everything that is raised, with what raised it, and how each claim stands. */
function told(entries: readonly Entry[], contact: string) {
  const view = viewOf(recordOf(entries), packV1, CASE_DAY, contact)
  return {
    findings: findingsOf(rules, view).map(({ rule, evidence }) => [rule.id, evidence]),
    claims: claimsOf(view),
  }
}

describe('the order in which entries arrive, and what arrives twice', () => {
  it.each(families)('changes nothing that is raised: %s', (_, family) => {
    const read = readCase(family)
    if (!read.ok) throw new Error(read.problems.join('; '))
    const { entries, contact } = entriesForCommand(read.case)
    const asMade = told(entries, contact)
    for (const seed of [1, 2, 3]) {
      const next = seeded(seed)
      const again = entries.filter(() => next() < 0.3)
      expect(told(shuffled([...entries, ...again], next), contact)).toEqual(asMade)
    }
  })
})
