import type { BackupDatabase, Filled } from './backup-database.ts'
import { openBackup, type Unusable } from './backup-file.ts'
import { type Checked, checkBackup } from './check-backup.ts'
import { SCHEMA } from './take-backup.ts'

/** `altered`, `gap`: as for the check of a backup; take another one. Nothing was changed, whatever the reason. */
export type RestoredBackup =
  | { ok: true; at: string; assessments: number; entries: number }
  | Unusable
  | Exclude<Filled, { ok: true }>
  | { ok: false; reason: Extract<Checked, { ok: false }>['fault'] }

/** Looks at all of a backup before any of it is put into the database. */
export async function restoreBackup(
  file: string,
  { database, newId }: { database: BackupDatabase; newId(): string },
): Promise<RestoredBackup> {
  const read = await openBackup(file, SCHEMA)
  if (!read.ok) return read
  const checked = await checkBackup(read.parts())
  if (!checked.ok) return { ok: false, reason: checked.fault }
  const filled = await database.fill(read.parts(), newId())
  if (!filled.ok) return filled
  return { ok: true, at: read.header.at, assessments: checked.held.size, entries: checked.entries }
}
