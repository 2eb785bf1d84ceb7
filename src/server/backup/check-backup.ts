import { sha256 } from '../audit/audit-line.ts'
import type { BackupPart, BackupRow } from './backup-database.ts'
import type { BackupTable } from './backup-tables.ts'

/** How much of each assessment there is: its id and the number of its newest entry. */
export type Held = ReadonlyMap<string, number>

/**
 * - `altered`: an entry is not the text that was hashed when it came.
 * - `gap`: an assessment lacks an entry, or has more than it counts.
 */
export type Checked =
  | { ok: true; held: Held; entries: number }
  | { ok: false; fault: 'altered' | 'gap'; assessment: string }

/** Reads all entries, and finds what is not as it was stored. */
export async function checkBackup(parts: AsyncIterable<BackupPart>): Promise<Checked> {
  const heads = new Map<string, number>()
  const found = new Map<string, number>()
  let entries = 0
  for await (const { table, rows } of parts) {
    const value = valuesOf(table)
    for (const row of rows) {
      if (table.name === 'assessments') heads.set(String(value(row, 'id')), Number(value(row, 'head')))
      if (table.name !== 'entries' && table.name !== 'quarantine') continue
      const assessment = String(value(row, 'assessment_id'))
      if (sha256(String(value(row, 'text'))) !== value(row, 'hash')) return { ok: false, fault: 'altered', assessment }
      if (table.name === 'quarantine') continue
      const last = found.get(assessment) ?? 0
      if (value(row, 'seq') !== last + 1) return { ok: false, fault: 'gap', assessment }
      found.set(assessment, last + 1)
      entries++
    }
  }
  for (const assessment of new Set([...heads.keys(), ...found.keys()])) {
    if (heads.get(assessment) !== (found.get(assessment) ?? 0)) return { ok: false, fault: 'gap', assessment }
  }
  return { ok: true, held: heads, entries }
}

const valuesOf =
  ({ columns }: BackupTable) =>
  (row: BackupRow, column: string) =>
    row[columns.indexOf(column)]
