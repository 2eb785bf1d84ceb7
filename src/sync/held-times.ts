import type { OutboxState } from './outbox-state.ts'
import type { Unsent } from './sync-store.ts'

const MINUTE = 60_000
const WAITS = { 'after-pull': MINUTE, later: 15 * MINUTE, 'sign-in': 0, person: 24 * 60 * MINUTE } as const

/** Held back for something that may come. */
const LACKS: ReadonlySet<string> = new Set(['missing-parent', 'unknown-assessment'])

/**
 * When what is held back is tried again without anybody asking. Kept in memory: the app that is opened anew tries all.
 */
export function heldTimes(now: () => number) {
  const until = new Map<string, { at: number; assessment: string; why: string }>()
  return {
    hold({ id, assessment }: Pick<Unsent, 'id' | 'assessment'>, state: OutboxState, afterMs?: number): void {
      if (state.is !== 'held-back') until.delete(id)
      else until.set(id, { at: now() + (afterMs ?? WAITS[state.again]), assessment, why: state.why })
    },
    /** Something came of this assessment, so that what it lacked may be there now. */
    stirred(assessment: string): void {
      for (const [id, held] of until) {
        if (held.assessment === assessment && LACKS.has(held.why)) until.delete(id)
      }
    },
    /** The server counts this person among its members again. */
    admitted(assessment: string): void {
      for (const [id, held] of until) if (held.assessment === assessment) until.delete(id)
    },
    isDue: ({ id }: Unsent): boolean => (until.get(id)?.at ?? 0) <= now(),
    /** Milliseconds from now; null when nothing is held. */
    next(): number | null {
      const times = [...until.values()].map(({ at }) => at)
      return times.length === 0 ? null : Math.max(0, Math.min(...times) - now())
    },
    clear: (): void => until.clear(),
  }
}
export type HeldTimes = ReturnType<typeof heldTimes>
