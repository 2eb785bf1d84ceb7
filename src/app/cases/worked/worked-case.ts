import type { CompactCase } from '../compact-case.ts'
import type { CaseOutcome } from '../run-case.ts'

/** A case with exactly what it must raise, and so what it must not. */
export interface WorkedCase {
  case: CompactCase
  raises: Omit<CaseOutcome, 'id'>
}
