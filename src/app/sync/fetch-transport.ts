import * as z from 'zod/mini'
import type { Author } from '../../domain/entry.ts'
import { problemSchema, type SessionBody, type Speaker, sessionSchema } from '../../sync/api.ts'
import { mineResponseSchema, pullResponseSchema, pushResponseSchema } from '../../sync/protocol.ts'
import { noReply, type Reply, replyOf, type SyncTransport } from '../../sync/transport.ts'
import { rawRequest } from './raw-request.ts'

/** Push and pull, and who is signed in. */
export interface AccountTransport extends SyncTransport {
  session(): Promise<Reply<SessionBody>>
  /** "On this device I recorded as this." `body` of a refusal names the problem. */
  claimAuthor(author: Author): Promise<Reply<Record<string, never>> & { problem: string | null }>
}

/** A batch of a megabyte over a slow line of a rural visit. */
const LONGEST = 60_000

/**
 * Speaks to the server that the app came from, with the session's cookie. It never rejects, and follows no redirect. All but
 * asking whose session it is goes as `speaker`, asked at each request.
 */
export function fetchTransport(
  speaker: () => Speaker | null,
  doFetch: typeof fetch = globalThis.fetch,
  now: () => number = Date.now,
): AccountTransport {
  const ask = (path: string, body?: unknown, as = speaker()) => rawRequest(doFetch, LONGEST, path, body, as)
  async function reply<T>(
    schema: Parameters<typeof replyOf<T>>[1],
    path: string,
    body?: unknown,
    as = speaker(),
  ): Promise<Reply<T>> {
    const raw = await ask(path, body, as)
    return raw ? replyOf(raw, schema, now()) : noReply
  }

  return {
    push: (request) => reply(pushResponseSchema, '/api/push', request),
    pull: (request) => reply(pullResponseSchema, '/api/pull', request),
    mine: () => reply(mineResponseSchema, '/api/assessments'),
    session: () => reply(sessionSchema, '/api/session', undefined, null),
    async claimAuthor({ id, name, role, agency }) {
      const raw = await ask('/api/authors', { id, name, role, agency })
      if (!raw) return { ...noReply, problem: null }
      return { ...replyOf(raw, emptySchema, now()), problem: problemIn(raw.text) }
    },
  }
}

const emptySchema = z.strictObject({})

function problemIn(text: string): string | null {
  try {
    const read = problemSchema.safeParse(JSON.parse(text))
    return read.success ? read.data.problem : null
  } catch {
    return null
  }
}
