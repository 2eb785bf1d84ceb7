import { ana } from './ana.ts'
import { beth } from './beth.ts'
import { col } from './col.ts'
import { tansy } from './tansy.ts'
import type { WorkedCase } from './worked-case.ts'

export const workedCases: readonly WorkedCase[] = [tansy, col, beth, ana]
