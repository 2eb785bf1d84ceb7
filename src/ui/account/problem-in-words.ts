import type { AccountProblem, Refusal } from './account-ports.ts'
import { accountWords } from './words.ts'

/** What the user reads about a request that was refused, and does next. */
export const problemInWords = ({ problem, waitMinutes }: Refusal): string =>
  (accountWords.problems[problem] as (wait?: number) => string)(waitMinutes)

/** The field that a refusal is about, or the first of the form. */
export const fieldOf = (problem: AccountProblem, first: string): string =>
  problem === 'weak-password' ? 'password' : problem === 'code-not-right' ? 'code' : first
