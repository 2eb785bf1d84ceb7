import { Hono } from 'hono'
import * as z from 'zod/mini'
import { tellSchema } from '../../sync/sharing-api.ts'
import { agenciesBy, peopleBy } from '../accounts/directory.ts'
import { lookedAt, tellOf } from '../sharing/looked-at.ts'
import { membersOf } from '../sharing/members-of.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { problem } from './problem.ts'
import { limited, readBody } from './read-json.ts'
import { signedIn } from './signed-in.ts'

/** Who sees a record, and who has looked. */
export function memberRoutes(parts: ApiParts): Hono<ApiEnv> {
  const { accounts, tasks, auditing } = parts
  return new Hono<ApiEnv>()
    .get('/assessments/:id/members', signedIn(parts), async (c) => {
      const { session } = c.get('signedIn')
      const found = await tasks.run(session, () => membersOf(auditing, session, c.req.param('id')))
      if (!found) return problem(c, 'not-found')
      const ids = [
        found.owner,
        ...found.members.flatMap(({ user, invitedBy }) => [user, invitedBy]),
        ...found.agencies.map(({ invitedBy }) => invitedBy),
      ]
      const named = await accounts.db.run(() => agenciesBy(found.agencies.map(({ agency }) => agency)))
      return c.json({ ...found, named, people: await accounts.db.run(() => peopleBy(ids)) })
    })
    .get('/assessments/:id/looked', signedIn(parts), async (c) => {
      const before = beforeSchema.safeParse(c.req.query('before'))
      if (!before.success) return problem(c, 'not-readable')
      const { session } = c.get('signedIn')
      const found = await tasks.run(session, () => lookedAt(auditing, session, c.req.param('id'), before.data))
      if (!found) return problem(c, 'not-found')
      const ids = found.lines.map(({ who }) => who)
      return c.json({ ...found, people: await accounts.db.run(() => peopleBy(ids)) })
    })
    .post('/assessments/:id/audit', signedIn(parts), limited(), async (c) => {
      const read = await readBody(c, tellSchema)
      if (!read.ok) return read.response
      const { session } = c.get('signedIn')
      const told = await tasks.run(session, () => tellOf(auditing, session, c.req.param('id'), read.body))
      return told ? c.json({}) : problem(c, 'not-found')
    })
}

const beforeSchema = z._default(
  z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.coerce.number<string>()),
  Number.MAX_SAFE_INTEGER,
)
