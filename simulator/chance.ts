/** Everything that is left to chance in a history, from one seed: the same seed gives the same history. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number
  /** True with this likelihood. */
  happens(likelihood: number): boolean
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** Throws for an empty list. */
  pick<T>(items: readonly T[]): T
  shuffled<T>(items: readonly T[]): T[]
}

export function chanceOf(seed: number): Chance {
  const next = mulberry32(seed)
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    happens: (likelihood) => next() < likelihood,
    pick: (items) => {
      if (items.length === 0) throw new Error('nothing to pick from')
      return items[between(0, items.length - 1)] as (typeof items)[number]
    },
    shuffled: (items) => {
      const left = [...items]
      const out: (typeof items)[number][] = []
      while (left.length > 0) out.push(...left.splice(between(0, left.length - 1), 1))
      return out
    },
  }
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
