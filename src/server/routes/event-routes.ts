import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { HeadEvent } from '../../sync/api.ts'
import type { Listener } from '../live/hub.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { unavailable } from './problem.ts'
import { signedIn } from './signed-in.ts'

/** A comment this often, so that nothing in between takes the connection for dead. */
const COMMENT = 15_000

/** Tells that a head moved, and nothing of what was recorded: the client pulls. */
export function eventRoutes(parts: ApiParts): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/events', signedIn(parts), (c) => {
    // Whoever asks for the head of it would hold a stream that nobody reads.
    if (c.req.method === 'HEAD') return c.body(null)
    const news = waitingNews()
    if (!parts.hub.join(c.get('signedIn'), news.listener)) return unavailable(c)
    c.header('content-type', 'text/event-stream')
    c.header('x-accel-buffering', 'no')
    return stream(c, async (out) => {
      out.onAbort(news.listener.end)
      try {
        await out.write(': here\n\n')
        for (let next = await news.next(); next !== 'end'; next = await news.next()) await out.write(next)
      } finally {
        parts.hub.leave(news.listener)
      }
    })
  })
}

/** What waits to be written to one client. Of each assessment the newest head only: a slow client costs no memory. */
function waitingNews(): { listener: Listener; next(): Promise<string | 'end'> } {
  const heads = new Map<string, number>()
  let ended = false
  let wake = () => {}
  return {
    listener: {
      tell: ({ assessment, head }) => {
        heads.set(assessment, Math.max(head, heads.get(assessment) ?? 0))
        wake()
      },
      end: () => {
        ended = true
        wake()
      },
    },
    async next() {
      if (!ended && heads.size === 0) await woken()
      if (ended) return 'end'
      const events = [...heads].map(([assessment, head]) => textOf({ assessment, head }))
      heads.clear()
      return events.join('') || ': still here\n\n'
    },
  }

  function woken(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, COMMENT)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

const textOf = (event: HeadEvent): string => `event: head\ndata: ${JSON.stringify(event)}\n\n`
