import { useRef, useState } from 'react'
import type { Slot } from '../../domain/entry.ts'
import { useWorkspace } from '../workspace.ts'

/**
 * Words that go with an answer and are not its form: why it is removed, a correction, which of several stands. Journaled
 * as a draft of their own beside the slot, so that nothing typed is lost.
 */
export function useSideDraft<T extends Record<string, string>>(slot: Slot, what: string, empty: T) {
  const workspace = useWorkspace()
  const beside: Slot = { question: `${slot.question}/${what}`, subject: slot.subject }
  const [draft] = useState(() => workspace.draftOf(beside))
  const [typed, setTyped] = useState<T>(() => readTyped(draft?.raw, empty))
  const latest = useRef(typed)
  const [seen, setSeen] = useState<readonly string[] | undefined>(draft?.seenHeads)
  return {
    typed,
    /** The heads on screen when this began; undefined before. */
    seen,
    restored: draft !== undefined,
    change(next: T, heads: readonly string[] = []) {
      const begunWith = seen ?? heads
      latest.current = next
      setTyped(next)
      setSeen(begunWith)
      workspace.journal({ slot: beside, raw: next, seenHeads: begunWith })
    },
    /** Answers whether it is gone: where only `saved` has become an entry, what was typed since then stays. */
    drop(saved = latest.current): boolean {
      if (latest.current !== saved) return false
      latest.current = empty
      setTyped(empty)
      setSeen(undefined)
      workspace.dropDraft(beside)
      return true
    },
  }
}

function readTyped<T extends Record<string, string>>(raw: unknown, empty: T): T {
  const held = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {}
  return Object.fromEntries(Object.entries(empty).map(([k, v]) => [k, String(held[k] ?? v)])) as T
}
