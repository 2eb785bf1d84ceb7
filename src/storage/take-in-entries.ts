import type { Entry } from '../domain/entry.ts'
import { ELSEWHERE } from './entry-rows.ts'
import { type Added, addEntries, type OpenedEntries } from './sealed-entries.ts'
import { arrivedRow } from './sync-rows.ts'

/** See `SyncStore.takeIn`. Entries of this device that are among them stay this device's. */
export async function takeInEntries(
  opened: OpenedEntries,
  texts: readonly string[],
  vouchers: readonly (string | null)[],
): Promise<Added> {
  const entries = texts.map((text) => JSON.parse(text) as Entry)
  const voucherOf = new Map(entries.map(({ id }, n) => [id, vouchers[n] ?? null]))
  return addEntries(opened, entries, ELSEWHERE, (id) => arrivedRow(opened.vault, id, voucherOf.get(id) ?? null))
}
