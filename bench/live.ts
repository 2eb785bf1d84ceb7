import { Agent, type ClientRequest, get } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import { benchServer } from './bench-server.ts'
import { linnetTrial } from './linnet-sync.ts'

export interface LiveFigures {
  connections: number
  /** How many of them were told of one entry that was pushed. */
  told: number
  /** Resident megabytes of the server's one process: without any, with all, and after all were told. */
  residentMb: { before: number; held: number; afterTelling: number }
}

const CONNECTIONS = 1000

/** One process of the server, each connection from another device of one person, who is told of one assessment on all of them. */
export async function measureLive(): Promise<LiveFigures> {
  const server = await benchServer(1, CONNECTIONS)
  const asked: ClientRequest[] = []
  try {
    const [tokens = []] = server.tokens
    const before = server.residentMb()
    let told = 0
    const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
    const here = tokens.map(
      (token) =>
        new Promise<void>((done, fail) => {
          const request = get(new URL('/api/events', server.url), { agent, headers: cookieOf(token) }, (answer) => {
            answer.on('data', (chunk) => {
              if (String(chunk).includes('event: head')) told++
              done()
            })
            answer.on('end', () => fail(new Error('a connection ended')))
          })
          request.on('error', fail)
          asked.push(request)
        }),
    )
    await Promise.all(here)
    await after(SETTLED)
    const held = server.residentMb()
    await beginAssessment(server.url, tokens[0] ?? '')
    for (let n = 0; n < 100 && told < CONNECTIONS; n++) await after(100)
    await after(SETTLED)
    return { connections: CONNECTIONS, told, residentMb: { before, held, afterTelling: server.residentMb() } }
  } finally {
    for (const request of asked) request.on('error', () => {}).destroy()
    await server.remove()
  }
}

const SETTLED = 3000
const cookieOf = (token: string) => ({ cookie: `__Host-linnet=${token}` })

async function beginAssessment(url: string, token: string): Promise<void> {
  const trial = linnetTrial(url, 0, [token, token])
  await trial.prepare(1)
  await trial.push()
}
