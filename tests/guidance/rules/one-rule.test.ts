import { describe, expect, it } from 'vitest'
import { type CompactCase, readCase } from '../../../src/app/cases/compact-case.ts'
import { runCase } from '../../../src/app/cases/run-case.ts'
import { rules } from '../../../src/guidance/whole.ts'
import { PAIRS } from './one-rule-cases.ts'

const raised = (fields: object): string[] => {
  const read = readCase({ id: 'one', subject: 'ana', ...fields })
  if (!read.ok) throw new Error(read.problems.join('; '))
  const { RC, OB, SP, LN } = runCase(read.case as CompactCase)
  return [...RC, ...OB, ...SP, ...LN]
}

describe('each rule', () => {
  it('has a case here', () => {
    expect(Object.keys(PAIRS).sort()).toEqual(rules.map((r) => r.id).sort())
  })

  it.each(Object.entries(PAIRS))('%s is raised by its case and not by the nearest one', (id, { fires, neighbour }) => {
    expect(raised(fires)).toContain(id)
    expect(raised(neighbour)).not.toContain(id)
  })
})
