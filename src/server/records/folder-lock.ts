import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

/**
 * Keeps one folder for this process, and from all other users of the machine. The lock is the operating system's, on an open file, so that it ends with the process
 * however that ends; the note beside it only says who holds it.
 * `problem` is for whoever starts the server.
 */
export function lockFolder(folder: string): { ok: true; release(): void } | { ok: false; problem: string } {
  try {
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o700)
    const lock = new Database(join(folder, 'server.lock'))
    try {
      lock.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      lock.close()
      if (!isBusy(error)) throw error
      return { ok: false, problem: takenBy(folder) }
    }
    writeFileSync(join(folder, NOTE), `${process.pid}\n`)
    return { ok: true, release: () => lock.close() }
  } catch (error) {
    return { ok: false, problem: `The folder ${folder} cannot be used: ${codeOf(error)}. LINNET_DATA names another.` }
  }
}

const NOTE = 'server.pid'

function takenBy(folder: string): string {
  const pid = noteOf(folder)
  const who = pid ? `Another Linnet, process ${pid},` : 'Another Linnet'
  return `${who} uses the folder ${folder}. Stop it first, or give this one a folder of its own: LINNET_DATA=other-folder npm start`
}

function noteOf(folder: string): string | null {
  try {
    return /^\d+/.exec(readFileSync(join(folder, NOTE), 'utf8'))?.[0] ?? null
  } catch {
    return null
  }
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? 'unknown'
const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY')
