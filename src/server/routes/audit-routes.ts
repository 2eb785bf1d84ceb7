import { type Context, Hono } from 'hono'
import { auditRequestSchema, deedSchema } from '../../sync/api.ts'
import { auditOf, remember } from '../audit/audit.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { problem } from './problem.ts'
import { limited, readBody } from './read-json.ts'
import { signedIn } from './signed-in.ts'

/** What only the app can know of, and who looked, for members. */
export function auditRoutes(parts: ApiParts): Hono<ApiEnv> {
  const { accounts, keeping } = parts
  return new Hono<ApiEnv>()
    .post('/audit', signedIn(parts), limited(), async (c) => {
      const read = await readBody(c, deedSchema)
      if (!read.ok) return read.response
      if (!(await isReader(c, read.body.assessment))) return problem(c, 'not-found')
      const { user, device } = c.get('signedIn').session
      await accounts.db.run(() => remember(accounts, { ...read.body, user, device }))
      return c.json({})
    })
    .post('/audit/list', signedIn(parts), limited(), async (c) => {
      const read = await readBody(c, auditRequestSchema)
      if (!read.ok) return read.response
      const { assessment } = read.body
      if (!(await isReader(c, assessment))) return problem(c, 'not-found')
      return c.json({ rows: await accounts.db.run(() => auditOf(assessment)) })
    })

  async function isReader(c: Context<ApiEnv>, assessment: string): Promise<boolean> {
    return (await keeping.readersAmong(assessment, [c.get('signedIn').session])).size > 0
  }
}
