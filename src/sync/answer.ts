/**
 * What came back of one request, before anybody believes it.
 * `body`: `protocol` is JSON of the shape that was asked for; `problem` is other JSON; `half` is JSON that was cut off, or
 * nothing where JSON should be; `html` is a page, which Linnet's server never sends here; `other` is anything else.
 */
export type Answer =
  | { came: 'nothing' }
  | {
      came: 'answer'
      status: number
      body: AnswerBody
      /** Seconds, from `Retry-After`; null without one. */
      retryAfter: number | null
    }

export type AnswerBody = 'protocol' | 'problem' | 'half' | 'html' | 'other'

export interface RawAnswer {
  status: number
  /** As the header says it; null without one. */
  contentType: string | null
  retryAfter: string | null
  text: string
}

/** Reads an answer once. `isProtocol` is the check of the body that was asked for. `now` is in milliseconds. */
export function readAnswer(raw: RawAnswer, isProtocol: (body: unknown) => boolean, now: number): Answer {
  return {
    came: 'answer',
    status: raw.status,
    body: bodyOf(raw, isProtocol),
    retryAfter: retryAfterOf(raw.retryAfter, now),
  }
}

function bodyOf({ contentType, text }: RawAnswer, isProtocol: (body: unknown) => boolean) {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'text/html' || type === 'application/xhtml+xml' || text.trimStart().startsWith('<')) return 'html'
  try {
    const body: unknown = JSON.parse(text)
    return isProtocol(body) ? 'protocol' : 'problem'
  } catch {
    return type === 'application/json' || text === '' ? 'half' : 'other'
  }
}

/** A number of seconds, or a date by the server's clock; a date in the past is 0. */
function retryAfterOf(header: string | null, now: number): number | null {
  if (header === null) return null
  if (/^\s*\d+\s*$/.test(header)) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000))
}
