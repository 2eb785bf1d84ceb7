import { expect, it } from 'vitest'
import { noPromptFired, type Rule } from '../../src/domain/finding.ts'

const rule = (family: Rule['family'], tier?: Rule['tier']): Rule => ({
  id: 'R',
  family,
  when: '',
  prompt: '',
  topics: [],
  requirements: [],
  ...(tier && { tier }),
  check: () => [],
})
const raised = (...rules: Rule[]) => rules.map((r) => ({ rule: r, evidence: [] }))

it('takes no prompt to have fired where nothing is raised, or only that nothing is', () => {
  expect(noPromptFired(raised())).toBe(true)
  expect(noPromptFired(raised(rule('level', 1)))).toBe(true)
})

it.each(['safety', 'contradiction', 'optimism', 'level'] as const)(
  'takes a prompt of the family %s to have fired',
  (family) => {
    expect(noPromptFired(raised(rule('level', 1), rule(family, family === 'level' ? 2 : undefined)))).toBe(false)
  },
)
