import type { AccountProblem, Refusal } from './account-ports.ts'
import { accountWords } from './words.ts'

/** What the user reads about a request that was refused, and does next. */
export const problemInWords = ({ problem, waitMinutes }: Refusal): string =>
  (accountWords.problems[problem] as (wait?: number) => string)(waitMinutes)

/** The field that a refusal is about, or the first of the form. */
export const fieldOf = (problem: AccountProblem, first: string): string => FIELDS[problem] ?? first

/** Of the choice between a code and a passkey. */
export const CONFIRM_BY = 'confirm-by'

const FIELDS: Partial<Record<AccountProblem, string>> = {
  'weak-password': 'password',
  'code-not-right': 'code',
  'no-passkey': CONFIRM_BY,
  'passkey-not-right': CONFIRM_BY,
}
