import { allBabiesCount } from './requirements/all-babies-count.ts'
import { nspcc } from './requirements/nspcc.ts'
import { procedures } from './requirements/procedures.ts'
import type { Requirement } from './requirements/requirement.ts'
import { ssia } from './requirements/ssia.ts'
import { workingTogether } from './requirements/working-together.ts'
import { SOURCES_READ, type Source } from './sources.ts'

/** Everything that questions, rules and actions are traced to. Loaded apart: only the source panel and checks need it. */
export const requirements: readonly Requirement[] = [
  ...nspcc,
  ...procedures,
  ...workingTogether,
  ...ssia,
  ...allBabiesCount,
]

const byId = new Map(requirements.map((r) => [r.id, r]))
const sources = new Map(SOURCES_READ.map((s) => [s.key, s]))

/** What a requirement id stands for and where it comes from; undefined for an id that this edition does not know. */
export function requirementFrom(id: string): { requirement: Requirement; source: Source } | undefined {
  const requirement = byId.get(id)
  const source = requirement && sources.get(requirement.source)
  return requirement && source && { requirement, source }
}

export { SOURCES_READ }
