import pg from 'pg'
import { codeOf } from '../records/postgres-database.ts'
import type { FeedEvents, HeadFeed } from './head-feed.ts'

/** What a push notifies, in its own transaction: the head, a space, the assessment. */
export const CHANNEL = 'linnet_head'

/** How long until a lost connection is tried again, and how often one that seems to live is asked. */
const AGAIN = 500
const ASKED = 10_000

/**
 * One connection of its own for each process: not of the pool, which would give it away. When it is lost, what is
 * committed meanwhile is told to nobody, so that after each new connection everybody is to look.
 */
export function postgresFeed(url: string, onLost: (code: string) => void): HeadFeed {
  let closed = false
  let current: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  async function connect(on: FeedEvents): Promise<void> {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ASKED, query_timeout: ASKED })
    current = client
    let lost = false
    const lose = (code: string) => {
      if (lost) return
      lost = true
      clearTimeout(timer)
      if (closed) return
      onLost(code)
      void client.end().catch(() => {})
      timer = setTimeout(() => void connect(on), AGAIN)
    }
    client.on('error', (error) => lose(codeOf(error)))
    client.on('end', () => lose('ended'))
    client.on('notification', ({ payload = '' }) => {
      const [, head, assessment] = /^(\d+) (.+)$/s.exec(payload) ?? []
      if (head && assessment) on.moved(assessment, Number(head))
    })
    // A connection that died without a word is found out by asking.
    const ask = async () => {
      await client.query('SELECT 1')
      if (!lost && !closed) timer = setTimeout(() => void ask().catch((error) => lose(codeOf(error))), ASKED)
    }
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      on.unsure()
      await ask()
    } catch (error) {
      lose(codeOf(error))
    }
  }

  return {
    start: (on) => void connect(on),
    close: async () => {
      closed = true
      clearTimeout(timer)
      await current?.end().catch(() => {})
    },
  }
}
