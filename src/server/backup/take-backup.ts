import { unlink } from 'node:fs/promises'
import type { RecordKeeping } from '../records/record-keeping.ts'
import { migrationsOf } from '../records/schema-version.ts'
import type { BackupDatabase } from './backup-database.ts'
import { openBackup } from './backup-file.ts'
import { checkBackup } from './check-backup.ts'
import { isThere, putInPlace, writeBackup } from './write-backup.ts'

/** The newest schema that this Linnet knows, of either database. */
export const SCHEMA = migrationsOf('postgres').length

/**
 * Nothing was marked, and there is no new file.
 * - `taken`: there is a file of that name. Choose another.
 * - `cannot-be-written`: look at the folder and at the disk.
 * - `not-as-written`: what was read back is not what was written. Look at the disk.
 * - `altered`, `gap`: an entry in the database is not as it came, or is missing. Find out before anything else; keep the backups there are.
 * - `not-marked`: the database does not hold what was read from it: somebody has put it back meanwhile.
 */
export type TakenBackup =
  | { ok: true; assessments: number; entries: number }
  | {
      ok: false
      reason: 'taken' | 'cannot-be-written' | 'not-as-written' | 'altered' | 'gap' | 'not-marked'
      /** An assessment's id, or a code of the system. */
      about?: string
    }

export interface BackupParts {
  database: BackupDatabase
  keeping: Pick<RecordKeeping, 'markDurable'>
  /** ISO 8601 in UTC. */
  now(): string
}

/** Writes a backup, reads it back, and only then says of what it holds that it will last. */
export async function takeBackup(file: string, { database, keeping, now }: BackupParts): Promise<TakenBackup> {
  if (await isThere(file)) return { ok: false, reason: 'taken' }
  const part = `${file}.${process.pid}.part`
  try {
    await writeBackup(part, { schema: SCHEMA, at: now() }, database.snapshot())
    const read = await openBackup(part, SCHEMA)
    if (!read.ok) return { ok: false, reason: 'not-as-written' }
    const checked = await checkBackup(read.parts())
    if (!checked.ok) return { ok: false, reason: checked.fault, about: checked.assessment }
    if (!(await putInPlace(part, file))) return { ok: false, reason: 'taken' }
    const marked = await keeping.markDurable(checked.held)
    if (!marked.ok) return { ok: false, reason: 'not-marked', about: marked.reason }
    return { ok: true, assessments: checked.held.size, entries: checked.entries }
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException
    if (syscall === undefined || !FILE_TROUBLE.test(code)) throw error
    return { ok: false, reason: 'cannot-be-written', about: code }
  } finally {
    await unlink(part).catch(() => {})
  }
}

const FILE_TROUBLE = /^E(ACCES|DQUOT|EXIST|FBIG|IO|ISDIR|MFILE|NAMETOOLONG|NOENT|NOSPC|NOTDIR|PERM|ROFS)$/
