import { canonicalJson, NotJson } from '../domain/canonical-json.ts'
import { type Entry, slotKey } from '../domain/entry.ts'
import { isSameEdit } from './coalesce-rule.ts'
import { parseEntry } from './entry-parse.ts'
import type { KeptEntry, MemoryDevice } from './memory-device.ts'
import { randomId } from './random-id.ts'
import type {
  AppendResult,
  AssessmentSummary,
  Draft,
  LastPlace,
  RecordStore,
  SentStatus,
  StorageFailed,
  StoreCounts,
  Unreadable,
} from './record-port.ts'

/** The twin of the Dexie store: the same contract over plain maps, nothing sealed, nothing outliving the page. */
export function memoryRecordStore(device: MemoryDevice, vault: string): RecordStore {
  let open = true
  const subscriptions = new Set<() => void>()
  const kept = device.recordsOf(vault)

  async function answering<T>(task: () => T): Promise<T | StorageFailed> {
    return open && device.vaultRows.has(vault) ? task() : { ok: false, reason: 'locked' }
  }
  /** All or nothing: a fault that strikes leaves everything as it was. */
  const writing = <T>(task: () => T) =>
    answering(() => {
      const fault = device.faults?.onWrite?.()
      return fault ? ({ ok: false, reason: fault } as const) : task()
    })
  const close = () => {
    open = false
    for (const end of subscriptions) end()
  }

  function append(entries: readonly Entry[], sent: SentStatus): AppendResult {
    const texts = textsOf(entries)
    if (!texts.ok) return texts
    const known = [...texts.byId].filter(([id]) => isReadable(id))
    const conflicts = known.filter(([id, { text }]) => kept.entries.get(id)?.text !== text).map(([id]) => id)
    if (conflicts.length > 0) return { ok: false, reason: 'conflict', ids: conflicts }
    const fault = device.faults?.onWrite?.()
    if (fault) return { ok: false, reason: fault }
    raise(
      known.map(([id]) => id),
      sent,
    )
    const fresh = [...texts.byId].filter(([id]) => !kept.entries.has(id) || !isReadable(id))
    for (const [id, { text, assessment }] of fresh) {
      const damaged = kept.entries.get(id)
      if (damaged) kept.setAside.push(damaged)
      const status = damaged && damaged.sent > sent ? damaged.sent : sent
      kept.entries.set(id, { id, assessment, sent: status, text: device.faults?.onKeep?.(text) ?? text })
    }
    if (fresh.length > 0) device.changed({ entries: true, drafts: false })
    const differing = fresh.filter(([id, { text }]) => kept.entries.get(id)?.text !== text).map(([id]) => id)
    if (differing.length > 0) return { ok: false, reason: 'read-back-differs', ids: differing }
    return { ok: true, saved: fresh.length, alreadyKept: known.length }
  }

  const isReadable = (id: string): boolean => {
    const row = kept.entries.get(id)
    return row !== undefined && entryOf(row) !== null
  }
  const raise = (ids: readonly string[], sent: SentStatus) => {
    for (const id of ids) {
      const row = kept.entries.get(id)
      if (row && row.sent < sent) row.sent = sent
    }
    return { ok: true as const }
  }

  function coalesce(oldId: string, next: Entry) {
    const row = kept.entries.get(oldId)
    if (!row) return { ok: false, reason: 'not-found' } as const
    if (row.sent !== 0) return { ok: false, reason: 'already-sent' } as const
    const { entries } = read([...kept.entries.values()].filter((each) => each.assessment === row.assessment))
    const old = entries.find((entry) => entry.id === oldId)
    const isSuperseded = entries.some((entry) => entry.supersedes.includes(oldId))
    if (!old || isSuperseded || !isSameEdit(old, next)) return { ok: false, reason: 'not-the-same-edit' } as const
    const result = append([next], 0)
    if (!result.ok) return { ok: false, reason: result.reason } as const
    kept.entries.delete(oldId)
    return { ok: true } as const
  }

  function counts(): StoreCounts {
    const rows = [...kept.entries.values()]
    return {
      assessments: new Set(rows.map((row) => row.assessment)).size,
      entries: rows.length,
      notStored: rows.filter((row) => row.sent < 2).length,
      drafts: kept.drafts.size,
      setAside: kept.setAside.length,
    }
  }

  return {
    vault,
    append: (entries, origin = 'here') => answering(() => append(entries, origin === 'received' ? 2 : 0)),
    coalesce: (oldId, next) => answering(() => coalesce(oldId, next)),
    load: (assessment) =>
      answering(() => ({
        ok: true as const,
        ...read([...kept.entries.values()].filter((row) => row.assessment === assessment)),
      })),
    assessments: () => answering(() => ({ ok: true as const, assessments: summarise() })),
    outgoing: () =>
      answering(() => {
        const waiting = [...kept.entries.values()].filter((row) => row.sent < 2)
        const { entries, unreadable } = read(waiting)
        entries.sort((a, b) => a.deviceSeq - b.deviceSeq)
        const sentOf = (id: string): SentStatus => kept.entries.get(id)?.sent ?? 0
        return { ok: true as const, entries: entries.map((entry) => ({ entry, sent: sentOf(entry.id) })), unreadable }
      }),
    markHandedOver: (ids) => writing(() => raise(ids, 1)),
    markStored: (ids) => writing(() => raise(ids, 2)),

    journal: (draft) =>
      writing(() => {
        const text = textOf(draft)
        if (text === null) return { ok: false, reason: 'not-storable' } as const
        const revision = randomId()
        const { assessment } = draft
        kept.drafts.set(draftKey(assessment, draft.slot), { revision, assessment, text })
        device.changed({ entries: false, drafts: true })
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
        if (dropped) device.changed({ entries: false, drafts: true })
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

  function summarise(): AssessmentSummary[] {
    const rows = [...kept.entries.values()]
    const drafts = [...kept.drafts.values()]
    const ids = new Set([...rows, ...drafts].map((row) => row.assessment))
    return [...ids].sort().map((id) => {
      const { entries, unreadable } = read(rows.filter((row) => row.assessment === id))
      return {
        id,
        entries: entries.length + unreadable.length,
        unreadable: unreadable.length,
        drafts: drafts.filter((draft) => draft.assessment === id).length,
        newest:
          entries
            .map((entry) => entry.recordedAt)
            .sort()
            .at(-1) ?? null,
      }
    })
  }
}

const draftKey = (assessment: string, slot: Draft['slot']): string => `${assessment}|${slotKey(slot)}`

function read(rows: readonly KeptEntry[]): { entries: Entry[]; unreadable: Unreadable[] } {
  const entries: Entry[] = []
  const unreadable: Unreadable[] = []
  for (const row of rows) {
    const entry = entryOf(row)
    if (entry) entries.push(entry)
    else unreadable.push({ id: row.id, reason: 'malformed' })
  }
  return { entries, unreadable }
}

function entryOf(row: KeptEntry): Entry | null {
  try {
    return parseEntry(JSON.parse(row.text), row.id, row.assessment)
  } catch {
    return null
  }
}

type Texts =
  | { ok: true; byId: Map<string, { text: string; assessment: string }> }
  | { ok: false; reason: 'not-storable' | 'conflict'; ids: string[] }

function textsOf(entries: readonly Entry[]): Texts {
  const byId = new Map<string, { text: string; assessment: string }>()
  for (const { id, assessment, ...rest } of entries) {
    const text = textOf({ id, assessment, ...rest })
    if (text === null) return { ok: false, reason: 'not-storable', ids: [id] }
    if ((byId.get(id)?.text ?? text) !== text) return { ok: false, reason: 'conflict', ids: [id] }
    byId.set(id, { text, assessment })
  }
  return { ok: true, byId }
}

function textOf(value: unknown): string | null {
  try {
    return canonicalJson(value)
  } catch (error) {
    if (error instanceof NotJson) return null
    throw error
  }
}
