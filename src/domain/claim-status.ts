export const SOURCES = [
  'adult',
  'partner-family',
  'observation',
  'record',
  'professional',
  'test',
  'child',
  'other',
] as const
export type Source = (typeof SOURCES)[number]
export const FINDINGS = ['agrees', 'partly', 'contradicts', 'says-nothing', 'not-sought'] as const
export type FindingWord = (typeof FINDINGS)[number]
export const CLAIM_STATUSES = [
  'differs',
  'self-report-only',
  'unknown',
  'partly',
  'one-independent-source',
  'supported',
] as const
/** In the order in which claims are listed: what most needs a look comes first. */
export type ClaimStatus = (typeof CLAIM_STATUSES)[number]

const DEPENDENT = new Set<Source>(['adult', 'partner-family'])

/** A partner or family may be frightened, loyal or using too; a child is a source of their own. */
export const isIndependent = (source: Source): boolean => !DEPENDENT.has(source)

/**
 * What several sources make of one claim, by fixed rules: it says how far sources agree, never how likely a claim is.
 * Symmetrical: a worried claim that evidence does not bear out differs just as a reassuring one does.
 */
export function claimStatus(findings: readonly { source: Source; finding: FindingWord }[]): ClaimStatus {
  if (findings.some((f) => f.finding === 'contradicts')) return 'differs'
  if (findings.some((f) => f.finding === 'partly')) return 'partly'
  const agreeing = new Set(findings.filter((f) => f.finding === 'agrees').map((f) => f.source))
  if (agreeing.size === 0) return 'unknown'
  const independent = [...agreeing].some(isIndependent)
  if (!independent) return 'self-report-only'
  return agreeing.size >= 2 ? 'supported' : 'one-independent-source'
}
