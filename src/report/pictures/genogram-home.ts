import type { Spot } from './genogram-layout.ts'

export interface Band {
  row: number
  x: number
  y: number
  w: number
  h: number
}

/** A band for each row with somebody who sleeps here; bands that touch have one line round them all. */
export function homesOf(
  members: readonly string[],
  centre: ReadonlyMap<string, Spot>,
  box: { w: number; h: number },
): Band[][] {
  const rows = [...new Set([...centre.values()].map((c) => c.y))].sort((a, b) => a - b)
  const pad = 8
  const rings: Band[][] = []
  rows.forEach((y, i) => {
    const xs = members.flatMap((id) => centre.get(id) ?? []).flatMap((c) => (c.y === y ? [c.x] : []))
    if (xs.length === 0) return
    const x = Math.min(...xs) - box.w / 2 - pad
    const band: Band = {
      row: i,
      x,
      y: y - box.h / 2 - pad,
      w: Math.max(...xs) + box.w / 2 + pad - x,
      h: box.h + 2 * pad,
    }
    const ring = rings.at(-1)
    const above = ring?.at(-1)
    if (!ring || !above || above.row !== i - 1 || band.x > above.x + above.w || above.x > band.x + band.w) {
      rings.push([band])
      return
    }
    // They meet half-way between the rows.
    const meet = (above.y + above.h + band.y) / 2
    ring[ring.length - 1] = { ...above, h: meet - above.y }
    ring.push({ ...band, y: meet, h: band.y + band.h - meet })
  })
  return rings
}
