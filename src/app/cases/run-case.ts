import { claimsOf } from '../../domain/claims.ts'
import { findingsOf, type RuleFamily } from '../../domain/finding.ts'
import { inventedAssessment } from '../../domain/invented.ts'
import { recordOf } from '../../domain/record.ts'
import { viewOf } from '../../domain/view.ts'
import { packV1, rules } from '../../guidance/whole.ts'
import { caseEntries } from './case-entries.ts'
import type { CompactCase } from './compact-case.ts'

/** What a case raises: rule ids by family, and the status of each of its claims in plain words. */
export interface CaseOutcome {
  id: string
  RC: string[]
  OB: string[]
  SP: string[]
  LN: string[]
  claims: Record<string, string>
}

/** The day on which a case takes place when no other is asked for. */
export const CASE_DAY = '2026-06-15'

export function runCase(c: CompactCase): CaseOutcome {
  const { entries, contact, claims } = entriesForCommand(c)
  const view = viewOf(recordOf(entries), packV1, CASE_DAY, contact)
  const findings = findingsOf(rules, view)
  const ids = (family: RuleFamily) => findings.filter((f) => f.rule.family === family).map((f) => f.rule.id)
  const statuses = new Map(claimsOf(view).map((claim) => [claim.subject, claim.status]))
  return {
    id: c.id,
    RC: ids('contradiction'),
    OB: ids('optimism'),
    SP: ids('safety'),
    LN: ids('level'),
    claims: Object.fromEntries([...claims].map(([id, subject]) => [id, inWords(statuses.get(subject) ?? 'unknown')])),
  }
}

/** The same case always makes the same entries. */
export function entriesForCommand(c: CompactCase, today = CASE_DAY) {
  let n = 0
  return caseEntries(c, packV1, {
    assessment: inventedAssessment('case'),
    author: {
      id: 'case-author',
      name: 'Invented practitioner',
      role: (c.role ?? 'practitioner').replaceAll('_', ' '),
      agency: 'Invented agency',
    },
    device: 'case-device',
    today,
    newId: () => `case-${String(++n).padStart(6, '0')}`,
    firstSeq: 1,
  })
}

const inWords = (status: string): string =>
  status === 'self-report-only' ? 'self-report only' : status.replaceAll('-', ' ')
