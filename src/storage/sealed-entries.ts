import { canonicalJson, NotJson } from '../domain/canonical-json.ts'
import type { Entry } from '../domain/entry.ts'
import {
  openSealed,
  type Sealed,
  type SealedPlace,
  seal,
  type Unsealed,
  type UnsealFailure,
} from './encryption/seal.ts'
import type { VaultKeys } from './encryption/vault-keys.ts'
import { parseEntry } from './entry-parse.ts'
import { ELSEWHERE, type EntryRow, type EntryRows, HERE, WAITING } from './entry-rows.ts'
import type { Closing } from './read-copy.ts'
import type { AppendResult, LoadResult, SentStatus } from './record-port.ts'
import { errorNames } from './storage-failure.ts'
import type { OutboxRow } from './sync-rows.ts'

export interface EntrySealer {
  seal(place: SealedPlace, value: unknown): Promise<Sealed>
  open(place: SealedPlace, row: Sealed): Promise<Unsealed>
}

export const sealerOf = ({ data }: VaultKeys): EntrySealer => ({
  seal: (place, value) => seal(data, place, value),
  open: (place, row) => openSealed(data, place, row),
})

/** The rows of a vault that was opened, and what opens them. */
export interface OpenedEntries {
  rows: EntryRows
  vault: string
  sealer: EntrySealer
}

export type OpenedEntry =
  | { ok: true; row: EntryRow; entry: Entry; text: string }
  | { ok: false; id: string; reason: UnsealFailure }

const ATTEMPTS = 3

export type Added =
  | { ok: true; added: string[]; alreadyKept: number }
  | { ok: false; reason: 'read-back-differs' | 'conflict' | 'not-storable'; ids: string[] }

/** See `RecordStore.append`. */
export async function appendEntries(opened: OpenedEntries, entries: readonly Entry[]): Promise<AppendResult> {
  const result = await addEntries(opened, entries, HERE)
  return result.ok ? { ok: true, saved: result.added.length, alreadyKept: result.alreadyKept } : result
}

/** Sealing and opening happen outside the transaction: awaiting them inside would end it. */
export async function addEntries(
  opened: OpenedEntries,
  entries: readonly Entry[],
  sent: SentStatus,
  arrivedAs: ((id: string) => OutboxRow) | null = null,
): Promise<Added> {
  const texts = textsOf(entries)
  if (!texts.ok) return texts
  for (let attempt = 1; ; attempt++) {
    const plan = await planned(opened, entries, texts.byId, sent)
    if (plan.conflicts.length > 0) return { ok: false, reason: 'conflict', ids: plan.conflicts }
    const fresh = [...plan.add, ...plan.mend.map((each) => each.good)]
    try {
      if (fresh.length > 0 || plan.stand.length > 0) {
        const arrived = arrivedAs ? plan.add.map(({ id }) => arrivedAs(id)) : []
        await opened.rows.write({ add: plan.add, mend: plan.mend, stand: plan.stand, arrived })
      }
    } catch (error) {
      if (attempt < ATTEMPTS && wasOvertaken(error)) continue
      throw error
    }
    const differing = await differingAfterReadBack(opened, fresh, texts.byId)
    if (differing.length > 0) return { ok: false, reason: 'read-back-differs', ids: differing }
    return { ok: true, added: fresh.map((row) => row.id), alreadyKept: plan.kept }
  }
}

/** Without `closing`, nothing is closed. */
export async function loadEntries(
  opened: OpenedEntries,
  assessment: string,
  closing?: Closing | null,
): Promise<LoadResult> {
  const found = await opened.rows.of(assessment)
  const shown = closing?.sealed ? found.filter(({ sent }) => sent !== ELSEWHERE) : found
  const all = await openAll(opened, shown)
  return {
    ok: true,
    entries: all.flatMap((each) => (each.ok ? [each.entry] : [])),
    unreadable: all.flatMap((each) => (each.ok ? [] : [{ id: each.id, reason: each.reason }])),
    sealed: found.length - shown.length + (closing?.erased.get(assessment) ?? 0),
  }
}

export const openAll = (opened: OpenedEntries, found: readonly EntryRow[]): Promise<OpenedEntry[]> =>
  Promise.all(
    found.map(async (row): Promise<OpenedEntry> => {
      const read = await openText(opened, row)
      if (!read.ok) return { ok: false, id: row.id, reason: read.reason }
      const entry = parseEntry(read.value, row.id, row.assessment)
      return entry ? { ok: true, row, entry, text: read.text } : { ok: false, id: row.id, reason: 'malformed' }
    }),
  )

/** What was sealed, whether this version can show it or not. */
export const openText = ({ sealer }: Pick<OpenedEntries, 'sealer'>, row: EntryRow): Promise<Unsealed> =>
  sealer.open(entryPlace(row.id, row.assessment), row)

const entryPlace = (id: string, assessment: string) => ({ table: 'entries', id, assessment })

type Texts = { ok: true; byId: Map<string, string> } | { ok: false; reason: 'not-storable' | 'conflict'; ids: string[] }

/** What each entry must read back as. The same id twice with other content is a conflict within the batch. */
function textsOf(entries: readonly Entry[]): Texts {
  const byId = new Map<string, string>()
  for (const entry of entries) {
    try {
      const text = canonicalJson(entry)
      if ((byId.get(entry.id) ?? text) !== text) return { ok: false, reason: 'conflict', ids: [entry.id] }
      byId.set(entry.id, text)
    } catch (error) {
      if (error instanceof NotJson) return { ok: false, reason: 'not-storable', ids: [entry.id] }
      throw error
    }
  }
  return { ok: true, byId }
}

interface WritePlan {
  add: EntryRow[]
  mend: { damaged: EntryRow; good: EntryRow }[]
  kept: number
  stand: string[]
  conflicts: string[]
}

async function planned(
  opened: OpenedEntries,
  entries: readonly Entry[],
  texts: ReadonlyMap<string, string>,
  sent: SentStatus,
): Promise<WritePlan> {
  const { rows, vault, sealer } = opened
  const unique = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  const existing = await rows.get(unique.map((entry) => entry.id))
  const plan: WritePlan = { add: [], mend: [], kept: 0, stand: [], conflicts: [] }
  const sealedRow = async (entry: Entry, status: SentStatus): Promise<EntryRow> => {
    const { id, assessment } = entry
    return { vault, id, assessment, sent: status, ...(await sealer.seal(entryPlace(id, assessment), entry)) }
  }
  const decide = async (entry: Entry, row: EntryRow | undefined): Promise<void> => {
    if (!row) {
      plan.add.push(await sealedRow(entry, sent))
      return
    }
    const read = await openText(opened, row)
    if (!read.ok && read.reason !== 'later-version') {
      plan.mend.push({ damaged: row, good: await sealedRow(entry, row.sent === WAITING ? sent : row.sent) })
    } else if (read.ok && read.text === texts.get(entry.id)) {
      plan.kept++
      if (row.sent === WAITING && sent !== WAITING) plan.stand.push(row.id)
    } else plan.conflicts.push(entry.id)
  }
  await Promise.all(unique.map((entry, index) => decide(entry, existing[index])))
  return plan
}

const wasOvertaken = (error: unknown): boolean => {
  const names = errorNames(error)
  return names.has('ConstraintError') || names.has('Overtaken')
}

async function differingAfterReadBack(
  opened: OpenedEntries,
  written: readonly EntryRow[],
  texts: ReadonlyMap<string, string>,
): Promise<string[]> {
  const found = await opened.rows.get(written.map((row) => row.id))
  const differs = await Promise.all(
    written.map(async (row, index) => {
      const kept = found[index]
      if (!kept) return true
      const read = await openText(opened, kept)
      return !read.ok || read.text !== texts.get(row.id)
    }),
  )
  return written.filter((_, index) => differs[index]).map((row) => row.id)
}
