import type { Figure, FigureText, Shape } from '../../../src/report/pdf/blocks.ts'
import { loadFontsFromDisk } from '../../../src/report/pdf/node-fonts.ts'

export interface Box {
  x: number
  y: number
  w: number
  h: number
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

export const inside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h

/** Every pair of a list that overlaps. */
export function overlapping<T>(list: readonly T[], boxOf: (item: T) => Box): [T, T][] {
  return list.flatMap((a, i) =>
    list.slice(i + 1).flatMap((b): [T, T][] => (overlap(boxOf(a), boxOf(b)) ? [[a, b]] : [])),
  )
}

export const textsIn = (figure: Figure): readonly FigureText[] =>
  figure.shapes.filter((s): s is FigureText => s.shape === 'text')
export const wordsIn = (figure: Figure): readonly string[] => textsIn(figure).map((t) => t.text)
export const linesIn = (figure: Figure) =>
  figure.shapes.filter((s): s is Extract<Shape, { shape: 'line' }> => s.shape === 'line')

/** The place of a text as it is really drawn, measured with the font of the PDF, which is wider than that of the screen. */
export async function textMeasure(): Promise<(t: FigureText) => Box> {
  const fonts = (await loadFontsFromDisk()) as unknown as Record<'regular' | 'bold', Measured>
  const widths = new Map<string, number>()
  const measured = (text: string, bold: boolean) => {
    const key = `${bold}|${text}`
    const font = fonts[bold ? 'bold' : 'regular']
    const width = widths.get(key) ?? font.layout(text).advanceWidth / font.unitsPerEm
    widths.set(key, width)
    return width
  }
  return (t) => {
    const w = measured(t.text, t.bold === true) * t.size
    const before = { start: 0, middle: 0.5, end: 1 }[t.anchor ?? 'start'] * w
    return { x: t.x - before, y: t.y - t.size * 0.75, w, h: t.size * 0.95 }
  }
}

interface Measured {
  unitsPerEm: number
  layout(text: string): { advanceWidth: number }
}

/** Whether a straight line goes through a box. */
export function crosses(a: { x: number; y: number }, b: { x: number; y: number }, box: Box): boolean {
  let [from, to] = [0, 1]
  for (const [start, way, low, high] of [
    [a.x, b.x - a.x, box.x, box.x + box.w],
    [a.y, b.y - a.y, box.y, box.y + box.h],
  ] as const) {
    if (way === 0) {
      if (start <= low || start >= high) return false
      continue
    }
    const [t1, t2] = [(low - start) / way, (high - start) / way]
    from = Math.max(from, Math.min(t1, t2))
    to = Math.min(to, Math.max(t1, t2))
  }
  return to - from > 1e-6
}
