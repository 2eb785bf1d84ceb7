import { openPostgres } from './postgres-database.ts'
import { postgresKeeping } from './postgres-keeping.ts'
import { postgresRecordStore } from './postgres-record-store.ts'
import type { RecordKeeping } from './record-keeping.ts'
import type { ServerRecordStore, StoreParts } from './record-store.ts'
import { openSqlite } from './sqlite-database.ts'
import { sqliteKeeping } from './sqlite-keeping.ts'
import { sqliteRecordStore } from './sqlite-record-store.ts'
import { voucherKeyIn } from './voucher-key.ts'
import { vouchingWith } from './vouching.ts'

export interface RecordsPlace {
  /** A PostgreSQL that any number of processes share; without it, SQLite for this process alone. */
  databaseUrl: string | undefined
  /** For SQLite, and for nothing else: it is closed to other users of the machine. */
  folder: string
  /** A connection to PostgreSQL broke while nobody used it: to be logged by its code. */
  onIdleError(code: string): void
}

/** Opens the records wherever they are kept. `problem` says to whoever starts the server what to do. */
export async function openRecords(
  { databaseUrl, folder, onIdleError }: RecordsPlace,
  parts: StoreParts,
): Promise<{ ok: true; store: ServerRecordStore; keeping: RecordKeeping } | { ok: false; problem: string }> {
  if (databaseUrl === undefined) {
    const opened = openSqlite(folder)
    if (!opened.ok) return opened
    const vouching = parts.vouching ?? vouchingWith(voucherKeyIn(folder))
    return {
      ok: true,
      store: sqliteRecordStore(opened, { ...parts, vouching }),
      keeping: sqliteKeeping(opened.db, parts),
    }
  }
  const opened = await openPostgres({ url: databaseUrl, onIdleError })
  if (!opened.ok) return opened
  const { pool } = opened
  return { ok: true, store: await postgresRecordStore(pool, parts), keeping: postgresKeeping(pool, parts) }
}
