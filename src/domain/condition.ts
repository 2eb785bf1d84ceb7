import type { SubjectKind } from './question.ts'

/**
 * When a question is asked, as data. Where the question named has a subject that the current one includes (a substance of
 * this adult, this child), only that subject counts; otherwise, or with `anywhere`, any subject does.
 */
export type Condition =
  | { k: 'always' }
  | { k: 'all'; of: readonly Condition[] }
  | { k: 'any'; of: readonly Condition[] }
  | { k: 'not'; of: Condition }
  | { k: 'answered'; question: string; part: string; is: readonly string[]; anywhere?: true }
  /** A cell of a grid: any row unless `row` is given. */
  | { k: 'cell'; question: string; part: string; row?: string; is: readonly string[]; anywhere?: true }
  | { k: 'number'; question: string; part: string; min?: number; max?: number; anywhere?: true }
  /** The points of what is chosen in these parts come to so many; a part without an answer adds none. */
  | { k: 'points'; question: string; parts: readonly string[]; min: number }
  /** Children who are born, in months; a child whose age is not known is taken to fit. */
  | { k: 'age'; minMonths?: number; maxMonths?: number; anywhere?: true }
  | { k: 'unborn'; anywhere?: true }
  /** Weeks of pregnancy, from the due date or the weeks recorded; not known is taken to fit while somebody is pregnant. */
  | { k: 'weeks'; min: number }
  | { k: 'count'; of: SubjectKind; min: number }
  /** There is an earlier contact than the one that is open. */
  | { k: 'later-contact' }
  /** Any rule whose id starts so is raised. */
  | { k: 'raised'; prefix: string }
  /** The level judged for a child is below a tier that a level prompt asks to consider. */
  | { k: 'below-prompted-level' }

export const always: Condition = { k: 'always' }
export const all = (...of: Condition[]): Condition => ({ k: 'all', of })
export const any = (...of: Condition[]): Condition => ({ k: 'any', of })
export const not = (of: Condition): Condition => ({ k: 'not', of })

/** `answered('PRE-01', 'status', 'pregnant')`: one of the options is chosen in that part. */
export const answered = (question: string, part: string, ...is: string[]): Condition => ({
  k: 'answered',
  question,
  part,
  is,
})
export const answeredAnywhere = (question: string, part: string, ...is: string[]): Condition => ({
  k: 'answered',
  question,
  part,
  is,
  anywhere: true,
})

/** Every question id that a condition reads. */
export function questionsRead(c: Condition): string[] {
  switch (c.k) {
    case 'all':
    case 'any':
      return c.of.flatMap(questionsRead)
    case 'not':
      return questionsRead(c.of)
    case 'answered':
    case 'cell':
    case 'number':
    case 'points':
      return [c.question]
    default:
      return []
  }
}
