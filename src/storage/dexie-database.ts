import Dexie, { type Table } from 'dexie'
import type { Sealed } from './encryption/seal.ts'
import type { EntryRow } from './entry-rows.ts'
import { errorNames, VAULT_GONE } from './storage-failure.ts'
import type { FollowedRow, OutboxRow, ServerRow } from './sync-rows.ts'

/** `id` is a keyed hash of the slot. */
export interface DraftRow extends Sealed {
  vault: string
  id: string
  assessment: string
  revision: string
}
export interface PlaceRow extends Sealed {
  vault: string
  assessment: string
}
/** A row that would not open, kept as it was when a good copy took its place. */
export interface SetAsideRow {
  vault: string
  row: EntryRow
}

export class LinnetDatabase extends Dexie {
  /** Read as unknown: each row is parsed with `vaultRowSchema`. */
  declare vaults: Table<{ id: string }, string>
  declare entries: Table<EntryRow, [string, string]>
  declare drafts: Table<DraftRow, [string, string]>
  declare places: Table<PlaceRow, [string, string]>
  declare setAside: Table<SetAsideRow, number>
  declare counters: Table<{ name: string; value: number }, string>
  declare outbox: Table<OutboxRow, [string, string]>
  declare followed: Table<FollowedRow, [string, string]>
  declare servers: Table<ServerRow, string>

  constructor(name: string) {
    // Strict: "saved" must mean on the disk. No cache: reading back must not be answered from memory.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({
      vaults: 'id',
      entries: '[vault+id], [vault+assessment], [vault+sent]',
      drafts: '[vault+id], [vault+assessment]',
      places: '[vault+assessment]',
      setAside: '++, vault',
      counters: 'name',
    })
    this.version(SCHEMA_VERSION).stores({
      outbox: '[vault+id], [vault+is]',
      followed: '[vault+assessment]',
      servers: 'vault',
    })
    // An open assessment keeps saving while a newer Linnet waits in another tab; by default Dexie would close the store.
    this.on('versionchange', () => false)
  }
}

/** A database of one vault that was opened. */
export interface OpenedDatabase {
  db: LinnetDatabase
  vault: string
}

/** For the start of each transaction that writes under a vault; `vaults` must be one of its tables. */
export async function requireVault(db: LinnetDatabase, vault: string): Promise<void> {
  if (!(await db.vaults.get(vault))) throw Object.assign(new Error('the vault is gone'), { name: VAULT_GONE })
}

/**
 * - `blocked`: another tab has an older Linnet open. Close the other tabs and try again.
 * - `newer-version`: a newer Linnet has used this store. Reload to update.
 * - `quota`: the device is full. Free some space and try again.
 * - `database-broken`: the browser gives no working store (a private window, or damage). Use an ordinary window.
 */
export type OpenDatabaseFailure = 'blocked' | 'newer-version' | 'quota' | 'database-broken'

export async function openDatabase(
  name = 'linnet',
): Promise<{ ok: true; db: LinnetDatabase } | { ok: false; reason: OpenDatabaseFailure }> {
  const db = new LinnetDatabase(name)
  const blocked = new Promise<'blocked'>((resolve) => {
    db.on('blocked', () => resolve('blocked'))
  })
  try {
    const first = await Promise.race([db.open().then(() => 'open' as const), blocked])
    if (first === 'blocked') {
      db.close()
      return { ok: false, reason: 'blocked' }
    }
  } catch (error) {
    db.close()
    return { ok: false, reason: openFailureOf(error) }
  }
  // Dexie opens a store of a later version without complaint; writing into it could harm what it does not know.
  if (Math.floor(db.backendDB().version / 10) > SCHEMA_VERSION) {
    db.close()
    return { ok: false, reason: 'newer-version' }
  }
  return { ok: true, db }
}

const SCHEMA_VERSION = 2

function openFailureOf(error: unknown): OpenDatabaseFailure {
  const names = errorNames(error)
  if (names.has('QuotaExceededError')) return 'quota'
  return names.has('VersionError') ? 'newer-version' : 'database-broken'
}
