import type { DayPart } from '../../domain/capacity.ts'
import type { Shape } from '../pdf/blocks.ts'
import type { Box } from './use-cell.ts'

const INK = '#212b32'
const BLUE = '#005eb8'
const PALE = '#d5e5f5'
const QUIET = '#4c6272'

export const DAY_KINDS = ['no', 'yes', 'nobody', 'unknown'] as const
/** Whether whoever is in charge is affected; unknown also where accounts differ. */
export type DayKind = (typeof DAY_KINDS)[number]

export function kindOf({ affected }: DayPart): DayKind {
  const [only] = affected
  return affected.length === 1 && (only === 'no' || only === 'yes' || only === 'nobody') ? only : 'unknown'
}

/** Told apart without colour: plain, striped, a broken line, dots. */
export function patterned(kind: DayKind, { x, y, w, h }: Box): Shape[] {
  const frame: Shape = { shape: 'rect', x, y, w, h, fill: kind === 'no' ? PALE : '#fff', stroke: BLUE, lineWidth: 1.2 }
  const inside = (step: number) =>
    Array.from({ length: Math.max(0, Math.ceil(w / step) - 1) }, (_, i) => x + step * (i + 1))
  switch (kind) {
    case 'no':
      return [frame]
    case 'yes':
      return [
        frame,
        ...inside(5).map(
          (at): Shape => ({ shape: 'line', x1: at, y1: y, x2: at, y2: y + h, stroke: INK, lineWidth: 1 }),
        ),
      ]
    case 'nobody':
      return [{ ...frame, stroke: '#fff' }, ...broken({ x, y, w, h })]
    case 'unknown':
      return [
        { ...frame, stroke: QUIET },
        ...inside(7).map((at): Shape => ({ shape: 'circle', x: at, y: y + h - 3, r: 1, fill: QUIET })),
      ]
  }
}

const broken = ({ x, y, w, h }: Box): Shape[] =>
  (
    [
      [x, y, x + w, y],
      [x, y + h, x + w, y + h],
      [x, y, x, y + h],
      [x + w, y, x + w, y + h],
    ] as const
  ).map(([x1, y1, x2, y2]) => ({ shape: 'line', x1, y1, x2, y2, stroke: INK, lineWidth: 2, dash: 4 }))
