import { Hono } from 'hono'
import { faultOf } from '../log.ts'
import { agencyRoutes } from './agency-routes.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { eventRoutes } from './event-routes.ts'
import { fromLinnet } from './from-linnet.ts'
import { glassRoutes } from './glass-routes.ts'
import { isAway } from './is-away.ts'
import { memberRoutes } from './member-routes.ts'
import { offerRoutes } from './offer-routes.ts'
import { oidcRoutes } from './oidc-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { problem, unavailable } from './problem.ts'
import { quarantineRoutes } from './quarantine-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { sessionRoutes } from './session-routes.ts'

/** Everything under `/api`, as `sync/api.ts` and `sync/protocol.ts` describe it. */
export function createApi(parts: ApiParts): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>()
  api.onError((error, c) => {
    c.header('cache-control', 'no-store')
    if (isAway(error)) return unavailable(c)
    parts.log('request-failed', { method: c.req.method, ...faultOf(error) })
    return problem(c, 'server-trouble')
  })
  api.use('*', fromLinnet(parts))
  api.route('/', recordRoutes(parts))
  api.route('/', sessionRoutes(parts))
  api.route('/', agencyRoutes(parts))
  api.route('/', eventRoutes(parts))
  api.route('/', oidcRoutes(parts))
  api.route('/', peopleRoutes(parts))
  api.route('/', memberRoutes(parts))
  api.route('/', offerRoutes(parts))
  api.route('/', glassRoutes(parts))
  api.route('/', quarantineRoutes(parts))
  api.all('*', (c) => problem(c, 'not-found'))
  return api
}
