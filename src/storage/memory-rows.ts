import {
  ELSEWHERE,
  type EntryChange,
  type EntryRow,
  type EntryRows,
  fateOf,
  Overtaken,
  sameSealed,
  WAITING,
} from './entry-rows.ts'
import type { MemoryDevice, VaultRecords } from './memory-device.ts'
import type { StorageFailure, StoreChange } from './record-port.ts'
import { isOwn, type SyncReads, type SyncRows, type SyncWrites } from './sync-rows.ts'

/** Thrown where a disk would fail. */
export class MemoryFault extends Error {
  override name = 'MemoryFault'
  readonly reason: StorageFailure
  constructor(reason: StorageFailure) {
    super(reason)
    this.reason = reason
  }
}

/** The sealed entries of one vault in memory. Each access waits as long as the device's faults say. */
export function memoryEntryRows(device: MemoryDevice, kept: VaultRecords, requireVault: () => void): EntryRows {
  return {
    get: async (ids) => {
      await device.faults?.pause?.('read')
      return ids.map((id) => copyOf(kept.entries.get(id)))
    },
    of: async (assessment) => {
      await device.faults?.pause?.('read')
      return shownOf(kept, assessment).map(copied)
    },
    write: async (change) => {
      await device.faults?.pause?.('write')
      await kept.inTurn(async () => {
        requireVault()
        writeEntries(device, kept, change)
        device.changed(touched({ entries: true }))
      })
    },
    takeAway: async (old, successor) => {
      await device.faults?.pause?.('write')
      return kept.inTurn(async () => {
        const fate = fateOf(kept.entries.get(old))
        const fault = device.faults?.onWrite?.()
        if (fault) throw new MemoryFault(fault)
        const after = kept.entries.get(successor)
        if (fate === 'gone') kept.entries.delete(old)
        if (after?.sent === WAITING && fate === 'gone') after.sent = 0
        else if (after?.sent === WAITING) kept.entries.delete(successor)
        device.changed(touched({ entries: true }))
        return fate
      })
    },
  }
}

const shownOf = (kept: VaultRecords, assessment: string): EntryRow[] =>
  [...kept.entries.values()].filter((row) => row.assessment === assessment && row.sent !== WAITING)

/** Everything is looked at before anything is changed. */
function writeEntries(device: MemoryDevice, kept: VaultRecords, { add, mend, stand, arrived }: EntryChange): void {
  const asRead = (row: EntryRow): EntryRow => {
    const current = kept.entries.get(row.id)
    if (!current || !sameSealed(current, row)) throw new Overtaken()
    return current
  }
  const damaged = mend.map((each) => asRead(each.damaged))
  if (add.some((row) => kept.entries.has(row.id))) throw new Overtaken()
  const fault = device.faults?.onWrite?.()
  if (fault) throw new MemoryFault(fault)
  kept.setAside.push(...damaged)
  for (const row of [...mend.map((each) => each.good), ...add]) {
    const bytes = device.faults?.onKeep?.(row.bytes) ?? row.bytes
    kept.entries.set(row.id, { ...row, bytes })
  }
  for (const id of stand) {
    const row = kept.entries.get(id)
    if (row) row.sent = 0
  }
  for (const row of arrived) kept.outbox.set(row.id, copied(row))
}

/** What one vault remembers of the server, in memory. */
export function memorySyncRows(device: MemoryDevice, kept: VaultRecords, requireVault: () => void): SyncRows {
  const reads: SyncReads = {
    server: async () => copyOf(kept.server),
    followed: async () => [...kept.followed.values()].map(copied),
    outbox: async (ids) => ids.map((id) => copyOf(kept.outbox.get(id))),
    settledAs: async (is) => [...kept.outbox.values()].filter((row) => row.is === is).map(copied),
    sentOf: async (ids) => ids.map((id) => kept.entries.get(id)?.sent),
    holdsOwn: async (assessment) =>
      [...kept.entries.values()].some((row) => row.assessment === assessment && isOwn(row.sent)),
    readCopy: async () =>
      [...kept.entries.values()].flatMap(({ id, assessment, sent }) =>
        sent === ELSEWHERE ? [{ id, assessment }] : [],
      ),
  }
  return {
    reads,
    get: async (ids) => ids.map((id) => copyOf(kept.entries.get(id))),
    waiting: async () => {
      await device.faults?.pause?.('read')
      return [...kept.entries.values()].filter((row) => row.sent === 0 || row.sent === 1).map(copied)
    },
    idsOf: async (assessment) => shownOf(kept, assessment).map(({ id, sent }) => ({ id, sent })),
    change: async (task) => {
      await device.faults?.pause?.('write')
      return kept.inTurn(async () => {
        requireVault()
        const { writes, result } = await task(reads)
        const fault = device.faults?.onWrite?.()
        if (fault) throw new MemoryFault(fault)
        writeSync(kept, writes)
        const entries = [...(writes.raise?.ids ?? []), ...(writes.erase ?? [])].length > 0
        if (Object.keys(writes).length > 0) device.changed(touched({ entries, sync: true }))
        return result
      })
    },
  }
}

function writeSync(kept: VaultRecords, { server, followed, outbox, raise, erase }: SyncWrites): void {
  if (server) kept.server = copied(server)
  for (const row of followed ?? []) kept.followed.set(row.assessment, copied(row))
  for (const row of outbox ?? []) kept.outbox.set(row.id, copied(row))
  for (const id of raise?.ids ?? []) {
    const row = kept.entries.get(id)
    if (row && raise && row.sent < raise.to) row.sent = raise.to
  }
  for (const id of erase ?? []) {
    kept.entries.delete(id)
    kept.outbox.delete(id)
  }
}

const touched = (over: Partial<StoreChange>): StoreChange => ({ entries: false, drafts: false, sync: false, ...over })

/** As a database gives them: nobody holds what is kept. */
const copied = <T extends object>(row: T): T => ({ ...row })
const copyOf = <T extends object>(row: T | undefined): T | undefined => row && copied(row)
