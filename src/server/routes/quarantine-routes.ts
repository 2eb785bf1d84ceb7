import { Hono } from 'hono'
import { decideQuarantineSchema } from '../../sync/sharing-api.ts'
import { peopleBy } from '../accounts/directory.ts'
import { decideQuarantined, quarantineOf } from '../sharing/quarantine-review.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { problem } from './problem.ts'
import { limited, readBody } from './read-json.ts'
import { signedIn } from './signed-in.ts'

/** What was kept apart, for the record's owner to look at. */
export function quarantineRoutes(parts: ApiParts): Hono<ApiEnv> {
  const { accounts, tasks, auditing } = parts
  return new Hono<ApiEnv>()
    .get('/assessments/:id/quarantine', signedIn(parts), async (c) => {
      const { session } = c.get('signedIn')
      const entries = await tasks.run(session, () => quarantineOf(auditing, session, c.req.param('id')))
      if (!entries) return problem(c, 'not-found')
      return c.json({ entries, people: await accounts.db.run(() => peopleBy(entries.map(({ by }) => by))) })
    })
    .post('/quarantine/:id', signedIn(parts), limited(), async (c) => {
      const read = await readBody(c, decideQuarantineSchema)
      if (!read.ok) return read.response
      const { session } = c.get('signedIn')
      const decided = await tasks.run(session, () => decideQuarantined(auditing, session, c.req.param('id'), read.body))
      if (decided?.answer.result === 'taken-in') await tasks.headMoved(decided.assessment, decided.answer.seq)
      return decided ? c.json(decided.answer) : problem(c, 'not-found')
    })
}
