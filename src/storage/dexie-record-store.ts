import Dexie from 'dexie'
import type { OpenedDatabase } from './dexie-database.ts'
import { dropDraftRow, journalDraft, keepPlace, readDrafts, readPlace } from './dexie-drafts.ts'
import { dexieEntryRows, idsWith } from './dexie-entry-rows.ts'
import type { VaultKeys } from './encryption/vault-keys.ts'
import { ELSEWHERE, WAITING } from './entry-rows.ts'
import { inOrder } from './in-order.ts'
import type { Closing } from './read-copy.ts'
import type { AssessmentSummary, RecordStore, StorageFailed, StoreChange } from './record-port.ts'
import { appendEntries, loadEntries, type OpenedEntries, openAll, sealerOf } from './sealed-entries.ts'
import { failureOf } from './storage-failure.ts'
import { syncStoreLater } from './sync-store-later.ts'

type OpenedRows = OpenedDatabase & OpenedEntries & { keys: VaultKeys }

/** The record store of one opened vault. It holds the keys until it is closed. */
export function dexieRecordStore(opened: OpenedDatabase & { keys: VaultKeys }, now = Date.now): RecordStore {
  const { vault } = opened
  let rows: OpenedRows | null = {
    ...opened,
    sealer: sealerOf(opened.keys),
    rows: dexieEntryRows(opened),
  }
  const summaries = newSummaries()
  const queue = inOrder()
  /** Listeners, each by what ends it. */
  const subscriptions = new Map<() => void, (change: StoreChange) => void>()

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
  const tell = () => {
    for (const listener of subscriptions.values()) listener({ entries: true, drafts: false, sync: false })
  }
  const ordered = <T>(task: (rows: OpenedRows) => Promise<T>) => writing((held) => queue(() => task(held)))
  function close() {
    rows = null
    summaries.clear()
    for (const end of subscriptions.keys()) end()
  }

  return {
    vault,
    append: (entries) => writing((held) => appendEntries(held, entries)),
    coalesce: (oldId, next) =>
      writing(async (held) => (await import('./coalesce-entry.ts')).coalesceEntry(held, oldId, next)),
    load: (assessment) => reading(async (held) => loadEntries(held, assessment, await closingIn(held, now))),
    assessments: () =>
      reading(async (held) => ({
        ok: true as const,
        assessments: await summaries.read(held, await closingIn(held, now)),
      })),
    knowsServer: () =>
      reading(async ({ db }) => ({ ok: true as const, known: (await db.servers.get(vault)) !== undefined })),
    sync: syncStoreLater(() =>
      import('./dexie-sync-rows.ts').then(({ dexieSyncStore }) => dexieSyncStore(reading, writing, { now, tell })),
    ),
    journal: (draft) => ordered((held) => journalDraft(held, draft)),
    drafts: (assessment) => reading((held) => readDrafts(held, assessment)),
    dropDraft: (assessment, slot, revision) => ordered((held) => dropDraftRow(held, assessment, slot, revision)),
    putPlace: (assessment, place) => ordered((held) => keepPlace(held, assessment, place)),
    place: (assessment) => reading((held) => readPlace(held, assessment)),
    nextDeviceSeq: () => writing(takeDeviceSeq),
    counts: () => reading(async (held) => ({ ok: true as const, counts: await (await aboutDevice()).countRows(held) })),
    removeFromThisDevice: async (typedConfirmation) => {
      const result = await writing(async (held) => (await aboutDevice()).removeVault(held, typedConfirmation))
      if (result.ok) close()
      return result
    },
    subscribe: (listener) => {
      if (!rows) return () => {}
      const end = subscribeTo(rows, listener, () => subscriptions.delete(end))
      subscriptions.set(end, listener)
      return end
    },
    close,
  }
}

const locked = { ok: false, reason: 'locked' } as const

const aboutDevice = () => import('./dexie-removal.ts')

/** A vault that never spoke to a server closes nothing. When it cannot be told, what came from one stays closed. */
async function closingIn(held: OpenedDatabase, now: () => number): Promise<Closing | null> {
  if (!(await held.db.servers.get(held.vault))) return null
  return import('./dexie-sync-rows.ts').then(
    ({ dexieClosing }) => dexieClosing(held, now()),
    () => ({ sealed: true, erased: new Map() }),
  )
}

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

  async function read(held: OpenedRows, closing: Closing | null): Promise<AssessmentSummary[]> {
    const { db, vault } = held
    const ofVault = db.entries.where('[vault+assessment]').between([vault, Dexie.minKey], [vault, Dexie.maxKey])
    const [assessmentOf, ids, waiting, sealed] = await db.transaction('r', db.entries, () =>
      Promise.all([
        ofVault.clone().keys(),
        ofVault.clone().primaryKeys(),
        idsWith(held, WAITING),
        closing?.sealed ? idsWith(held, ELSEWHERE) : new Set<string>(),
      ]),
    )
    const unknown = ids.filter(([, id]) => !recordedAt.has(id) && !sealed.has(id))
    const found = (await db.entries.bulkGet(unknown)).filter((row) => row !== undefined)
    for (const each of await openAll(held, found)) if (each.ok) recordedAt.set(each.entry.id, each.entry.recordedAt)
    const byAssessment = new Map<string, AssessmentSummary>()
    const summaryOf = (id: string): AssessmentSummary => {
      const summary = byAssessment.get(id) ?? {
        id,
        entries: 0,
        unreadable: 0,
        sealed: closing?.erased.get(id) ?? 0,
        drafts: 0,
        newest: null,
      }
      byAssessment.set(id, summary)
      return summary
    }
    for (const [index, [, id]] of ids.entries()) {
      if (waiting.has(id)) continue
      const [, assessment] = assessmentOf[index] as unknown as [string, string]
      const summary = summaryOf(assessment)
      if (sealed.has(id)) {
        summary.sealed++
        continue
      }
      const at = recordedAt.get(id)
      summary.entries++
      if (at === undefined) summary.unreadable++
      else if (summary.newest === null || at > summary.newest) summary.newest = at
    }
    await db.drafts
      .where('vault')
      .equals(vault)
      .each((row) => summaryOf(row.assessment).drafts++)
    for (const id of closing?.erased.keys() ?? []) summaryOf(id)
    return [...byAssessment.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  return { read, clear: () => recordedAt.clear() }
}

/** Dexie tells of committed changes of this and of other tabs by the same event. */
function subscribeTo({ db }: OpenedDatabase, listener: (change: StoreChange) => void, onEnd: () => void): () => void {
  const heard = (parts: Record<string, unknown>) => {
    const touched = (table: string) => Object.keys(parts).some((part) => part.startsWith(`idb://${db.name}/${table}/`))
    const change = {
      entries: touched('entries'),
      drafts: touched('drafts'),
      sync: touched('outbox') || touched('followed') || touched('servers'),
    }
    if (change.entries || change.drafts || change.sync) listener(change)
  }
  Dexie.on('storagemutated', heard)
  return () => {
    Dexie.on.storagemutated.unsubscribe(heard)
    onEnd()
  }
}
