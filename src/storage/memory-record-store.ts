import { canonicalJson, NotJson } from '../domain/canonical-json.ts'
import { slotKey } from '../domain/entry.ts'
import { coalesceEntry } from './coalesce-entry.ts'
import type { VaultKeys } from './encryption/vault-keys.ts'
import { WAITING } from './entry-rows.ts'
import type { MemoryDevice } from './memory-device.ts'
import { MemoryFault, memoryEntryRows, memorySyncRows } from './memory-rows.ts'
import { plainSealer } from './plain-sealer.ts'
import { randomId } from './random-id.ts'
import { closingOf } from './read-copy.ts'
import type { AssessmentSummary, Draft, LastPlace, RecordStore, StorageFailed, StoreCounts } from './record-port.ts'
import { appendEntries, loadEntries, sealerOf } from './sealed-entries.ts'
import { failureOf } from './storage-failure.ts'
import { vaultSyncStore } from './vault-sync-store.ts'

/** The twin of the Dexie store: the same rules over plain maps. With keys, entries are sealed; nothing outlives the page. */
export function memoryRecordStore(
  device: MemoryDevice,
  vault: string,
  keys: VaultKeys | null = null,
  now: () => number = Date.now,
): RecordStore {
  let open = true
  const subscriptions = new Set<() => void>()
  const kept = device.recordsOf(vault)
  const requireVault = () => {
    if (!device.vaultRows.has(vault)) throw new MemoryFault('locked')
  }
  const opened = {
    vault,
    sealer: keys ? sealerOf(keys) : plainSealer,
    rows: memoryEntryRows(device, kept, requireVault),
    sync: memorySyncRows(device, kept, requireVault),
  }

  async function answering<T>(task: (held: typeof opened) => T | Promise<T>): Promise<T | StorageFailed> {
    if (!open || !device.vaultRows.has(vault)) return locked
    try {
      return await task(opened)
    } catch (error) {
      return { ok: false, reason: error instanceof MemoryFault ? error.reason : failureOf(error) }
    }
  }
  async function reading<T>(task: (held: typeof opened) => T | Promise<T>): Promise<T | StorageFailed> {
    const result = await answering(task)
    return open ? result : locked
  }
  /** For what is written here and not by the rows. */
  const writing = <T>(task: () => T) =>
    answering(async () => {
      await device.faults?.pause?.('write')
      const fault = device.faults?.onWrite?.()
      if (fault) throw new MemoryFault(fault)
      return task()
    })
  const close = () => {
    open = false
    for (const end of subscriptions) end()
  }

  const closing = async () => (kept.server ? closingOf(opened.sync.reads, now()) : null)

  function counts(): StoreCounts {
    const rows = [...kept.entries.values()].filter((row) => row.sent !== WAITING)
    return {
      assessments: new Set(rows.map((row) => row.assessment)).size,
      entries: rows.length,
      notStored: rows.filter(
        (row) => row.sent === 0 || row.sent === 1 || (row.sent === 2 && kept.outbox.get(row.id)?.is === 'absent'),
      ).length,
      drafts: kept.drafts.size,
      setAside: kept.setAside.length,
    }
  }

  return {
    vault,
    append: (entries) => answering((held) => appendEntries(held, entries)),
    coalesce: (oldId, next) => answering((held) => coalesceEntry(held, oldId, next)),
    load: (assessment) => reading(async (held) => loadEntries(held, assessment, await closing())),
    assessments: () => reading(async () => ({ ok: true as const, assessments: await summarise() })),
    knowsServer: () => reading(() => ({ ok: true as const, known: kept.server !== undefined })),
    sync: vaultSyncStore(reading, answering, {
      now,
      tell: () => device.changed({ entries: true, drafts: false, sync: false }),
    }),

    journal: (draft) =>
      writing(() => {
        const text = textOf(draft)
        if (text === null) return { ok: false, reason: 'not-storable' } as const
        const revision = randomId()
        const { assessment } = draft
        kept.drafts.set(draftKey(assessment, draft.slot), { revision, assessment, text })
        device.changed({ entries: false, drafts: true, sync: false })
        return { ok: true, revision } as const
      }),
    drafts: (assessment) =>
      answering(() => ({
        ok: true as const,
        drafts: [...kept.drafts.values()]
          .filter((row) => row.assessment === assessment)
          .map(({ revision, text }) => ({ revision, draft: JSON.parse(text) as Draft })),
        unreadable: [],
      })),
    dropDraft: (assessment, slot, revision) =>
      writing(() => {
        const key = draftKey(assessment, slot)
        const dropped = kept.drafts.get(key)?.revision === revision && kept.drafts.delete(key)
        if (dropped) device.changed({ entries: false, drafts: true, sync: false })
        return { ok: true as const, dropped }
      }),
    putPlace: (assessment, place) =>
      writing(() => {
        const text = textOf(place)
        if (text === null) return { ok: false, reason: 'not-storable' } as const
        kept.places.set(assessment, text)
        return { ok: true } as const
      }),
    place: (assessment) =>
      answering(() => {
        const text = kept.places.get(assessment)
        return { ok: true as const, place: text === undefined ? null : (JSON.parse(text) as LastPlace) }
      }),

    nextDeviceSeq: () => writing(() => ({ ok: true as const, seq: device.nextSeq() })),
    counts: () => answering(() => ({ ok: true as const, counts: counts() })),
    removeFromThisDevice: (typedConfirmation) =>
      writing(() => {
        if (typedConfirmation.trim() !== device.labelOf(vault))
          return { ok: false, reason: 'confirmation-differs' } as const
        const removed = counts()
        device.remove(vault)
        close()
        return { ok: true, removed } as const
      }),
    subscribe: (listener) => {
      if (!open) return () => {}
      const stop = device.listen(listener)
      const end = () => {
        stop()
        subscriptions.delete(end)
      }
      subscriptions.add(end)
      return end
    },
    close,
  }

  async function summarise(): Promise<AssessmentSummary[]> {
    const drafts = [...kept.drafts.values()]
    const closed = await closing()
    const ids = new Set([...kept.entries.values(), ...drafts].map((row) => row.assessment))
    for (const id of closed?.erased.keys() ?? []) ids.add(id)
    const summaries = [...ids].sort().map(async (id): Promise<AssessmentSummary> => {
      const loaded = await loadEntries(opened, id, closed)
      const { entries, unreadable, sealed } = loaded.ok ? loaded : { entries: [], unreadable: [], sealed: 0 }
      const times = entries.map((entry) => entry.recordedAt).sort()
      return {
        id,
        entries: entries.length + unreadable.length,
        unreadable: unreadable.length,
        sealed,
        drafts: drafts.filter((draft) => draft.assessment === id).length,
        newest: times.at(-1) ?? null,
      }
    })
    return Promise.all(summaries)
  }
}

const locked = { ok: false, reason: 'locked' } as const
const draftKey = (assessment: string, slot: Draft['slot']): string => `${assessment}|${slotKey(slot)}`

function textOf(value: unknown): string | null {
  try {
    return canonicalJson(value)
  } catch (error) {
    if (error instanceof NotJson) return null
    throw error
  }
}
