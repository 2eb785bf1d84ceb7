import type { Bytes } from './encryption/seal.ts'
import type { VaultRow } from './encryption/vault-row.ts'
import type { EntryRow } from './entry-rows.ts'
import { inOrder } from './in-order.ts'
import type { StorageFailure, StoreChange } from './record-port.ts'
import type { FollowedRow, OutboxRow, ServerRow } from './sync-rows.ts'

export interface VaultRecords {
  entries: Map<string, EntryRow>
  drafts: Map<string, { revision: string; assessment: string; text: string }>
  places: Map<string, string>
  setAside: EntryRow[]
  outbox: Map<string, OutboxRow>
  followed: Map<string, FollowedRow>
  server: ServerRow | undefined
  /** What a transaction is on a disk: nothing comes between. */
  inTurn: ReturnType<typeof inOrder>
}

/** What a test can make go wrong: a write that fails, bytes that are kept otherwise than they were written, a disk that takes its time. */
export interface MemoryFaults {
  onWrite?: () => StorageFailure | undefined
  onKeep?: (bytes: Bytes) => Bytes
  /** Awaited before each access to the disk. One that never ends is the end of the page. */
  pause?: (before: 'read' | 'write') => Promise<void>
}

/** A device without a disk: what several vaults and their stores share. */
export interface MemoryDevice {
  readonly faults: MemoryFaults | undefined
  readonly vaultRows: Map<string, VaultRow>
  recordsOf(vault: string): VaultRecords
  labelOf(vault: string): string | undefined
  remove(vault: string): void
  nextSeq(): number
  changed(change: StoreChange): void
  listen(listener: (change: StoreChange) => void): () => void
}

export function memoryDevice(faults?: MemoryFaults): MemoryDevice {
  const vaultRows = new Map<string, VaultRow>()
  const records = new Map<string, VaultRecords>()
  const listeners = new Set<(change: StoreChange) => void>()
  let seq = 0
  return {
    faults,
    vaultRows,
    recordsOf(vault) {
      const found = records.get(vault) ?? noRecords()
      records.set(vault, found)
      return found
    },
    labelOf: (vault) => vaultRows.get(vault)?.label,
    remove(vault) {
      vaultRows.delete(vault)
      records.delete(vault)
    },
    nextSeq: () => ++seq,
    changed(change) {
      for (const listener of listeners) listener(change)
    },
    listen(listener) {
      const own = (change: StoreChange) => listener(change)
      listeners.add(own)
      return () => listeners.delete(own)
    },
  }
}

const noRecords = (): VaultRecords => ({
  entries: new Map(),
  drafts: new Map(),
  places: new Map(),
  setAside: [],
  outbox: new Map(),
  followed: new Map(),
  server: undefined,
  inTurn: inOrder(),
})
