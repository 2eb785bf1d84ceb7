import type { Entry, EntryBasis, Slot } from '../domain/entry.ts'
import type { SyncStore } from '../sync/sync-store.ts'
import type { UnsealFailure } from './encryption/seal.ts'

/**
 * Why nothing was saved or read. Whatever the reason, the caller still holds the draft and shows it as not saved.
 * - `quota`: the device is full. Free space or send what waits, then save again.
 * - `database-broken`: the browser cannot reach its store (private window, or damage). Copy what is on screen, reload.
 * - `locked`: the vault was closed, or removed in another tab. Unlock, then save again.
 * - `unknown`: save again; if it keeps failing, copy what is on screen and get help.
 */
export type StorageFailure = 'quota' | 'database-broken' | 'locked' | 'unknown'
export type StorageFailed = { ok: false; reason: StorageFailure }

/**
 * `saved` entries were written and read back; `alreadyKept` were there with the same content. All or none are saved.
 * - `read-back-differs`: what was read is not what was written. It does not count as saved: save again, the same ids will do.
 * - `conflict`: these ids are kept with other content. The kept ones stand; raise an alarm, and save the rest without them.
 * - `not-storable`: these entries hold something that is not JSON: a fault in Linnet. Copy what is on screen.
 */
export type AppendResult =
  | { ok: true; saved: number; alreadyKept: number }
  | { ok: false; reason: 'read-back-differs' | 'conflict' | 'not-storable'; ids: string[] }
  | StorageFailed

/**
 * Refusals after which the caller appends the edit as a new entry that supersedes the old one:
 * - `already-sent`: the old entry may have left this device.
 * - `not-found`: there is no such entry to replace.
 * - `not-the-same-edit`: another author, slot, contact, kind or guidance pack; or the new entry does not supersede
 *   exactly what the old one did; or another entry already supersedes the old one.
 */
export type CoalesceResult =
  | { ok: true }
  | {
      ok: false
      reason: 'already-sent' | 'not-found' | 'not-the-same-edit' | 'read-back-differs' | 'conflict' | 'not-storable'
    }
  | StorageFailed

/** A kept record that cannot be shown. It stays where it is. */
export interface Unreadable {
  id: string
  reason: UnsealFailure
}

/**
 * `sealed` counts what was recorded elsewhere and is not shown, since the server has not answered for too long: it was left
 * out, or was erased and has not come back. Whoever shows the rest says so.
 */
export type LoadResult = { ok: true; entries: Entry[]; unreadable: Unreadable[]; sealed: number } | StorageFailed

/** What is sealed is in `sealed` alone. `newest` is the latest `recordedAt` (ISO 8601, UTC), for display only; null when no entry can be read. */
export interface AssessmentSummary {
  id: string
  entries: number
  unreadable: number
  sealed: number
  drafts: number
  newest: string | null
}

/** Text being typed, before it is an entry. `raw` is any JSON; `caret` counts UTF-16 code units in the named field. */
export interface Draft {
  assessment: string
  slot: Slot
  contact: string
  raw: unknown
  basis?: EntryBasis | undefined
  /** Heads on screen when the edit began: the later entry supersedes these and no others. */
  seenHeads: readonly string[]
  caret?: { field: string; start: number; end: number } | undefined
  at: string
}
/** `revision` names one journaled state of a draft. */
export interface KeptDraft {
  revision: string
  draft: Draft
}

/** Where the practitioner last was in an assessment. */
export interface LastPlace {
  step: string
  path: string
  /** The question that holds the field. */
  question?: string | undefined
  field?: string | undefined
  caret?: { start: number; end: number } | undefined
  /** Safety prompts that interrupted, and from which the practitioner carried on. */
  passed?: string[] | undefined
}

/** `notStored` counts entries of this device that the server is not known to hold now; `setAside` are damaged copies replaced by a good one. */
export interface StoreCounts {
  assessments: number
  entries: number
  notStored: number
  drafts: number
  setAside: number
}

/**
 * What changed, here or in another tab. It may be another vault's change: reading again is always harmless.
 * `entries`: also when something was sealed or opened to reading.
 * `sync`: where entries stand with the server, or that it answered.
 */
export interface StoreChange {
  entries: boolean
  drafts: boolean
  sync: boolean
}

/**
 * Of this device: 0 never handed to a sender, may be coalesced; 1 handed to one, may have left; 2 once acknowledged as
 * stored. It only ever rises. 3: came from the server, and is not this device's to send. -1: written, but what it is to
 * replace still stands: it is shown and sent once that is gone, and nobody was told before that it is saved.
 */
export type SentStatus = -1 | 0 | 1 | 2 | 3

/**
 * One practitioner's records on this device, opened. Every method answers, never rejects, for expected failures.
 * After `close` every method answers `locked`. Entries are only ever added, but for `coalesce`, `removeFromThisDevice` and
 * what `sync.lookAtClock` erases of the read copy.
 */
export interface RecordStore {
  readonly vault: string
  /** Saves all or none, and answers only after reading them back. What comes from the server comes by `sync.takeIn`. */
  append(entries: readonly Entry[]): Promise<AppendResult>
  /**
   * Replaces an entry that has not been handed to a sender by its author's next edit of the same slot. Nothing is taken away
   * before the next edit was read back; should the app end in between, both are kept.
   */
  coalesce(oldId: string, next: Entry): Promise<CoalesceResult>
  load(assessment: string): Promise<LoadResult>
  assessments(): Promise<{ ok: true; assessments: AssessmentSummary[] } | StorageFailed>

  /** What is remembered so that entries reach the server and come from it. */
  /** True once this vault was connected with an account: before that there is nothing to ask `sync`. */
  knowsServer(): Promise<{ ok: true; known: boolean } | StorageFailed>
  readonly sync: SyncStore

  /** Keeps the latest state of a draft, one per slot, in the order of the calls. */
  journal(draft: Draft): Promise<{ ok: true; revision: string } | StorageFailed | NotKept>
  drafts(assessment: string): Promise<{ ok: true; drafts: KeptDraft[]; unreadable: Unreadable[] } | StorageFailed>
  /** Drops a draft that has become an entry, but not one that was typed on after `revision`: `dropped` is then false. */
  dropDraft(assessment: string, slot: Slot, revision: string): Promise<{ ok: true; dropped: boolean } | StorageFailed>

  putPlace(assessment: string, place: LastPlace): Promise<{ ok: true } | StorageFailed | NotKept>
  /** Null when there is none, or it cannot be read: start at the task list. */
  place(assessment: string): Promise<{ ok: true; place: LastPlace | null } | StorageFailed>

  /** The next number of this device, counting from 1; never given twice, shared by all vaults and tabs. */
  nextDeviceSeq(): Promise<{ ok: true; seq: number } | StorageFailed>
  counts(): Promise<{ ok: true; counts: StoreCounts } | StorageFailed>
  /**
   * Destroys this vault and everything in it on this device, if `typedConfirmation` is the vault's label.
   * `confirmation-differs`: nothing was removed; type the label as shown.
   */
  removeFromThisDevice(
    typedConfirmation: string,
  ): Promise<{ ok: true; removed: StoreCounts } | { ok: false; reason: 'confirmation-differs' } | StorageFailed>
  /** Returns what ends the subscription. Closing the store ends it too. */
  subscribe(listener: (change: StoreChange) => void): () => void
  close(): void
}

/**
 * - `read-back-differs`: what was read is not what was written; journal again.
 * - `not-storable`: it holds something that is not JSON: a fault in Linnet. Copy what is on screen.
 */
export type NotKept = { ok: false; reason: 'read-back-differs' | 'not-storable' }
