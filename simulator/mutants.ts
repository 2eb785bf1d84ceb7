import { DEVICE_MUTANTS } from './device-mutants.ts'
import type { Mutant } from './mutant.ts'
import { SERVER_MUTANTS } from './server-mutants.ts'

/** Bugs that were found in systems like this one, or that its own design makes likely. */
export const MUTANTS: readonly Mutant[] = [...DEVICE_MUTANTS, ...SERVER_MUTANTS]
