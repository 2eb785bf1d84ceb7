import { Hono } from 'hono'
import { findPersonSchema } from '../../sync/sharing-api.ts'
import { peopleOfAgency, personByEmail } from '../accounts/directory.ts'
import { countUse } from '../accounts/rate-limit.ts'
import { SERVER_CHAIN } from '../audit/audit-line.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { problem } from './problem.ts'
import { limited, readBody } from './read-json.ts'
import { signedIn } from './signed-in.ts'

/** In a quarter of an hour, by one account. */
const LOOK_UPS = 30

/** Whom one may invite. */
export function peopleRoutes(parts: ApiParts): Hono<ApiEnv> {
  const { accounts, audit } = parts
  return new Hono<ApiEnv>()
    .post('/people', signedIn(parts), limited(), async (c) => {
      const read = await readBody(c, findPersonSchema)
      if (!read.ok) return read.response
      const { session, revoked } = c.get('signedIn')
      const { wait, user } = await accounts.db.run(function* () {
        const wait = yield* countUse(accounts, 'people', session.user, LOOK_UPS)
        return { wait, user: wait === null && !revoked ? yield* personByEmail(read.body.email) : undefined }
      })
      if (wait !== null) return problem(c, 'too-many', wait)
      const detail = { found: user?.id ?? null, device: session.device }
      await audit.note({ chain: SERVER_CHAIN, who: session.user, what: 'looked-up-person', detail })
      return user ? c.json({ user }) : problem(c, 'not-found')
    })
    .get('/agency/people', signedIn(parts), async (c) => {
      const { agency, revoked } = c.get('signedIn')
      return c.json({ people: revoked ? [] : await accounts.db.run(() => peopleOfAgency(agency)) })
    })
}
