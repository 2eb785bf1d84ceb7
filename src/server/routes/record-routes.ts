import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { LIMITS } from '../../sync/limits.ts'
import { type MineResponse, pullRequestSchema, pushRequestSchema } from '../../sync/protocol.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { problem, unavailable } from './problem.ts'
import { limited, readBody, readJson } from './read-json.ts'
import { signedIn } from './signed-in.ts'

/** Quotation marks of an entry's text are escaped once more in the body: it may be twice as long, and then some. */
const PUSH_BODY = 2 * LIMITS.batchBytes + 256 * 1024

/** Push, pull and the list of what is one's own. Who asks is the session's word, never the body's. */
export function recordRoutes(parts: ApiParts): Hono<ApiEnv> {
  const { store, audit, reading } = parts
  return new Hono<ApiEnv>()
    .post('/push', signedIn(parts), limited(PUSH_BODY), async (c) => {
      const read = await readJson(c)
      if (!read.ok) return read.response
      if (isTooLarge(read.body)) return problem(c, 'too-large')
      const request = pushRequestSchema.safeParse(read.body)
      if (!request.success) return problem(c, 'not-readable')
      const pushed = await store.push(c.get('signedIn').session, request.data)
      return pushed.ok ? c.json(pushed.answer) : unavailable(c)
    })
    .post('/pull', compress(), signedIn(parts), limited(), async (c) => {
      const read = await readBody(c, pullRequestSchema)
      if (!read.ok) return read.response
      const { session, key } = c.get('signedIn')
      const pulled = await store.pull(session, read.body)
      if (!pulled.ok) return unavailable(c)
      const { assessment } = read.body
      if (pulled.answer.result === 'unknown-assessment') await audit.refused(session, assessment, 'pull')
      else await audit.opened(session, key, assessment)
      return c.json(pulled.answer)
    })
    .get('/assessments', signedIn(parts), async (c) => {
      const mine = await store.mine(c.get('signedIn').session)
      return mine.ok ? c.json({ ...mine.answer, reading } satisfies MineResponse) : unavailable(c)
    })
}

/** Said before the shape is looked at, so that the device splits the batch. */
function isTooLarge(body: unknown): boolean {
  const { begin, entries } = (body ?? {}) as { begin?: unknown; entries?: unknown }
  if (Array.isArray(begin) && begin.length > LIMITS.begins) return true
  if (!Array.isArray(entries)) return false
  if (entries.length > LIMITS.batchEntries) return true
  const bytes = entries.reduce((sum, text) => sum + (typeof text === 'string' ? Buffer.byteLength(text) : 0), 0)
  return bytes > LIMITS.batchBytes
}
