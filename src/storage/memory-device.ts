import type { VaultRow } from './encryption/vault-row.ts'
import type { SentStatus, StorageFailure, StoreChange } from './record-port.ts'

export interface KeptEntry {
  id: string
  assessment: string
  sent: SentStatus
  text: string
}

export interface VaultRecords {
  entries: Map<string, KeptEntry>
  drafts: Map<string, { revision: string; assessment: string; text: string }>
  places: Map<string, string>
  setAside: KeptEntry[]
}

/** What a test can make go wrong: a write that fails, or text that is kept otherwise than it was written. */
export interface MemoryFaults {
  onWrite?: () => StorageFailure | undefined
  onKeep?: (text: string) => string
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
      const found = records.get(vault) ?? {
        entries: new Map(),
        drafts: new Map(),
        places: new Map(),
        setAside: [],
      }
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
