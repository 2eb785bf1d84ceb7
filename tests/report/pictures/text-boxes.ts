import type { Figure, FigureText } from '../../../src/report/pdf/blocks.ts'

export interface TextBox {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

/** More than any letter of the fonts in use takes on average, in shares of the size. */
const WIDEST: Readonly<Record<string, number>> = { ' ': 0.3, i: 0.3, l: 0.3, j: 0.3, t: 0.4, f: 0.4, r: 0.45, I: 0.36 }
const NARROW = ".,:;|'!()’‘-/·"

const emsOf = (c: string): number => {
  if (NARROW.includes(c)) return 0.4
  if ('mwMWQ@%—…'.includes(c)) return 0.96
  return WIDEST[c] ?? (/[A-Z]/.test(c) ? 0.72 : 0.61)
}

export function textBoxes(figure: Figure): readonly TextBox[] {
  return figure.shapes.flatMap((s) => (s.shape === 'text' ? [boxOf(s)] : []))
}

function boxOf({ text, x, y, size, bold, anchor = 'start' }: FigureText): TextBox {
  const width = [...text].reduce((sum, c) => sum + emsOf(c), 0) * size * (bold ? 1.06 : 1)
  const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor]
  return { text, left, right: left + width, top: y - 0.78 * size, bottom: y + 0.22 * size }
}

/** Pairs of texts of which one lies over the other. */
export function overlapping(figure: Figure): readonly (readonly [string, string])[] {
  const boxes = textBoxes(figure)
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => [a.text, b.text] as const),
  )
}

/** Texts that reach over the edge of the drawing. */
export const cutOff = (figure: Figure): readonly string[] =>
  textBoxes(figure)
    .filter((b) => b.left < 0 || b.right > figure.w || b.top < 0 || b.bottom > figure.h)
    .map((b) => b.text)
