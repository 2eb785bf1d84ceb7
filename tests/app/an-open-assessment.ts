import { type AssessmentPorts, type OpenAssessment, openAssessment } from '../../src/app/open-assessment.ts'
import type { PartValue } from '../../src/domain/answer.ts'
import { answerTo, type EntryContent } from '../../src/domain/compose.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { type MemoryFaults, memoryDevice } from '../../src/storage/memory-device.ts'
import { memoryVaultKeeper } from '../../src/storage/memory-vault-keeper.ts'
import type { RecordStore } from '../../src/storage/record-port.ts'
import { entryText } from '../../src/sync/entry-hash.ts'
import type { DraftInput } from '../../src/ui/workspace.ts'
import { RUTH, TODAY } from '../builders/an-assessment.ts'
import { toyGuidance } from '../builders/toy-guidance.ts'
import { anEntry, aVault, cheapKdf, NOON, ok } from '../storage/storage-builders.ts'

export const slot = { question: 'TOY-01', subject: '-' }

/** A device with one unlocked vault, on which the assessment `a1` can be opened any number of times. */
export async function aDevice(faults?: MemoryFaults) {
  const clock = { now: NOON }
  const keeper = memoryVaultKeeper(memoryDevice(faults), cheapKdf, 'in-the-clear', () => clock.now)
  const { store } = await aVault(keeper)
  let ids = 0
  const open = async (over: Partial<AssessmentPorts> = {}): Promise<OpenAssessment> => {
    const result = await openAssessment('a1', {
      store,
      author: RUTH,
      device: 'd1',
      opening: toyGuidance,
      whole: new Promise(() => undefined),
      newId: () => `id-${++ids}`,
      now: () => `${TODAY}T09:00:00.000Z`,
      today: () => TODAY,
      ...over,
    })
    return ok(result).assessment
  }
  return {
    store,
    clock,
    open,
    /** What is on the disk, by the number of the device. */
    kept: async () => ok(await store.load('a1')).entries.sort((a, b) => a.deviceSeq - b.deviceSeq),
    keptDrafts: async () => ok(await store.drafts('a1')).drafts.map((d) => d.draft),
    /** An entry from another device or tab arrives. */
    receive: async (over: Partial<Entry> = {}) =>
      ok(await store.sync.takeIn([entryText(anEntry({ slot, device: 'd2', ...over }))])),
  }
}

export const saying = (parts: Record<string, PartValue>, seen: readonly string[] = [], at = slot): EntryContent =>
  answerTo(at, { parts }, seen, { how: 'said' })

export const typing = (words: string, over: Partial<DraftInput> = {}): DraftInput => ({
  slot,
  raw: { words },
  seenHeads: [],
  ...over,
})

export const headsOf = (open: OpenAssessment, at = slot): readonly string[] =>
  open
    .current()
    .view.record.heads(at)
    .map((h) => h.id)

/** A store in which some calls are answered otherwise. */
export const storeWith = (store: RecordStore, over: Partial<RecordStore>): RecordStore => ({ ...store, ...over })

/** Lets everything that is ready to run do so, without a clock. */
export async function settled(): Promise<void> {
  for (let n = 0; n < 50; n++) await Promise.resolve()
}
