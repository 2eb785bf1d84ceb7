import { spawn } from 'node:child_process'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { Mutant } from './mutant.ts'
import { MUTANTS } from './mutants.ts'

export interface MutationOutcome {
  mutants: number
  caught: number
  missed: string[]
}

const COMMAND = 'simulator/command.ts'
/** Beside the code that reads it. */
const MIGRATIONS = 'src/server/records/migrations'
/** Below the packages, so that what is built there finds them. */
const BUILDS = 'node_modules/.cache/linnet-simulator'

/** Plants each bug in a simulator of its own and runs histories there until one of them shows it. */
export async function runMutants(wanted: {
  histories: number
  seed: number
  atOnce: number
  mutants?: readonly Mutant[]
  each?(name: string, caughtBy: string | null): void
}): Promise<MutationOutcome> {
  const mutants = wanted.mutants ?? MUTANTS
  const missed: string[] = []
  const queue = mutants.map((mutant, n) => ({ mutant, n }))
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const caughtBy = await caught(next.mutant, next.n, wanted)
      if (caughtBy === null) missed.push(next.mutant.name)
      wanted.each?.(next.mutant.name, caughtBy)
    }
  }
  await Promise.all(Array.from({ length: wanted.atOnce }, work))
  return { mutants: mutants.length, caught: mutants.length - missed.length, missed }
}

async function caught(mutant: Mutant, n: number, wanted: { histories: number; seed: number }): Promise<string | null> {
  const folder = join(BUILDS, `${process.pid}-${n}`)
  try {
    return await firstWrong(await builtWith(mutant, folder), wanted)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The simulator and all that it runs as one file, which starts at once; the bug is in it, and nowhere else. */
async function builtWith(mutant: Mutant, folder: string): Promise<string> {
  const planted = planting(mutant)
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [{ name: 'planted-bug', load: (id) => planted.get(id) }],
    build: {
      ssr: COMMAND,
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'simulator.mjs', codeSplitting: false } },
    },
  })
  cpSync(MIGRATIONS, join(folder, 'migrations'), { recursive: true })
  return join(folder, 'simulator.mjs')
}

/**
 * The changed text of each file, by its path. Throws when a text is not there exactly once: the bug would not be planted, and
 * its absence found nothing.
 */
export function planting({ name, patches }: Mutant): ReadonlyMap<string, string> {
  const planted = new Map<string, string>()
  for (const { file, find, replace } of patches) {
    const texts = [file]
      .flat()
      .map((each) => resolve(each))
      .map((path) => ({ path, text: planted.get(path) ?? readFileSync(path, 'utf8') }))
    const found = texts.flatMap(({ path, text }) =>
      text
        .split(find)
        .slice(1)
        .map(() => ({ path, text })),
    )
    const [only] = found
    if (!only || found.length > 1)
      throw new Error(`"${name}" cannot be planted: its text is ${found.length} times in ${file}`)
    planted.set(
      only.path,
      only.text.replace(find, () => replace),
    )
  }
  return planted
}

/** What the built simulator says first; null when nothing is wrong with it. */
function firstWrong(
  simulator: string,
  { histories, seed }: { histories: number; seed: number },
): Promise<string | null> {
  const asked = ['--histories', String(histories), '--seed', String(seed), '--first-wrong', '--json']
  const child = spawn(process.execPath, [simulator, ...asked], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let problem = ''
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString()
  })
  child.stderr.on('data', (text: Buffer) => {
    problem += text.toString()
  })
  return new Promise((done, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      const lines = out.trim().split('\n')
      if (code === 0) done(null)
      else if (lines.at(-1)?.startsWith('{')) done(lines[0] ?? '')
      else reject(new Error(`the built simulator ended by itself: ${problem.slice(-2000)}`))
    })
  })
}
