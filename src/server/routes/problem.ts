import type { Context } from 'hono'
import { PROBLEM_STATUS, type Problem } from '../../sync/api.ts'

/** An answer that is not a success. `retryAfter` in seconds. */
export function problem(c: Context, code: Problem, retryAfter?: number): Response {
  return c.json({ problem: code }, PROBLEM_STATUS[code], {
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  })
}

/** When the database is away. */
export const unavailable = (c: Context): Response => problem(c, 'unavailable', 5)
