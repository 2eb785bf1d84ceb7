import { Hono } from 'hono'
import { breakGlassSchema } from '../../sync/sharing-api.ts'
import { peopleBy } from '../accounts/directory.ts'
import { countUse } from '../accounts/rate-limit.ts'
import { breakGlass, noticesFor, sawNotice } from '../sharing/broken-glass.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { problem } from './problem.ts'
import { limited, readBody } from './read-json.ts'
import { signedIn } from './signed-in.ts'

/** In a quarter of an hour, by one account. */
const BREAKINGS = 20

/** Reading a record of others in an emergency, and what its owner is told of it. */
export function glassRoutes(parts: ApiParts): Hono<ApiEnv> {
  const { accounts, audit, tasks, auditing, log } = parts
  return new Hono<ApiEnv>()
    .post('/break-glass', signedIn(parts), limited(), async (c) => {
      const { session, access } = c.get('signedIn')
      if (access === 'administrator') {
        await audit.notAllowed(session, 'practitioner')
        return problem(c, 'not-allowed')
      }
      const read = await readBody(c, breakGlassSchema)
      if (!read.ok) return read.response
      const wait = await accounts.db.run(() => countUse(accounts, 'glass', session.user, BREAKINGS))
      if (wait !== null) return problem(c, 'too-many', wait)
      const breaking = { id: accounts.newId(), ...read.body }
      const broken = await tasks.run(session, () => breakGlass(auditing, session, breaking))
      if (!broken) return problem(c, 'not-found')
      if (broken.until !== null) log('broke-glass', { user: session.user, assessment: read.body.assessment })
      return c.json(broken)
    })
    .get('/notices', signedIn(parts), async (c) => {
      const { session } = c.get('signedIn')
      const notices = await tasks.run(session, () => noticesFor(session))
      return c.json({ notices, people: await accounts.db.run(() => peopleBy(notices.map(({ who }) => who))) })
    })
    .post('/notices/:id/seen', signedIn(parts), async (c) => {
      const { session } = c.get('signedIn')
      const seen = await tasks.run(session, () => sawNotice(auditing, session, c.req.param('id')))
      return seen ? c.json({}) : problem(c, 'not-found')
    })
}
