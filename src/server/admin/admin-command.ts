import { readFileSync } from 'node:fs'
import type { AccountParts } from '../accounts/account-parts.ts'
import type { AuditParts } from '../audit/append.ts'
import type { BackupDatabase } from '../backup/backup-database.ts'
import type { RecordKeeping } from '../records/record-keeping.ts'
import type { RecordTasks } from '../records/record-tasks.ts'

export interface AdminParts {
  accounts: AccountParts
  keeping: RecordKeeping
  tasks: RecordTasks
  auditing: AuditParts
  backups: BackupDatabase
  /** Where browsers reach the server: links begin with it. */
  origin: string
}

/** `problem` says to whoever typed it what to do. */
export type Outcome = { ok: true; lines: string[] } | { ok: false; problem: string }

export interface AdminCommand {
  /** What stands behind its name. */
  usage: string
  does: string
  /** Each must be given. */
  options: readonly string[]
  optional?: readonly string[]
  run(given: Readonly<Record<string, string>>, parts: AdminParts): Promise<Outcome>
}

export const refuse = (problem: string): Outcome => ({ ok: false, problem })
export const said = (...lines: string[]): Outcome => ({ ok: true, lines })

/** What a file holds; nothing when it cannot be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}
