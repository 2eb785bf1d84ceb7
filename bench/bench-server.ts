import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beginSession } from '../src/server/accounts/sessions.ts'
import { newSigner } from '../src/server/audit/signer.ts'
import { openRecords } from '../src/server/records/open-records.ts'
import { aServer } from '../tests/journeys/harness/server.ts'
import { accountParts, anAgency, aPerson, START } from '../tests/server/accounts/accounts-builders.ts'

export interface BenchServer {
  url: string
  /** For each of the people, the tokens of their devices. */
  tokens: string[][]
  /** Of the process, as the system counts it now. */
  residentMb(): number
  remove(): Promise<void>
}

/** The real server in a process of its own, with SQLite on the disk and people who are signed in. */
export async function benchServer(people: number, devices: number): Promise<BenchServer> {
  const server = aServer()
  const records = join(server.data, 'records')
  const tokens = await signedIn(records, people, devices)
  await server.start()
  return {
    url: server.url,
    tokens,
    residentMb: () => {
      const pid = readFileSync(join(records, 'server.pid'), 'utf8').trim()
      const kb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
      return Math.round(kb / 1024)
    },
    remove: () => server.remove(),
  }
}

async function signedIn(folder: string, people: number, devices: number): Promise<string[][]> {
  const newId = () => crypto.randomUUID()
  const opened = await openRecords(
    { databaseUrl: undefined, folder, onIdleError: () => {} },
    { now: () => new Date().toISOString(), newId, alarm: () => {}, signer: newSigner() },
  )
  if (!opened.ok) throw new Error(opened.problem)
  const parts = { ...accountParts(opened.accounts), newId }
  parts.passes(Date.now() - START - people * 100_000)
  const agency = await anAgency(parts, 'Northgate')
  const tokens: string[][] = []
  for (let n = 0; n < people; n++) {
    const { user } = await aPerson(parts, agency, { name: `Person ${n}` })
    const theirs: string[] = []
    for (let m = 0; m < devices; m++)
      theirs.push(await parts.db.run(() => beginSession(parts, user, { id: `d${m}`, name: 'work phone' })))
    tokens.push(theirs)
  }
  await opened.store.close()
  return tokens
}
