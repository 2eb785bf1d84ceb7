import type { Rule } from '../../../domain/finding.ts'
import { contradictionsOfCare } from './contradictions-care.ts'
import { contradictionsOfHome } from './contradictions-home.ts'
import { contradictionsOfUse } from './contradictions-use.ts'
import { levelPrompts } from './level-prompts.ts'
import { optimismChecks } from './optimism-checks.ts'
import { safetyPrompts } from './safety-prompts.ts'

const byId = (a: Rule, b: Rule): number => (a.id < b.id ? -1 : 1)

/** In the order in which they are checked: a rule may build on those before it. The level prompts come last, highest tier first. */
export const rules: readonly Rule[] = [
  ...[...contradictionsOfUse, ...contradictionsOfCare, ...contradictionsOfHome].sort(byId),
  ...optimismChecks,
  ...safetyPrompts,
  ...levelPrompts,
]
