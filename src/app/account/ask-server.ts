import { type AnswerBody, readAnswer } from '../../sync/answer.ts'
import { problemSchema, type Speaker } from '../../sync/api.ts'
import { rawRequest } from '../sync/raw-request.ts'

/** Any request that takes longer counts as unanswered. */
const LONGEST = 20_000

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}
/** For an answer whose body says nothing. */
export const anything: Schema<unknown> = { safeParse: (value) => ({ success: true, data: value }) }

/**
 * Why there is no answer of the shape that was asked for. `code` is the server's own; the others are `no-answer`, `not-ours` (a
 * page of somebody else) and `trouble`.
 */
export type NotAnswered = { ok: false; code: string; retryAfter: number | null }
export type AskServer = <T>(
  path: string,
  schema: Schema<T>,
  body?: unknown,
) => Promise<{ ok: true; body: T } | NotAnswered>

/**
 * One request to the server that the app came from: a GET, or a POST when there is a body. It never rejects. With a speaker
 * it is asked as that one only; while there is none, nothing is asked, and the answer is `signed-out`.
 */
export function askServer(ask: typeof fetch, speaker?: () => Speaker | null): AskServer {
  return async <T>(path: string, schema: Schema<T>, body?: unknown) => {
    const as = speaker?.()
    if (as === null) return { ok: false, code: 'signed-out', retryAfter: null }
    const sent = await rawRequest(ask, LONGEST, path, body, as)
    if (!sent) return { ok: false, code: 'no-answer', retryAfter: null }
    let answer: { data: T } | undefined
    const isProtocol = (value: unknown) => {
      const parsed = schema.safeParse(value)
      if (parsed.success) answer = parsed
      return parsed.success
    }
    const read = readAnswer(sent, isProtocol, Date.now())
    if (read.came === 'nothing') return { ok: false, code: 'no-answer', retryAfter: null }
    if (sent.status === 200 && answer) return { ok: true, body: answer.data }
    return { ok: false, code: codeOf(read.body, sent.text), retryAfter: read.retryAfter }
  }
}

function codeOf(body: AnswerBody, text: string): string {
  if (body === 'html') return 'not-ours'
  try {
    return problemSchema.parse(JSON.parse(text)).problem
  } catch {
    return 'trouble'
  }
}
