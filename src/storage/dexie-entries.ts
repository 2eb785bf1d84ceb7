import { canonicalJson, NotJson } from '../domain/canonical-json.ts'
import type { Entry } from '../domain/entry.ts'
import { isSameEdit } from './coalesce-rule.ts'
import { type EntryRow, type LinnetDatabase, requireVault } from './dexie-database.ts'
import { openSealed, type Sealed, seal, type UnsealFailure } from './encryption/seal.ts'
import type { VaultKeys } from './encryption/vault-keys.ts'
import { parseEntry } from './entry-parse.ts'
import type { AppendResult, CoalesceResult, LoadResult, SentStatus } from './record-port.ts'
import { errorNames } from './storage-failure.ts'

/** A vault that was opened: where its rows are and what opens them. */
export interface OpenedRows {
  db: LinnetDatabase
  vault: string
  keys: VaultKeys
}

export type OpenedEntry = { ok: true; entry: Entry; text: string } | { ok: false; id: string; reason: UnsealFailure }

const ATTEMPTS = 3

/** See `RecordStore.append`. Sealing and opening happen outside the transaction: awaiting them inside would end it. */
export async function appendEntries(
  rows: OpenedRows,
  entries: readonly Entry[],
  sent: SentStatus,
  replaces: EntryRow | null = null,
): Promise<AppendResult> {
  const texts = textsOf(entries)
  if (!texts.ok) return texts
  for (let attempt = 1; ; attempt++) {
    const plan = await planned(rows, entries, texts.byId, sent)
    if (plan.conflicts.length > 0) return { ok: false, reason: 'conflict', ids: plan.conflicts }
    try {
      await write(rows, plan, sent, replaces)
    } catch (error) {
      if (attempt < ATTEMPTS && wasOvertaken(error)) continue
      throw error
    }
    const fresh = [...plan.add, ...plan.mend.map((each) => each.good)]
    const differing = await differingAfterReadBack(rows, fresh, texts.byId)
    if (differing.length > 0) return { ok: false, reason: 'read-back-differs', ids: differing }
    return { ok: true, saved: fresh.length, alreadyKept: plan.kept.length }
  }
}

/** See `RecordStore.coalesce`. */
export async function coalesceEntry(rows: OpenedRows, oldId: string, next: Entry): Promise<CoalesceResult> {
  const { db, vault } = rows
  const oldRow = await db.entries.get([vault, oldId])
  if (!oldRow) return { ok: false, reason: 'not-found' }
  if (oldRow.sent !== 0) return { ok: false, reason: 'already-sent' }
  const waiting = await openAll(rows, await db.entries.where({ vault, assessment: oldRow.assessment }).toArray())
  const entries = waiting.flatMap((each) => (each.ok ? [each.entry] : []))
  const old = entries.find((entry) => entry.id === oldId)
  if (!old || !isSameEdit(old, next)) return { ok: false, reason: 'not-the-same-edit' }
  if (entries.some((entry) => entry.supersedes.includes(oldId))) return { ok: false, reason: 'not-the-same-edit' }
  try {
    const result = await appendEntries(rows, [next], 0, oldRow)
    if (result.ok) return { ok: true }
    if (result.reason === 'read-back-differs') await putBack(rows, oldRow)
    return { ok: false, reason: result.reason }
  } catch (error) {
    if (errorNames(error).has('AlreadySent')) return { ok: false, reason: 'already-sent' }
    throw error
  }
}

export async function loadEntries(rows: OpenedRows, assessment: string): Promise<LoadResult> {
  const found = await rows.db.entries.where({ vault: rows.vault, assessment }).toArray()
  const opened = await openAll(rows, found)
  return {
    ok: true,
    entries: opened.flatMap((each) => (each.ok ? [each.entry] : [])),
    unreadable: opened.flatMap((each) => (each.ok ? [] : [{ id: each.id, reason: each.reason }])),
  }
}

export const openAll = (rows: OpenedRows, found: readonly EntryRow[]): Promise<OpenedEntry[]> =>
  Promise.all(found.map((row) => openRow(rows, row)))

async function openRow(rows: OpenedRows, row: EntryRow): Promise<OpenedEntry> {
  const opened = await openSealed(rows.keys.data, entryPlace(row.id, row.assessment), row)
  if (!opened.ok) return { ok: false, id: row.id, reason: opened.reason }
  const entry = parseEntry(opened.value, row.id, row.assessment)
  return entry ? { ok: true, entry, text: opened.text } : { ok: false, id: row.id, reason: 'malformed' }
}

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
  kept: EntryRow[]
  conflicts: string[]
}

async function planned(
  rows: OpenedRows,
  entries: readonly Entry[],
  texts: ReadonlyMap<string, string>,
  sent: SentStatus,
): Promise<WritePlan> {
  const { db, vault, keys } = rows
  const unique = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  const existing = await db.entries.bulkGet(unique.map((entry): [string, string] => [vault, entry.id]))
  const plan: WritePlan = { add: [], mend: [], kept: [], conflicts: [] }
  const sealedRow = async (entry: Entry, status: SentStatus): Promise<EntryRow> => {
    const { id, assessment } = entry
    return { vault, id, assessment, sent: status, ...(await seal(keys.data, entryPlace(id, assessment), entry)) }
  }
  const decide = async (entry: Entry, row: EntryRow | undefined): Promise<void> => {
    if (!row) {
      plan.add.push(await sealedRow(entry, sent))
      return
    }
    const opened = await openSealed(keys.data, entryPlace(row.id, row.assessment), row)
    if (!opened.ok && opened.reason !== 'later-version') {
      const status = row.sent > sent ? row.sent : sent
      plan.mend.push({ damaged: row, good: await sealedRow(entry, status) })
    } else if (opened.ok && opened.text === texts.get(entry.id)) plan.kept.push(row)
    else plan.conflicts.push(entry.id)
  }
  await Promise.all(unique.map((entry, index) => decide(entry, existing[index])))
  return plan
}

/** Another tab wrote between planning and writing; plan again. */
class Overtaken extends Error {
  override name = 'Overtaken'
}
class AlreadySent extends Error {
  override name = 'AlreadySent'
}
const wasOvertaken = (error: unknown): boolean => {
  const names = errorNames(error)
  return names.has('ConstraintError') || names.has('Overtaken')
}

async function write(rows: OpenedRows, plan: WritePlan, sent: SentStatus, replaces: EntryRow | null): Promise<void> {
  const { db, vault } = rows
  const known = plan.kept.filter((row) => row.sent < sent).map((row): [string, string] => [vault, row.id])
  if (plan.add.length + plan.mend.length + known.length === 0 && !replaces) return
  let native: IDBTransaction | undefined
  try {
    await db.transaction('rw', db.entries, db.setAside, db.vaults, async (transaction) => {
      native = transaction.idbtrans as IDBTransaction
      await requireVault(db, vault)
      if (replaces) await takeAway(rows, replaces)
      for (const { damaged, good } of plan.mend) {
        const current = await db.entries.get([vault, damaged.id])
        if (!current || !sameSealed(current, damaged)) throw new Overtaken()
        await db.setAside.add({ vault, row: current })
        await db.entries.put(good)
      }
      await db.entries.bulkAdd(plan.add)
      await raiseSent(rows, known, sent)
    })
  } catch (error) {
    // A quota error may surface only as what aborted the transaction.
    throw native?.error ? Object.assign(new Error('the write was aborted'), { failures: [error, native.error] }) : error
  }
}

/** Only ever an entry that was never handed to a sender, in the transaction that adds its successor. */
async function takeAway({ db, vault }: OpenedRows, old: EntryRow): Promise<void> {
  const current = await db.entries.get([vault, old.id])
  if (!current || !sameSealed(current, old)) throw new Overtaken()
  if (current.sent !== 0) throw new AlreadySent()
  await db.entries.delete([vault, old.id])
}

async function putBack({ db, vault }: OpenedRows, old: EntryRow): Promise<void> {
  await db.transaction('rw', db.entries, async () => {
    if (!(await db.entries.get([vault, old.id]))) await db.entries.add(old)
  })
}

/** Inside or outside a transaction. The status only ever rises. */
export async function raiseSent({ db }: OpenedRows, keys: [string, string][], sent: SentStatus): Promise<void> {
  if (keys.length === 0) return
  await db.entries
    .where('[vault+id]')
    .anyOf(keys)
    .and((row) => row.sent < sent)
    .modify({ sent })
}

async function differingAfterReadBack(
  rows: OpenedRows,
  written: readonly EntryRow[],
  texts: ReadonlyMap<string, string>,
): Promise<string[]> {
  const keys = written.map((row): [string, string] => [rows.vault, row.id])
  const found = await rows.db.entries.bulkGet(keys)
  const opened = await Promise.all(
    written.map(async ({ id, assessment }, index) => {
      const read = await openSealed(rows.keys.data, entryPlace(id, assessment), found[index])
      return read.ok && read.text === texts.get(id)
    }),
  )
  return written.filter((_, index) => !opened[index]).map((row) => row.id)
}

function sameSealed(a: Sealed, b: Sealed): boolean {
  return sameBytes(a.iv, b.iv) && sameBytes(a.bytes, b.bytes)
}

/** A damaged row may hold anything at all. */
export function sameBytes(a: unknown, b: unknown): boolean {
  return String(a) === String(b)
}
