import * as z from 'zod/mini'
import type { Author } from '../../domain/entry.ts'
import { problemSchema, REQUEST_HEADER, type SessionBody, sessionSchema } from '../../sync/api.ts'
import { mineResponseSchema, pullResponseSchema, pushResponseSchema } from '../../sync/protocol.ts'
import { noReply, type Reply, replyOf, type SyncTransport } from '../../sync/transport.ts'

/** Push and pull, and who is signed in. */
export interface AccountTransport extends SyncTransport {
  session(): Promise<Reply<SessionBody>>
  /** "On this device I recorded as this." `body` of a refusal names the problem. */
  claimAuthor(author: Author): Promise<Reply<Record<string, never>> & { problem: string | null }>
}

/** A batch of a megabyte over a slow line of a rural visit. */
const LONGEST = 60_000

/** Speaks to the server that the app came from, with the session's cookie. It never rejects, and follows no redirect. */
export function fetchTransport(
  doFetch: typeof fetch = globalThis.fetch,
  now: () => number = Date.now,
): AccountTransport {
  async function ask(path: string, body?: unknown): Promise<Parameters<typeof replyOf>[0] | null> {
    const given = new AbortController()
    const timer = setTimeout(() => given.abort(), LONGEST)
    try {
      const response = await doFetch(path, {
        method: body === undefined ? 'GET' : 'POST',
        credentials: 'same-origin',
        redirect: 'manual',
        cache: 'no-store',
        signal: given.signal,
        headers: {
          accept: 'application/json',
          ...(body !== undefined && {
            'content-type': 'application/json',
            [REQUEST_HEADER.name]: REQUEST_HEADER.value,
          }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const { status, headers } = response
      const text = await textOf(response)
      return { status, contentType: headers.get('content-type'), retryAfter: headers.get('retry-after'), text }
    } catch {
      return null
    } finally {
      clearTimeout(timer)
    }
  }
  async function reply<T>(schema: Parameters<typeof replyOf<T>>[1], path: string, body?: unknown): Promise<Reply<T>> {
    const raw = await ask(path, body)
    return raw ? replyOf(raw, schema, now()) : noReply
  }

  return {
    push: (request) => reply(pushResponseSchema, '/api/push', request),
    pull: (request) => reply(pullResponseSchema, '/api/pull', request),
    mine: () => reply(mineResponseSchema, '/api/assessments'),
    session: () => reply(sessionSchema, '/api/session'),
    async claimAuthor({ id, name, role, agency }) {
      const raw = await ask('/api/authors', { id, name, role, agency })
      if (!raw) return { ...noReply, problem: null }
      return { ...replyOf(raw, emptySchema, now()), problem: problemIn(raw.text) }
    },
  }
}

const emptySchema = z.strictObject({})

/** What broke off in the middle is half an answer, whose status was heard: the fault table knows what that means. */
const textOf = (response: Response): Promise<string> => response.text().catch(() => '')

function problemIn(text: string): string | null {
  try {
    const read = problemSchema.safeParse(JSON.parse(text))
    return read.success ? read.data.problem : null
  } catch {
    return null
  }
}
