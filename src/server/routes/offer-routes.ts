import { Hono } from 'hono'
import { agenciesByName, peopleBy } from '../accounts/directory.ts'
import { offersFor } from '../sharing/agency-offers.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { problem } from './problem.ts'
import { signedIn } from './signed-in.ts'

/** Which agencies can be invited into a record, and what is offered to one's own. */
export function offerRoutes(parts: ApiParts): Hono<ApiEnv> {
  const { accounts, audit, tasks, auditing } = parts
  return new Hono<ApiEnv>()
    .get('/agencies', signedIn(parts), async (c) => {
      const { revoked } = c.get('signedIn')
      return c.json({ agencies: revoked ? [] : await accounts.db.run(agenciesByName) })
    })
    .get('/agency/offers', signedIn(parts), async (c) => {
      const { session, access, body } = c.get('signedIn')
      if (access === 'administrator') {
        await audit.notAllowed(session, 'practitioner')
        return problem(c, 'not-allowed')
      }
      const offers = await tasks.run(session, () => offersFor(auditing, session))
      const ids = offers.flatMap(({ by, takenUpBy }) => [by, ...takenUpBy])
      const { agency } = body.user
      return c.json({ agency, offers, people: await accounts.db.run(() => peopleBy(ids)) })
    })
}
