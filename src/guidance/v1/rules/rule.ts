import type { Rule, RuleFamily } from '../../../domain/finding.ts'

/** A rule's words: when it is raised, and the question that it asks. */
export interface RuleWords {
  when: string
  prompt: string
  topics?: readonly string[]
  requirements: readonly string[]
  tier?: 1 | 2 | 3 | 4
  awaitsSignOff?: true
}

export const ruleOf =
  (family: RuleFamily) =>
  (id: string, words: RuleWords, check: Rule['check']): Rule => ({ id, family, topics: [], ...words, check })

export const contradiction = ruleOf('contradiction')
export const optimism = ruleOf('optimism')
export const safety = ruleOf('safety')
export const level = ruleOf('level')
