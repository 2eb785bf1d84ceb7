import Dexie from 'dexie'
import type { OpenedDatabase } from './dexie-database.ts'
import { dropDraftRow, journalDraft, keepPlace, readDrafts, readPlace } from './dexie-drafts.ts'
import { dexieEntryRows } from './dexie-entry-rows.ts'
import type { VaultKeys } from './encryption/vault-keys.ts'
import { vaultRowSchema } from './encryption/vault-row.ts'
import { WAITING } from './entry-rows.ts'
import { inOrder } from './in-order.ts'
import type { AssessmentSummary, RecordStore, StorageFailed, StoreChange, StoreCounts } from './record-port.ts'
import { appendEntries, coalesceEntry, loadEntries, type OpenedEntries, openAll, sealerOf } from './sealed-entries.ts'
import { failureOf } from './storage-failure.ts'
import { syncStoreLater } from './sync-store-later.ts'

type OpenedRows = OpenedDatabase & OpenedEntries & { keys: VaultKeys }

/** The record store of one opened vault. It holds the keys until it is closed. */
export function dexieRecordStore(opened: OpenedDatabase & { keys: VaultKeys }): RecordStore {
  const { vault } = opened
  let rows: OpenedRows | null = {
    ...opened,
    sealer: sealerOf(opened.keys),
    rows: dexieEntryRows(opened),
  }
  const summaries = newSummaries()
  const queue = inOrder()
  const subscriptions = new Set<() => void>()

  /** For writes: what was begun before closing is finished, and its true outcome reported. */
  async function writing<T>(task: (rows: OpenedRows) => Promise<T>): Promise<T | StorageFailed> {
    if (!rows) return locked
    try {
      return await task(rows)
    } catch (error) {
      return { ok: false, reason: failureOf(error) }
    }
  }
  /** For reads: nothing opened is handed over once the vault is closed. */
  async function reading<T>(task: (rows: OpenedRows) => Promise<T>): Promise<T | StorageFailed> {
    const result = await writing(task)
    return rows ? result : locked
  }
  const ordered = <T>(task: (rows: OpenedRows) => Promise<T>) => writing((held) => queue(() => task(held)))
  function close() {
    rows = null
    summaries.clear()
    for (const end of subscriptions) end()
  }

  return {
    vault,
    append: (entries) => writing((held) => appendEntries(held, entries)),
    coalesce: (oldId, next) => writing((held) => coalesceEntry(held, oldId, next)),
    load: (assessment) => reading((held) => loadEntries(held, assessment)),
    assessments: () => reading(async (held) => ({ ok: true as const, assessments: await summaries.read(held) })),
    knowsServer: () =>
      reading(async ({ db }) => ({ ok: true as const, known: (await db.servers.get(vault)) !== undefined })),
    sync: syncStoreLater(() =>
      import('./dexie-sync-rows.ts').then(({ dexieSyncStore }) => dexieSyncStore(reading, writing)),
    ),
    journal: (draft) => ordered((held) => journalDraft(held, draft)),
    drafts: (assessment) => reading((held) => readDrafts(held, assessment)),
    dropDraft: (assessment, slot, revision) => ordered((held) => dropDraftRow(held, assessment, slot, revision)),
    putPlace: (assessment, place) => ordered((held) => keepPlace(held, assessment, place)),
    place: (assessment) => reading((held) => readPlace(held, assessment)),
    nextDeviceSeq: () => writing(takeDeviceSeq),
    counts: () => reading(async (held) => ({ ok: true as const, counts: await countRows(held) })),
    removeFromThisDevice: async (typedConfirmation) => {
      const result = await writing((held) => removeVault(held, typedConfirmation))
      if (result.ok) close()
      return result
    },
    subscribe: (listener) => {
      if (!rows) return () => {}
      const end = subscribeTo(rows, listener, () => subscriptions.delete(end))
      subscriptions.add(end)
      return end
    },
    close,
  }
}

const locked = { ok: false, reason: 'locked' } as const

async function takeDeviceSeq({ db }: OpenedDatabase) {
  return db.transaction('rw', db.counters, async () => {
    const seq = ((await db.counters.get('deviceSeq'))?.value ?? 0) + 1
    await db.counters.put({ name: 'deviceSeq', value: seq })
    return { ok: true as const, seq }
  })
}

/** Entries never change, so what was read of one is remembered, in memory, until the vault closes. */
function newSummaries() {
  const recordedAt = new Map<string, string>()

  async function read(held: OpenedRows): Promise<AssessmentSummary[]> {
    const { db, vault } = held
    const ofVault = db.entries.where('[vault+assessment]').between([vault, Dexie.minKey], [vault, Dexie.maxKey])
    const [assessmentOf, ids, waiting] = await db.transaction('r', db.entries, () =>
      Promise.all([ofVault.clone().keys(), ofVault.clone().primaryKeys(), waitingIn(held)]),
    )
    const unknown = ids.filter(([, id]) => !recordedAt.has(id))
    const found = (await db.entries.bulkGet(unknown)).filter((row) => row !== undefined)
    for (const each of await openAll(held, found)) if (each.ok) recordedAt.set(each.entry.id, each.entry.recordedAt)
    const byAssessment = new Map<string, AssessmentSummary>()
    const summaryOf = (id: string): AssessmentSummary => {
      const summary = byAssessment.get(id) ?? { id, entries: 0, unreadable: 0, drafts: 0, newest: null }
      byAssessment.set(id, summary)
      return summary
    }
    for (const [index, [, id]] of ids.entries()) {
      if (waiting.has(id)) continue
      const [, assessment] = assessmentOf[index] as unknown as [string, string]
      const summary = summaryOf(assessment)
      const at = recordedAt.get(id)
      summary.entries++
      if (at === undefined) summary.unreadable++
      else if (summary.newest === null || at > summary.newest) summary.newest = at
    }
    await db.drafts
      .where('vault')
      .equals(vault)
      .each((row) => summaryOf(row.assessment).drafts++)
    return [...byAssessment.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  return { read, clear: () => recordedAt.clear() }
}

/** Ids of those that wait for what they are to replace: nobody was told that they are saved. */
async function waitingIn({ db, vault }: OpenedDatabase): Promise<Set<string>> {
  const keys = await db.entries.where('[vault+sent]').equals([vault, WAITING]).primaryKeys()
  return new Set(keys.map(([, id]) => id))
}

async function countRows({ db, vault }: OpenedDatabase): Promise<StoreCounts> {
  const ofVault = db.entries.where('[vault+assessment]').between([vault, Dexie.minKey], [vault, Dexie.maxKey])
  return {
    assessments: new Set((await ofVault.clone().keys()).map(String)).size,
    entries: (await ofVault.clone().count()) - (await waitingIn({ db, vault })).size,
    notStored: await countNotStored({ db, vault }),
    drafts: await db.drafts.where('vault').equals(vault).count(),
    setAside: await db.setAside.where('vault').equals(vault).count(),
  }
}

/** Never acknowledged, or acknowledged before the server was restored and not since. */
async function countNotStored({ db, vault }: OpenedDatabase): Promise<number> {
  const once = await db.outbox.where({ vault, is: 'absent' }).primaryKeys()
  const absent = (await db.entries.bulkGet(once)).filter((row) => row?.sent === 2).length
  return absent + (await db.entries.where('[vault+sent]').between([vault, 0], [vault, 1], true, true).count())
}

async function removeVault(held: OpenedDatabase, typedConfirmation: string) {
  const { db, vault } = held
  const tables = [db.entries, db.drafts, db.places, db.setAside, db.outbox, db.followed, db.servers]
  return db.transaction('rw', [db.vaults, ...tables], async () => {
    const row = vaultRowSchema.safeParse(await db.vaults.get(vault))
    if (!row.success || typedConfirmation.trim() !== row.data.label)
      return { ok: false as const, reason: 'confirmation-differs' as const }
    const removed = await countRows(held)
    for (const table of tables) await table.where('vault').equals(vault).delete()
    await db.vaults.delete(vault)
    return { ok: true as const, removed }
  })
}

/** Dexie tells of committed changes of this and of other tabs by the same event. */
function subscribeTo({ db }: OpenedDatabase, listener: (change: StoreChange) => void, onEnd: () => void): () => void {
  const heard = (parts: Record<string, unknown>) => {
    const touched = (table: string) => Object.keys(parts).some((part) => part.startsWith(`idb://${db.name}/${table}/`))
    const change = {
      entries: touched('entries'),
      drafts: touched('drafts'),
      sync: touched('outbox') || touched('followed'),
    }
    if (change.entries || change.drafts || change.sync) listener(change)
  }
  Dexie.on('storagemutated', heard)
  return () => {
    Dexie.on.storagemutated.unsubscribe(heard)
    onEnd()
  }
}
