import type { RawAnswer } from '../../sync/answer.ts'
import { REQUEST_HEADER, SPEAKER_HEADER, type Speaker, speakerHeader } from '../../sync/api.ts'

/**
 * One request to the server that the app came from, with the session's cookie: a GET, or a POST when there is a body. Null
 * when nothing came within `longestMs`. It never rejects, and follows no redirect. With a speaker it is answered as signed out
 * where the session is of anybody else.
 */
export async function rawRequest(
  doFetch: typeof fetch,
  longestMs: number,
  path: string,
  body?: unknown,
  speaker?: Speaker | null,
): Promise<RawAnswer | null> {
  const given = new AbortController()
  const timer = setTimeout(() => given.abort(), longestMs)
  try {
    const response = await doFetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      signal: given.signal,
      headers: {
        accept: 'application/json',
        ...(speaker && { [SPEAKER_HEADER]: speakerHeader(speaker) }),
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

/** What broke off in the middle is half an answer, whose status was heard: the fault table knows what that means. */
const textOf = (response: Response): Promise<string> => response.text().catch(() => '')
