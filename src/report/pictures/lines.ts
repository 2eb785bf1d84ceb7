import type { Shape } from '../pdf/blocks.ts'
import { INK } from './symbol.ts'

type Spot = { x: number; y: number }
export type LineStyle = 'plain' | 'thick' | 'broken' | 'dotted' | 'zigzag'

const DASH: Partial<Record<LineStyle, number>> = { broken: 7, dotted: 2.5 }

/** A line through some points. */
export function lineThrough(points: readonly Spot[], style: LineStyle = 'plain'): Shape[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i] ?? to
    return style === 'zigzag' ? [zigzag(from, to)] : [straight(from, to, style)]
  })
}

function straight(from: Spot, to: Spot, style: LineStyle): Shape {
  const dash = DASH[style]
  return {
    shape: 'line',
    x1: from.x,
    y1: from.y,
    x2: to.x,
    y2: to.y,
    stroke: INK,
    lineWidth: style === 'thick' ? 5 : 1.5,
    ...(dash && { dash }),
  }
}

function zigzag(from: Spot, to: Spot): Shape {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const steps = Math.max(2, Math.round(length / 7))
  const points = Array.from({ length: steps + 1 }, (_, i): readonly [number, number] => {
    const along = (length * i) / steps
    const out = i === 0 || i === steps ? 0 : i % 2 === 0 ? 4 : -4
    return [round(from.x + ux * along - uy * out), round(from.y + uy * along + ux * out)]
  })
  return { shape: 'poly', points, stroke: INK, lineWidth: 1.5 }
}

/** The head of an arrow whose tip is at `to`. */
export function arrowHead(from: Spot, to: Spot): Shape {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const at = (back: number, out: number): readonly [number, number] => [
    round(to.x - ux * back - uy * out),
    round(to.y - uy * back + ux * out),
  ]
  return { shape: 'poly', points: [at(0, 0), at(12, 6), at(12, -6)], closed: true, fill: INK }
}

const round = (n: number): number => Math.round(n * 10) / 10
