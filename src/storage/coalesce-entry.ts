import type { Entry } from '../domain/entry.ts'
import { isSameEdit } from './coalesce-rule.ts'
import { HERE, WAITING } from './entry-rows.ts'
import type { CoalesceResult } from './record-port.ts'
import { addEntries, type OpenedEntries, openAll } from './sealed-entries.ts'

/** See `RecordStore.coalesce`. */
export async function coalesceEntry(opened: OpenedEntries, oldId: string, next: Entry): Promise<CoalesceResult> {
  const { rows } = opened
  const [oldRow] = await rows.get([oldId])
  if (!oldRow) return { ok: false, reason: 'not-found' }
  if (oldRow.sent !== HERE) return { ok: false, reason: 'already-sent' }
  const waiting = await openAll(opened, await rows.of(oldRow.assessment))
  const entries = waiting.flatMap((each) => (each.ok ? [each.entry] : []))
  const old = entries.find((entry) => entry.id === oldId)
  if (!old || !isSameEdit(old, next)) return { ok: false, reason: 'not-the-same-edit' }
  if (entries.some((entry) => entry.supersedes.includes(oldId))) return { ok: false, reason: 'not-the-same-edit' }
  // The old one goes only once its successor was read back. Should the app end in between, the old one stands.
  const result = await addEntries(opened, [next], WAITING)
  if (!result.ok) return { ok: false, reason: result.reason }
  const taken = await rows.takeAway(oldId, next.id)
  return taken === 'gone' ? { ok: true } : { ok: false, reason: taken }
}
