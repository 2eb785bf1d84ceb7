import type { Shape } from '../pdf/blocks.ts'

export const INK = '#212b32'
export const SOFT = '#768692'
const FILL = '#c8d1d6'

export type SymbolShape = 'neutral' | 'circle' | 'square' | 'triangle'
/** How known use is told: nothing, the lower half filled, striped where suspected, or a bar beneath where it is past. */
export type UseMark = 'none' | 'problem' | 'suspected' | 'past'

type Point = readonly [number, number]

/** A person as the conventions of a genogram have it, about a middle, `r` from there to the edge. */
export function symbol(shape: SymbolShape, x: number, y: number, r: number, doubled: boolean, use: UseMark): Shape[] {
  const outline = outlineOf(shape, x, y, r)
  const closed = (points: readonly Point[], paint: { fill?: string; stroke?: string }): Shape => ({
    shape: 'poly',
    points,
    closed: true,
    lineWidth: 2,
    ...paint,
  })
  return [
    closed(outline, { fill: '#ffffff' }),
    ...(use === 'problem' ? [closed(lowerHalf(outline, y), { fill: FILL })] : []),
    ...(use === 'suspected' ? stripes(outline, y) : []),
    closed(outline, { stroke: INK }),
    ...(doubled ? [closed(outlineOf(shape, x, y, r - 5), { stroke: INK })] : []),
    ...(use === 'past'
      ? [{ shape: 'line' as const, x1: x - r, y1: y + r + 4, x2: x + r, y2: y + r + 4, stroke: INK, lineWidth: 3 }]
      : []),
  ]
}

function outlineOf(shape: SymbolShape, x: number, y: number, r: number): Point[] {
  switch (shape) {
    case 'square':
      return [
        [x - r, y - r],
        [x + r, y - r],
        [x + r, y + r],
        [x - r, y + r],
      ]
    case 'triangle':
      return [
        [x, y - r],
        [x + r, y + r],
        [x - r, y + r],
      ]
    case 'circle':
      return arcs([[x, y]], r)
    case 'neutral': {
      const c = r * 0.55
      const k = r - c
      return arcs(
        [
          [x + k, y + k],
          [x - k, y + k],
          [x - k, y - k],
          [x + k, y - k],
        ],
        c,
      )
    }
  }
}

/** Quarter circles about each middle in turn, joined. */
function arcs(middles: readonly Point[], r: number): Point[] {
  const steps = 8
  return Array.from({ length: 4 }, (_, quarter) => {
    const [x, y] = middles[quarter % middles.length] ?? [0, 0]
    return Array.from({ length: steps + 1 }, (_step, i): Point => {
      const turn = ((quarter + i / steps) * Math.PI) / 2
      return [round(x + r * Math.cos(turn)), round(y + r * Math.sin(turn))]
    })
  }).flat()
}

/** The part of an outline below a line across its middle. */
function lowerHalf(outline: readonly Point[], y: number): Point[] {
  return outline.flatMap((p, i): Point[] => {
    const q = outline[(i + 1) % outline.length] ?? p
    const here = p[1] >= y ? [p] : []
    if (p[1] >= y === q[1] >= y) return here
    const t = (y - p[1]) / (q[1] - p[1])
    return [...here, [round(p[0] + t * (q[0] - p[0])), y]]
  })
}

function stripes(outline: readonly Point[], y: number): Shape[] {
  const bottom = Math.max(...outline.map((p) => p[1]))
  return [0.2, 0.5, 0.8].flatMap((part): Shape[] => {
    const at = y + (bottom - y) * part
    const xs = lowerHalf(outline, at)
      .filter((p) => Math.abs(p[1] - at) < 0.01)
      .map((p) => p[0])
    return [{ shape: 'line', x1: Math.min(...xs), y1: at, x2: Math.max(...xs), y2: at, stroke: INK, lineWidth: 1.5 }]
  })
}

const round = (n: number): number => Math.round(n * 100) / 100
