import * as z from 'zod/mini'
import { NotJson } from '../domain/canonical-json.ts'
import { BASES, type Slot } from '../domain/entry.ts'
import { type DraftRow, requireVault } from './dexie-database.ts'
import { type OpenedRows, sameBytes } from './dexie-entries.ts'
import { draftName } from './encryption/draft-name.ts'
import { openSealed, type Sealed, seal } from './encryption/seal.ts'
import { randomId } from './random-id.ts'
import type { Draft, KeptDraft, LastPlace, NotKept, Unreadable } from './record-port.ts'

/** See `RecordStore.journal`. The caller keeps calls for one store in order. */
export async function journalDraft(rows: OpenedRows, draft: Draft): Promise<{ ok: true; revision: string } | NotKept> {
  const { db, vault, keys } = rows
  const { assessment } = draft
  const id = await draftName(keys.names, assessment, draft.slot)
  const sealed = await sealedIfJson(keys.data, draftPlace(id, assessment), draft)
  if (!sealed) return { ok: false, reason: 'not-storable' }
  const row: DraftRow = { vault, id, assessment, revision: randomId(), ...sealed }
  await db.transaction('rw', db.drafts, db.vaults, async () => {
    await requireVault(db, vault)
    await db.drafts.put(row)
  })
  const kept = await db.drafts.get([vault, id])
  // Another tab may have journaled the same slot since: then its revision is there, and this one was kept before it.
  if (!kept || (kept.revision === row.revision && !sameBytes(kept.bytes, row.bytes)))
    return { ok: false, reason: 'read-back-differs' }
  return { ok: true, revision: row.revision }
}

export async function readDrafts(
  rows: OpenedRows,
  assessment: string,
): Promise<{ ok: true; drafts: KeptDraft[]; unreadable: Unreadable[] }> {
  const found = await rows.db.drafts.where({ vault: rows.vault, assessment }).toArray()
  const drafts: KeptDraft[] = []
  const unreadable: Unreadable[] = []
  for (const row of found) {
    const opened = await openSealed(rows.keys.data, draftPlace(row.id, assessment), row)
    if (!opened.ok) unreadable.push({ id: row.id, reason: opened.reason })
    else if (!draftSchema.safeParse(opened.value).success) unreadable.push({ id: row.id, reason: 'malformed' })
    else drafts.push({ revision: row.revision, draft: opened.value as Draft })
  }
  return { ok: true, drafts, unreadable }
}

/** See `RecordStore.dropDraft`. */
export async function dropDraftRow(
  rows: OpenedRows,
  assessment: string,
  slot: Slot,
  revision: string,
): Promise<{ ok: true; dropped: boolean }> {
  const { db, vault, keys } = rows
  const id = await draftName(keys.names, assessment, slot)
  return db.transaction('rw', db.drafts, async () => {
    const row = await db.drafts.get([vault, id])
    if (row?.revision !== revision) return { ok: true as const, dropped: false }
    await db.drafts.delete([vault, id])
    return { ok: true as const, dropped: true }
  })
}

export async function keepPlace(
  rows: OpenedRows,
  assessment: string,
  place: LastPlace,
): Promise<{ ok: true } | NotKept> {
  const { db, vault, keys } = rows
  const sealed = await sealedIfJson(keys.data, lastPlacePlace(assessment), place)
  if (!sealed) return { ok: false, reason: 'not-storable' }
  await db.transaction('rw', db.places, db.vaults, async () => {
    await requireVault(db, vault)
    await db.places.put({ vault, assessment, ...sealed })
  })
  return { ok: true }
}

export async function readPlace(rows: OpenedRows, assessment: string): Promise<{ ok: true; place: LastPlace | null }> {
  const row = await rows.db.places.get([rows.vault, assessment])
  const opened = await openSealed(rows.keys.data, lastPlacePlace(assessment), row)
  const place = lastPlaceSchema.safeParse(opened.ok ? opened.value : null)
  return { ok: true, place: place.success ? place.data : null }
}

const draftPlace = (id: string, assessment: string) => ({ table: 'drafts', id, assessment })
const lastPlacePlace = (assessment: string) => ({ table: 'places', id: assessment, assessment })

const draftSchema = z.looseObject({
  assessment: z.string(),
  slot: z.object({ question: z.string(), subject: z.string() }),
  contact: z.string(),
  raw: z.unknown(),
  basis: z.optional(z.object({ how: z.enum(BASES), by: z.optional(z.string()) })),
  seenHeads: z.array(z.string()),
  caret: z.optional(z.object({ field: z.string(), start: z.number(), end: z.number() })),
  at: z.string(),
})

const lastPlaceSchema = z.object({
  step: z.string(),
  path: z.string(),
  question: z.optional(z.string()),
  field: z.optional(z.string()),
  caret: z.optional(z.object({ start: z.number(), end: z.number() })),
  passed: z.optional(z.array(z.string())),
})

async function sealedIfJson(key: CryptoKey, place: Parameters<typeof seal>[1], value: unknown): Promise<Sealed | null> {
  try {
    return await seal(key, place, value)
  } catch (error) {
    if (error instanceof NotJson) return null
    throw error
  }
}
