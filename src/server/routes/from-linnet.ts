import type { MiddlewareHandler } from 'hono'
import { REQUEST_HEADER } from '../../sync/api.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { problem } from './problem.ts'

/**
 * Refuses what another site could make a browser send: anything but reading needs a header that a form cannot set, and an
 * origin, where one is told, that is our own. No answer is kept in a cache.
 */
export function fromLinnet({ origin }: Pick<ApiParts, 'origin'>): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    c.header('cache-control', 'no-store')
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!reads && !isFromLinnet(c.req.raw, origin)) return problem(c, 'not-from-linnet')
    return next()
  }
}

function isFromLinnet(request: Request, own: string | undefined): boolean {
  const { headers } = request
  if (headers.get(REQUEST_HEADER.name) !== REQUEST_HEADER.value) return false
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  if (origin === null) return true
  if (own !== undefined) return origin === own
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host
}
