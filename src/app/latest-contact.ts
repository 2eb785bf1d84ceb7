import type { Entry } from '../domain/entry.ts'
import { WHOLE } from '../domain/subjects.ts'
import type { RecordView } from '../domain/view.ts'

/**
 * The contact that was begun last on this device, by its own count; without one, the last that anybody began; where those are
 * closed to reading, the one that was recorded in last here.
 */
export function latestContact({ contacts, record }: RecordView, device: string): string {
  const inOrder = (entries: readonly Entry[]) =>
    entries.filter((e) => e.device === device).sort((a, b) => a.deviceSeq - b.deviceSeq)
  const own = inOrder(contacts.map(({ entry }) => entry)).at(-1)?.slot.subject
  return own ?? contacts.at(-1)?.id ?? inOrder(record.entries).at(-1)?.contact ?? WHOLE
}
