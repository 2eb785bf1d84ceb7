import type { SourceKey } from '../sources.ts'

/** `factor`: something that raises or lowers risk, or an effect. `failing`: what reviews found to go wrong in practice. */
export type RequirementKind = 'recommendation' | 'factor' | 'failing' | 'assessment'
/** `organisation`: met by a service or an area with the help of settings and counts, not by one assessment. */
export type RequirementScope = 'must' | 'should' | 'organisation'

/**
 * What meets a requirement besides the questions that name it: a rule, a review trigger, the help text of a question, an
 * idea in the action library, or an output listed in `outputs.ts`.
 */
export type Means = `${'rule' | 'trigger' | 'help' | 'action' | 'output'}:${string}`

export interface Requirement {
  id: string
  kind: RequirementKind
  scope: RequirementScope
  /** What the source asks for, in our words. */
  says: string
  source: SourceKey
  section: string
  /** Which questions meet it is read from the questions; this names everything else. */
  metBy: readonly Means[]
}

type Row = readonly [
  id: string,
  kind: RequirementKind,
  scope: RequirementScope,
  says: string,
  ...metBy: readonly Means[],
]

/** The requirements that one section of a source gives rise to. */
export const section = (source: SourceKey, name: string, rows: readonly Row[]): readonly Requirement[] =>
  rows.map(([id, kind, scope, says, ...metBy]) => ({ id, kind, scope, says, source, section: name, metBy }))
