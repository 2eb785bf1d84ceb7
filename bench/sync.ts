import { benchServer } from './bench-server.ts'
import { countingLine } from './counting-line.ts'
import { linnetTrial } from './linnet-sync.ts'
import { pouchServer, pouchTrial } from './pouchdb-sync.ts'
import { spread } from './statistics.ts'
import type { Trial } from './sync-trial.ts'

interface SyncFigures {
  /** Entries in a second by one client, in batches of 100, with what the client itself does with them: the median of the runs. */
  pushedPerSecond: number
  pulledPerSecond: number
  /** On the wire in both directions, with all headers. Both servers compress what is pulled. */
  bytesPerEntryPushed: number
  bytesPerEntryPulled: number
}

const RUNS = 5
const ENTRIES = 2000

/**
 * Linnet with its real server over SQLite, every batch on the disk before it is acknowledged, audited and checked for whose it is; PouchDB with
 * its own server in memory, which does none of this. Each server is a process of its own; runs of both take turns.
 */
export async function measureSync(): Promise<{
  entries: number
  runs: number
  linnet: SyncFigures
  pouchdb: SyncFigures
}> {
  const linnet = await benchServer(RUNS + 2, 2)
  const pouch = await pouchServer()
  try {
    const kinds = {
      linnet: { url: linnet.url, trial: (url: string, n: number) => linnetTrial(url, n, linnet.tokens[n] ?? []) },
      pouchdb: { url: pouch.url, trial: (url: string, n: number) => pouchTrial(url, n) },
    }
    const timed = { linnet: [] as Timed[], pouchdb: [] as Timed[] }
    for (let n = 0; n <= RUNS; n++) {
      for (const kind of ['linnet', 'pouchdb'] as const) {
        const run = await timesOf(kinds[kind].trial(kinds[kind].url, n))
        // The first warms up.
        if (n > 0) timed[kind].push(run)
      }
    }
    const figures = async (kind: 'linnet' | 'pouchdb'): Promise<SyncFigures> => ({
      pushedPerSecond: spread(timed[kind].map(({ push }) => push)).median,
      pulledPerSecond: spread(timed[kind].map(({ pull }) => pull)).median,
      ...(await bytesOf(kinds[kind].url, (url) => kinds[kind].trial(url, RUNS + 1))),
    })
    return { entries: ENTRIES, runs: RUNS, linnet: await figures('linnet'), pouchdb: await figures('pouchdb') }
  } finally {
    pouch.remove()
    await linnet.remove()
  }
}

interface Timed {
  push: number
  pull: number
}

async function timesOf(trial: Trial): Promise<Timed> {
  await trial.prepare(ENTRIES)
  const start = performance.now()
  await trial.push()
  const pushed = performance.now()
  const came = await trial.pull()
  const pulled = performance.now()
  if (came !== ENTRIES) throw new Error(`${came} of ${ENTRIES} entries came`)
  const inSecond = (ms: number) => Math.round((ENTRIES / ms) * 1000)
  return { push: inSecond(pushed - start), pull: inSecond(pulled - pushed) }
}

async function bytesOf(url: string, trialAt: (url: string) => Trial) {
  const line = await countingLine(url)
  const trial = trialAt(line.url)
  await trial.prepare(ENTRIES)
  line.taken()
  await trial.push()
  const bytesPerEntryPushed = Math.round(line.taken() / ENTRIES)
  await trial.pull()
  const bytesPerEntryPulled = Math.round(line.taken() / ENTRIES)
  line.close()
  return { bytesPerEntryPushed, bytesPerEntryPulled }
}
