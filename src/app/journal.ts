import type { Slot } from '../domain/entry.ts'
import { slotKey } from '../domain/entry.ts'
import type { Draft, RecordStore } from '../storage/record-port.ts'
import type { DraftInput, SaveProblem } from '../ui/workspace.ts'

const DELAY = 200

export interface JournalPorts {
  store: RecordStore
  assessment: string
  contact(): string
  now(): string
  /** Called when a draft could not be kept, with the storage's reason. */
  onFailure(slot: Slot, reason: SaveProblem): void
}

/**
 * Text being typed, at most 200 ms behind the keyboard on the disk. A draft is dropped only in the state in which it
 * became an entry: what was typed after that stays.
 */
export function openJournal(ports: JournalPorts, restored: readonly { revision: string; draft: Draft }[]) {
  const inputs = new Map<string, DraftInput>(restored.map(({ draft }) => [slotKey(draft.slot), inputOf(draft)]))
  const revisions = new Map<string, string>(restored.map(({ revision, draft }) => [slotKey(draft.slot), revision]))
  const waiting = new Map<string, DraftInput>()
  let writing: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Writes everything that waits. Resolves when it is on the disk, or has been reported as failed. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const batch = [...waiting.values()]
    waiting.clear()
    writing = writing.then(async () => {
      for (const input of batch) await write(input)
    })
    return writing
  }

  async function write(input: DraftInput): Promise<void> {
    const kept = await ports.store
      .journal({ ...input, assessment: ports.assessment, contact: ports.contact(), at: ports.now() })
      // A store that breaks once must not keep every later draft off the disk.
      .catch(() => ({ ok: false as const, reason: 'unknown' as const }))
    if (kept.ok) revisions.set(slotKey(input.slot), kept.revision)
    else ports.onFailure(input.slot, kept.reason)
  }

  return {
    put(input: DraftInput): void {
      inputs.set(slotKey(input.slot), input)
      waiting.set(slotKey(input.slot), input)
      timer ??= setTimeout(() => void flush(), DELAY)
    },
    holdsAny: (): boolean => inputs.size > 0,
    get: (slot: Slot): DraftInput | undefined => inputs.get(slotKey(slot)),
    ofQuestion: (question: string): DraftInput[] => [...inputs.values()].filter((d) => d.slot.question === question),
    async drop(slot: Slot): Promise<void> {
      const key = slotKey(slot)
      inputs.delete(key)
      waiting.delete(key)
      await writing
      const revision = revisions.get(key)
      if (revision !== undefined && !inputs.has(key)) {
        revisions.delete(key)
        await ports.store.dropDraft(ports.assessment, slot, revision)
      }
    },
    flush,
  }
}
export type Journal = ReturnType<typeof openJournal>

const inputOf = (draft: Draft): DraftInput => ({
  slot: draft.slot,
  raw: draft.raw,
  seenHeads: draft.seenHeads,
  ...(draft.basis && { basis: draft.basis }),
  ...(draft.caret && { caret: draft.caret }),
})
