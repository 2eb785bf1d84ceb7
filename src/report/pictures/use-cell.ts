import type { Shape } from '../pdf/blocks.ts'

export interface Box {
  x: number
  y: number
  w: number
  h: number
}

const INK = '#212b32'
const SHADE = '#e3e9ee'
/** Lines a day, so to speak: the closer they stand, the more days of use. */
const APART: Readonly<Record<string, number>> = { 'some-days': 14, 'most-days': 6 }

/**
 * How often, by form as well as by shade: empty for none, wide and close hatching, a full bar for every day, peaks for a lot
 * at once, a question mark for what is not known, a dashed frame where nothing was entered. It reads the same in grey.
 */
export function hatched(howOften: string, box: Box): readonly Shape[] {
  switch (howOften) {
    case 'none':
      return [frame(box)]
    case 'some-days':
    case 'most-days':
      return [frame(box, SHADE), ...diagonals(box, APART[howOften] ?? 10)]
    case 'daily':
      return [frame(box, INK)]
    case 'binges':
      return [frame(box, SHADE), peaks(box)]
    case 'not-known':
      return [
        frame(box),
        {
          shape: 'text',
          x: box.x + box.w / 2,
          y: box.y + 16,
          text: '?',
          size: 14,
          bold: true,
          anchor: 'middle',
          fill: INK,
        },
      ]
    default:
      return dashed(box)
  }
}

const frame = (box: Box, fill = '#ffffff'): Shape => ({ shape: 'rect', ...box, fill, stroke: INK, lineWidth: 1 })

/** Lines at 45 degrees, cut at the frame. */
function diagonals({ x, y, w, h }: Box, apart: number): Shape[] {
  const count = Math.ceil((w + h) / apart)
  return Array.from({ length: count }, (_, i): Shape | undefined => {
    const at = (i + 0.5) * apart
    const [x1, x2] = [Math.max(0, at - h), Math.min(w, at)]
    if (x2 <= x1) return undefined
    return { shape: 'line', x1: x + x1, y1: y + (at - x1), x2: x + x2, y2: y + (at - x2), stroke: INK, lineWidth: 1.2 }
  }).filter((line) => line !== undefined)
}

const peaks = ({ x, y, w, h }: Box): Shape => ({
  shape: 'poly',
  closed: true,
  fill: INK,
  points: [
    [x + 3, y + h - 2],
    [x + w * 0.22, y + 3],
    [x + w * 0.36, y + h - 2],
    [x + w * 0.64, y + h - 2],
    [x + w * 0.78, y + 3],
    [x + w - 3, y + h - 2],
  ],
})

const dashed = ({ x, y, w, h }: Box): Shape[] =>
  (
    [
      [x, y, x + w, y],
      [x, y + h, x + w, y + h],
      [x, y, x, y + h],
      [x + w, y, x + w, y + h],
    ] as const
  ).map(([x1, y1, x2, y2]) => ({ shape: 'line', x1, y1, x2, y2, stroke: '#4c6272', dash: 3 }))
