import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Mutant } from './mutant.ts'
import { MUTANTS } from './mutants.ts'

export interface MutationOutcome {
  mutants: number
  caught: number
  missed: string[]
}

/** What the simulator runs, and itself. */
const PARTS = ['src/domain', 'src/sync', 'src/storage', 'src/server', 'src/app/sync', 'simulator'] as const
/** Below the packages, so that a copy finds them. */
const COPIES = 'node_modules/.cache/linnet-simulator'

/** Plants each bug in a copy of its own and runs histories there until one of them shows it. */
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
  const folder = join(COPIES, `${process.pid}-${n}`)
  try {
    copyWith(mutant, folder)
    return await firstWrong(folder, wanted)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Throws when a text is not there exactly once: the bug would not be planted, and its absence found nothing. */
export function copyWith({ name, patches }: Mutant, folder: string): void {
  for (const part of PARTS) {
    mkdirSync(dirname(join(folder, part)), { recursive: true })
    cpSync(part, join(folder, part), { recursive: true })
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  for (const { file, find, replace } of patches) {
    const texts = [file]
      .flat()
      .map((each) => ({ path: join(folder, each), text: readFileSync(join(folder, each), 'utf8') }))
    const found = texts.flatMap(({ path, text }) =>
      text
        .split(find)
        .slice(1)
        .map(() => ({ path, text })),
    )
    const [only] = found
    if (!only || found.length > 1)
      throw new Error(`"${name}" cannot be planted: its text is ${found.length} times in ${file}`)
    writeFileSync(
      only.path,
      only.text.replace(find, () => replace),
    )
  }
}

/** What the copy's own simulator says first; null when nothing is wrong with it. */
function firstWrong(folder: string, { histories, seed }: { histories: number; seed: number }): Promise<string | null> {
  const command = join(folder, 'simulator/command.ts')
  const asked = ['--histories', String(histories), '--seed', String(seed), '--first-wrong', '--json']
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...asked], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let problem = ''
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString()
  })
  child.stderr.on('data', (text: Buffer) => {
    problem += text.toString()
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      const lines = out.trim().split('\n')
      if (code === 0) resolve(null)
      else if (lines.at(-1)?.startsWith('{')) resolve(lines[0] ?? '')
      else reject(new Error(`a copy of the simulator ended by itself: ${problem.slice(-2000)}`))
    })
  })
}
