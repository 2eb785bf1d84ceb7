import { type Slot, slotKey } from './entry.ts'
import { type ResponseValue, readResponse } from './entry-kinds.ts'
import type { RecordView } from './view.ts'

export type RuleFamily = 'contradiction' | 'optimism' | 'safety' | 'level'

/** One reason why a rule is raised: what it is about, and the answers that raised it. */
export interface Evidence {
  /** `-` where it is about the whole assessment. */
  subject: string
  because: readonly Slot[]
}

/**
 * A rule never scores and never concludes: it asks a question. `check` is pure; `raised` holds the rules that stand before
 * it in the pack's order, so that a rule may build on those.
 */
export interface Rule {
  id: string
  family: RuleFamily
  /** When it is raised, in plain words. */
  when: string
  /** The question or the act that it puts to the practitioner. */
  prompt: string
  topics: readonly string[]
  requirements: readonly string[]
  /** Level prompts only: 1 to 4. */
  tier?: 1 | 2 | 3 | 4
  /** Wording or threshold that a clinical lead has still to sign off. */
  awaitsSignOff?: true
  check(view: RecordView, raised: ReadonlySet<string>): readonly Evidence[]
}

export interface Finding {
  rule: Rule
  evidence: readonly Evidence[]
}

/** Every rule that is raised, in the order of the rules. */
export function findingsOf(rules: readonly Rule[], view: RecordView): readonly Finding[] {
  const raised = new Set<string>()
  const findings: Finding[] = []
  for (const rule of rules) {
    const evidence = rule.check(view, raised)
    if (evidence.length === 0) continue
    raised.add(rule.id)
    findings.push({ rule, evidence: mergeBySubject(evidence) })
  }
  return findings
}

export const raisedIds = (findings: readonly Finding[]): ReadonlySet<string> => new Set(findings.map((f) => f.rule.id))

/** Nothing is raised, or only the consideration that nothing else is. It never means that a child is well. */
export const noPromptFired = (findings: readonly Finding[]): boolean =>
  findings.every((f) => f.rule.family === 'level' && f.rule.tier === 1)

/** In the order in which a person should meet them; considerations for the level by tier, the highest first. */
export function byFamily(
  findings: readonly Finding[],
): readonly { family: RuleFamily; findings: readonly Finding[] }[] {
  return FAMILIES.map((family) => ({ family, findings: sorted(findings.filter((f) => f.rule.family === family)) }))
}

const FAMILIES: readonly RuleFamily[] = ['safety', 'contradiction', 'optimism', 'level']

const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => (b.rule.tier ?? 0) - (a.rule.tier ?? 0))

/** A person has looked at this piece of evidence, and at every answer that raises it now, and said so. */
export function isAnswered(view: RecordView, rule: string, { subject, because }: Evidence): boolean {
  const all = responsesTo(view, rule, subject)
  if (all.some((r) => r.because === undefined)) return true
  const seen = new Set(all.flatMap((r) => r.because ?? []).map(slotKey))
  return all.length > 0 && because.every((slot) => seen.has(slotKey(slot)))
}

export const responsesTo = (view: RecordView, rule: string, subject: string): readonly ResponseValue[] =>
  view.record
    .history({ question: rule, subject })
    .filter((e) => e.kind === 'response')
    .flatMap((e) => readResponse(e.value) ?? [])

function mergeBySubject(evidence: readonly Evidence[]): readonly Evidence[] {
  const bySubject = new Map<string, Map<string, Slot>>()
  for (const e of evidence) {
    const slots = bySubject.get(e.subject) ?? new Map<string, Slot>()
    for (const s of e.because) slots.set(`${s.question}|${s.subject}`, s)
    bySubject.set(e.subject, slots)
  }
  return [...bySubject].map(([subject, slots]) => ({ subject, because: [...slots.values()] }))
}
