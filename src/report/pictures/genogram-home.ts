import type { Network } from '../../domain/network.ts'
import { parentsOf } from '../../domain/network-ties.ts'
import { BOX, type Spot } from './genogram-box.ts'

/** What one row of a map has within the line round a home. */
export interface Band {
  row: number
  x: number
  y: number
  w: number
  h: number
}

/** Who is said to sleep here, with a baby who is expected by one of them. */
export function membersOf({ people, children, childTies }: Network): string[] {
  const here = [...people, ...children].filter((p) => p.sleeps === 'here').map((p) => p.id)
  const expected = children
    .filter((c) => c.isUnborn && !c.mayBeBorn && parentsOf(c.id, childTies).some((p) => here.includes(p)))
    .map((c) => c.id)
  return [...new Set([...here, ...expected])].sort()
}

/** A band for each row with somebody who sleeps here; bands that touch have one line round them all. */
export function homesOf(members: readonly string[], centre: ReadonlyMap<string, Spot>, height: number): Band[][] {
  const rows = [...new Set([...centre.values()].map((c) => c.y))].sort((a, b) => a - b)
  const pad = 8
  const rings: Band[][] = []
  rows.forEach((y, i) => {
    const xs = members.flatMap((id) => centre.get(id) ?? []).flatMap((c) => (c.y === y ? [c.x] : []))
    if (xs.length === 0) return
    const x = Math.min(...xs) - BOX.w / 2 - pad
    const band: Band = {
      row: i,
      x,
      y: y - height / 2 - pad,
      w: Math.max(...xs) + BOX.w / 2 + pad - x,
      h: height + 2 * pad,
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
