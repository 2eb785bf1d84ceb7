import type { Shape } from '../pdf/blocks.ts'
import { INK } from './symbol.ts'
import { linesOf } from './text-fit.ts'

/** One line of the key beneath a picture: a small drawing about a middle, and what it means. */
export interface KeyLine {
  draw(x: number, y: number): readonly Shape[]
  says: string
}

const SIZE = 12
const LINE = 16
const SAMPLE = 46

/** The lines one under the other, in a width; with the height that they take. */
export function keyOf(
  lines: readonly KeyLine[],
  x: number,
  top: number,
  width: number,
): { shapes: Shape[]; h: number } {
  let y = top
  const shapes: Shape[] = []
  for (const line of lines) {
    const texts = linesOf(line.says, width - SAMPLE - 2 * x, SIZE)
    shapes.push(...line.draw(x + 16, y + LINE / 2))
    texts.forEach((text, i) => {
      shapes.push({ shape: 'text', x: x + SAMPLE, y: y + SIZE + i * LINE, text, size: SIZE, fill: INK })
    })
    y += Math.max(1, texts.length) * LINE + 4
  }
  return { shapes, h: y - top }
}
