import { compose, type EntryContent } from '../domain/compose.ts'
import type { Entry } from '../domain/entry.ts'
import type { SaveResult } from '../ui/workspace.ts'
import type { AssessmentPorts } from './open-assessment.ts'

export type WriteResult = { ok: true; entries: readonly Entry[] } | Extract<SaveResult, { ok: false }>

/** Makes entries and puts them on the disk: all of them, or none. */
export async function writeEntries(
  contents: readonly EntryContent[],
  { ports, assessment, contact }: { ports: AssessmentPorts; assessment: string; contact: string },
): Promise<WriteResult> {
  try {
    const entries: Entry[] = []
    for (const content of contents) {
      const number = await ports.store.nextDeviceSeq()
      if (!number.ok) return number
      const recorder = {
        assessment,
        contact,
        author: ports.author,
        device: ports.device,
        guidancePack: ports.opening.id,
        newId: ports.newId,
        nextSeq: () => number.seq,
        now: ports.now,
      }
      entries.push(compose(recorder, content))
    }
    const kept = await ports.store.append(entries)
    return kept.ok ? { ok: true, entries } : { ok: false, reason: kept.reason }
  } catch {
    return { ok: false, reason: 'unknown' }
  }
}
