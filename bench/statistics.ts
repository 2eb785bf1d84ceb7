export interface Spread {
  median: number
  p95: number
  n: number
}

/** Median and ninety-fifth percentile, to a tenth. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) / 10
  return { median: at(0.5), p95: at(0.95), n: sorted.length }
}
