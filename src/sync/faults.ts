import type { Answer } from './answer.ts'

/**
 * What the outbox does next with a batch. No step drops, deletes or forgets anything, and none is for ever: what is held
 * back is tried again too, only less often, and whenever the user asks.
 * - `apply`: read the results, one for each entry.
 * - `retry`: send the same again after `afterMs`. The user goes on working; the list of what is not sent says why.
 * - `sign-in`: the user signs in again, when it suits; what was sent stays in the outbox, and recording goes on.
 * - `pull-first`: pull the assessment, then send again after `afterMs`.
 * - `split`: send it as two halves, at once.
 * - `hold-back`: show it as held back, with the reason; the user may look at it, save it to a file, or send again.
 */
export type NextStep =
  | { do: 'apply' }
  | { do: 'retry'; why: RetryReason; afterMs: number }
  | { do: 'sign-in' }
  | { do: 'pull-first'; afterMs: number }
  | { do: 'split' }
  | { do: 'hold-back'; why: RefusedReason; afterMs: number }

export type RetryReason =
  /** Nothing came: no network, or it broke off. */
  | 'no-answer'
  /** The answer was cut off: the server may have stored everything or nothing. */
  | 'half-answer'
  /** Something between here and the server answers with pages of its own, such as the sign-in of a public network. */
  | 'captive-portal'
  | 'server-busy'
  | 'server-trouble'
  | 'not-understood'

export type RefusedReason =
  /** The server says that this person may not send this. */
  | 'not-allowed'
  /** The server says that there is nothing at this address. */
  | 'not-known'
  /** One entry alone is more than the server takes. */
  | 'too-large'
  /** The server could not read this one. */
  | 'not-readable'

export interface Attempt {
  /** How often this batch has been tried before, 0 at first. */
  failures: number
  /** Entries in the batch. */
  size: number
  /** From 0 up to 1, so that a thousand devices do not come back in the same second. */
  chance: number
}

/** The fault table. Every status that is not named is one that some server, proxy or network may still take back. */
export function nextStep(answer: Answer, attempt: Attempt): NextStep {
  const retry = (why: RetryReason): NextStep => ({ do: 'retry', why, afterMs: waitFor(answer, attempt) })
  const holdBack = (why: RefusedReason): NextStep => ({ do: 'hold-back', why, afterMs: holdFor(answer, attempt) })
  const halve = (why: RefusedReason): NextStep => (attempt.size > 1 ? { do: 'split' } : holdBack(why))

  if (answer.came === 'nothing') return retry('no-answer')
  const { status, body } = answer
  if (status >= 500 && status !== NETWORK_SIGN_IN) return retry('server-trouble')
  // Linnet's server answers with no page and sends nobody elsewhere: whoever does is not it, whatever the status.
  if (body === 'html' || status === NETWORK_SIGN_IN || isRedirect(status)) return retry('captive-portal')
  if (isSuccess(status)) {
    if (body === 'protocol') return { do: 'apply' }
    return retry(body === 'half' ? 'half-answer' : 'not-understood')
  }
  switch (status) {
    case 401:
      return { do: 'sign-in' }
    case 403:
      return holdBack('not-allowed')
    case 404:
    case 410:
      return holdBack('not-known')
    case 409:
      return { do: 'pull-first', afterMs: waitFor(answer, attempt) }
    case 413:
      return halve('too-large')
    case 400:
    case 422:
      return halve('not-readable')
    case 408:
    case 425:
      return retry('server-trouble')
    case 429:
      return retry('server-busy')
    default:
      return retry('not-understood')
  }
}

const NETWORK_SIGN_IN = 511
const isSuccess = (status: number): boolean => status >= 200 && status < 300
/** 0 is what a browser tells of a redirect that it was asked not to follow. */
const isRedirect = (status: number): boolean => status === 0 || (status >= 300 && status < 400)

const SECOND = 1000
const SHORTEST = SECOND
const LONGEST = 5 * 60 * SECOND
const HELD = 15 * 60 * SECOND
const LONGEST_ASKED = 60 * 60 * SECOND

/** 1 s, 2 s, 4 s ... up to 5 minutes, give or take a quarter; as long as the server asks, but never over an hour. */
function waitFor(answer: Answer, attempt: Attempt): number {
  const doubled = Math.min(LONGEST, SHORTEST * 2 ** Math.min(attempt.failures, 20))
  return asked(answer, spread(doubled, attempt))
}

function holdFor(answer: Answer, attempt: Attempt): number {
  return asked(answer, spread(HELD, attempt))
}

const spread = (ms: number, { chance }: Attempt): number => Math.round(ms * (0.75 + chance / 2))

function asked(answer: Answer, own: number): number {
  const wish = answer.came === 'answer' ? (answer.retryAfter ?? 0) * SECOND : 0
  return Math.min(LONGEST_ASKED, Math.max(own, wish))
}
