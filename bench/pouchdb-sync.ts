import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Pouch } from './pouchdb-kind.ts'
import { BATCH, benchEntries, type Trial } from './sync-trial.ts'

/** The same entries as documents: from one database in memory to the server, and from there to another. */
export function pouchTrial(url: string, person: number): Trial {
  const author = { id: `author ${person}`, name: `Person ${person}`, role: 'midwife', agency: 'Northgate' }
  const local = new Pouch(`sender-${person}`, { adapter: 'memory' })
  const remote = new Pouch(`${url}/assessment-${person}`)
  return {
    prepare: async (count) => {
      const entries = benchEntries(count, `assessment ${person}`, author)
      await local.bulkDocs(entries.map((entry) => ({ _id: entry.id, ...entry })))
    },
    push: async () => void (await local.replicate.to(remote, { batch_size: BATCH })),
    pull: async () => {
      const reader = new Pouch(`reader-${person}`, { adapter: 'memory' })
      return (await reader.replicate.from(remote, { batch_size: BATCH })).docs_written
    },
  }
}

export async function pouchServer(): Promise<{ url: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'linnet-pouchdb-'))
  const program = fileURLToPath(new URL('pouchdb-server.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program, folder], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((done, fail) => {
    child.stdout.once('data', (chunk) => done(String(chunk).trim()))
    child.once('exit', () => fail(new Error('the server of PouchDB ended')))
  })
  return {
    url,
    remove: () => {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
