import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the PostgreSQL of this run is, or will be once a test asks for it. */
    postgresFolder: string
  }
}

/** One PostgreSQL a run: a place for it now, and its end afterwards. The first test that needs it starts it. */
export default function setUpPostgres(project: TestProject): () => Promise<void> {
  removeLeftBehind()
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  project.provide('postgresFolder', folder)
  return async () => {
    const pid = postmasterIn(folder)
    if (pid) {
      process.kill(pid, 'SIGQUIT')
      // It takes its note away last.
      for (let tries = 0; tries < 100 && postmasterIn(folder); tries++) await new Promise((r) => setTimeout(r, 50))
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

const PREFIX = 'linnet-postgres-'

/** Of a run that was killed. A PostgreSQL whose folder is gone ends itself. */
function removeLeftBehind(): void {
  for (const name of readdirSync(tmpdir())) {
    const run = Number(/^linnet-postgres-(\d+)-/.exec(name)?.[1])
    if (!run || isAlive(run)) continue
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // It was another user's run: theirs to take away.
    }
  }
}

function postmasterIn(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
