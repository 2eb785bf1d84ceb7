import type { Session } from '../src/server/records/record-store.ts'
import type { RawAnswer } from '../src/sync/answer.ts'
import { mineResponseSchema, type PullResponse, pullResponseSchema, pushResponseSchema } from '../src/sync/protocol.ts'
import { noReply, type Reply, replyOf, type SyncTransport } from '../src/sync/transport.ts'
import type { Chance } from './chance.ts'
import { json, type Path, type SimulatedServer } from './server.ts'
import type { Page, Turns } from './turns.ts'

export interface Harm {
  /** Likelihoods of one request: lost on the way there or back, sent twice, answered otherwise. */
  loss: number
  duplicates: number
  oddAnswers: number
}

export interface NetworkParts {
  chance: Chance
  turns: Turns
  server: SimulatedServer
  harm(): Harm
  now(): number
  count(fault: string): void
  /** What the protocol forbids was seen on the wire. */
  wrong(what: string): void
  note(what: string): void
}

/** A line between one page of a device and the server, that loses, repeats, delays, cuts off and answers for others. */
export function lineOf(
  parts: NetworkParts,
  page: Page,
  whose: { session(): Session | null; reachable(): boolean; inFlight: Set<string> },
): SyncTransport {
  const { chance, turns, server, harm, count } = parts

  async function exchange(path: Path, body: string): Promise<RawAnswer | null> {
    await turns.gate(page, `asks ${path}`)
    if (!whose.reachable()) return lost('partition')
    if (chance.happens(harm().loss)) return lost('request lost')
    if (chance.happens(harm().oddAnswers / 2)) return odd(true)
    const session = whose.session()
    const answer = await server.handle(session, path, body)
    parts.note(`${page.name} ${path} ${answer.status} ${answer.text.length}`)
    if (chance.happens(harm().duplicates)) {
      count('duplicate')
      turns.start(wire, `repeats ${path}`, async () => void (await server.handle(session, path, body)))
    }
    await turns.gate(page, `hears of ${path}`)
    if (!whose.reachable()) return lost('partition')
    if (chance.happens(harm().loss)) return lost('answer lost')
    if (chance.happens(harm().oddAnswers / 2)) return odd(false)
    if (chance.happens(harm().oddAnswers / 2)) {
      count('half answer')
      return { ...answer, text: answer.text.slice(0, chance.between(0, answer.text.length - 1)) }
    }
    if (path === '/api/pull' && chance.happens(harm().oddAnswers / 4)) {
      count('text garbled')
      return { ...answer, text: garbled(answer.text) }
    }
    return answer
  }
  const lost = (fault: string): null => {
    count(fault)
    return null
  }
  /** Of somebody on the way, or of a server in trouble; before it was asked, or after. */
  const odd = (before: boolean): RawAnswer => {
    const answer = chance.pick(before ? ODD : ODD.filter(({ status }) => status !== 413 && status !== 400))
    count(`status ${answer.status}`)
    return answer
  }

  async function reply<T>(
    path: Path,
    body: unknown,
    schema: Parameters<typeof replyOf<T>>[1],
    look: (body: T) => void = () => {},
  ): Promise<Reply<T>> {
    // The sender's lock ends with its page.
    const others = [...whose.inFlight].filter((name) => name !== page.name)
    if (others.length > 0) parts.wrong('two tabs of one device speak to the server at once')
    whose.inFlight.add(page.name)
    const raw = await exchange(path, JSON.stringify(body))
    whose.inFlight.delete(page.name)
    if (raw === null) return noReply
    const read = replyOf(raw, schema, parts.now())
    if (read.body !== null) look(read.body)
    return read
  }

  return {
    push: (request) => reply('/api/push', request, pushResponseSchema),
    mine: () => reply('/api/assessments', {}, mineResponseSchema),
    pull: (request) =>
      reply('/api/pull', { ...request, limit: chance.between(1, 6) }, pullResponseSchema, (body) => {
        if (hasGap(body, request.after)) parts.wrong('a page leaves out a number')
      }),
  }
}

/** Still JSON, still an entry, and not what the server holds. */
const garbled = (text: string): string => text.replace(/\\"n\\":(\d)/, (_, n) => `\\"n\\":${(Number(n) + 1) % 10}`)

const wire: Page = { name: 'wire', alive: true }

const PAGE = '<!doctype html><title>Welcome</title><p>Accept the terms of this network.'
const html = (status: number): RawAnswer => ({ status, contentType: 'text/html', retryAfter: null, text: PAGE })
const ODD: readonly RawAnswer[] = [
  html(200),
  html(403),
  html(401),
  html(404),
  { status: 0, contentType: null, retryAfter: null, text: '' },
  { status: 302, contentType: null, retryAfter: null, text: '' },
  html(502),
  json(500, { problem: 'server-trouble' }),
  json(503, { problem: 'unavailable' }, '3'),
  json(429, { problem: 'too-many' }, '2'),
  json(401, { problem: 'signed-out' }),
  json(403, { problem: 'not-from-linnet' }),
  json(404, { problem: 'not-found' }),
  json(409, { problem: 'other' }),
  json(413, { problem: 'too-large' }),
  json(400, { problem: 'not-readable' }),
  json(200, { unheard: 'of' }),
]

function hasGap(response: PullResponse, after: string | null): boolean {
  if (response.result !== 'page') return false
  const before = after === null ? 0 : Number(after.split('.')[0])
  return response.entries.some(({ seq }, n) => seq !== before + n + 1)
}
