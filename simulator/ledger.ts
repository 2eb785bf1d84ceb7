import type { Entry } from '../src/domain/entry.ts'

/**
 * What people did and were told, kept by somebody who misses nothing. `told`: `saved` once the screen said so. `next`: edits
 * that may have taken its place; `told` where the store said so.
 */
export interface Noted {
  entry: Entry
  text: string
  device: string
  /** Ids that were on the screen as it began, and what those had superseded that it may replace. */
  seen: readonly string[]
  told: 'nothing' | 'saved'
  next: Map<string, { told: boolean }>
}

export type Wrong = 'lost' | 'invented' | 'altered' | 'hidden' | 'diverged' | 'disclosed'
export const WRONGS = [
  'lost',
  'invented',
  'altered',
  'hidden',
  'diverged',
  'disclosed',
] as const satisfies readonly Wrong[]

export interface Ledger {
  composed(noted: Omit<Noted, 'told' | 'next'>): void
  saved(id: string): void
  /** `told`: the store said that the next edit stands in its place. */
  replaced(id: string, next: string, told: boolean): void
  of(id: string): Noted | undefined
  all(): readonly Noted[]
  /** True if it, or an edit that took its place, is among these. */
  survivesIn(id: string, ids: { has(id: string): boolean }): boolean
}

export function ledger(): Ledger {
  const notes = new Map<string, Noted>()
  const of = (id: string): Noted | undefined => notes.get(id)
  const survivesIn = (id: string, ids: { has(id: string): boolean }): boolean => {
    if (ids.has(id)) return true
    return [...(of(id)?.next.keys() ?? [])].some((next) => survivesIn(next, ids))
  }
  return {
    composed: (noted) => void notes.set(noted.entry.id, { ...noted, told: 'nothing', next: new Map() }),
    saved(id) {
      const noted = of(id)
      if (noted) noted.told = 'saved'
    },
    replaced(id, next, told) {
      of(id)?.next.set(next, { told })
    },
    of,
    all: () => [...notes.values()],
    survivesIn,
  }
}
