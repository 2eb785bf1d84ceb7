import type { Figure, Shape } from '../pdf/blocks.ts'
import { linesOf } from './text-fit.ts'

interface Panels {
  columns: number
  /** The width of one panel, in units of the whole drawing. */
  width: number
  /** The size of the words under each picture. */
  type: number
}

/** Pictures with their captions under them, as one drawing; its text alternative is all of theirs. */
export function sideBySide(figures: readonly Figure[], { columns, width, type }: Panels): Figure {
  const gap = type
  const captions = figures.map((f) => linesOf(f.caption ?? '', width - gap, type))
  const scales = figures.map((f) => (width - gap) / f.w)
  const rows = Math.ceil(figures.length / columns)
  const line = type * 1.3
  const heights = Array.from({ length: rows }, (_, row) =>
    Math.max(
      ...figures.flatMap((f, i) =>
        Math.floor(i / columns) === row ? f.h * (scales[i] ?? 1) + line * (captions[i]?.length ?? 0) + gap : [],
      ),
    ),
  )
  const shapes = figures.flatMap((f, i): Shape[] => {
    const k = scales[i] ?? 1
    const left = (i % columns) * width + gap / 2
    const top = heights.slice(0, Math.floor(i / columns)).reduce((sum, h) => sum + h, 0)
    const words = (captions[i] ?? []).map(
      (text, n): Shape => ({
        shape: 'text',
        x: left + (width - gap) / 2,
        y: top + f.h * k + line * (n + 1),
        text,
        size: type,
        anchor: 'middle',
      }),
    )
    return [...f.shapes.map((s) => moved(s, left, top, k)), ...words]
  })
  return {
    kind: 'figure',
    w: columns * width,
    h: heights.reduce((sum, h) => sum + h, 0) - gap / 2,
    shapes,
    alt: figures.map((f) => f.alt).join(' '),
  }
}

function moved(shape: Shape, dx: number, dy: number, k: number): Shape {
  const lineWidth = 'lineWidth' in shape && shape.lineWidth !== undefined ? { lineWidth: shape.lineWidth * k } : {}
  switch (shape.shape) {
    case 'rect':
      return {
        ...shape,
        ...lineWidth,
        x: dx + shape.x * k,
        y: dy + shape.y * k,
        w: shape.w * k,
        h: shape.h * k,
        radius: (shape.radius ?? 0) * k,
      }
    case 'line':
      return {
        ...shape,
        ...lineWidth,
        x1: dx + shape.x1 * k,
        y1: dy + shape.y1 * k,
        x2: dx + shape.x2 * k,
        y2: dy + shape.y2 * k,
      }
    case 'circle':
      return { ...shape, ...lineWidth, x: dx + shape.x * k, y: dy + shape.y * k, r: shape.r * k }
    case 'poly':
      return { ...shape, ...lineWidth, points: shape.points.map(([x, y]) => [dx + x * k, dy + y * k] as const) }
    case 'text':
      return { ...shape, x: dx + shape.x * k, y: dy + shape.y * k, size: shape.size * k }
  }
}
