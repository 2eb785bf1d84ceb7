import type { Figure, FigureText, Shape } from './blocks.ts'
import type { Op } from './display-list.ts'
import { heightOf, type TextBlock, type Typesetting, textBlock } from './paragraphs.ts'
import type { Placeable } from './placeable.ts'
import { BODY_WIDTH, COLOUR, PAGE, SIZE } from './theme.ts'

const TALLEST = 560
const CAPTION_BEFORE = 4
const AFTER = 10

export function figureOf(block: Figure, setting: Typesetting): Placeable {
  if (!block.alt.trim()) throw new Error('A figure has to have a text alternative')
  const scale = Math.min(1, BODY_WIDTH / block.w, TALLEST / block.h)
  const [w, h] = [block.w * scale, block.h * scale]
  const caption = captionOf(block.caption, setting)
  const least = h + (caption ? CAPTION_BEFORE + heightOf(caption) : 0)
  return {
    least,
    place: (sheet) => {
      sheet.need(least)
      const at = { x: PAGE.side + (BODY_WIDTH - w) / 2, y: sheet.y }
      // A reader passes over what is inside a figure that has a text alternative, so the caption stands beside it.
      const parent = caption ? sheet.node('Div', sheet.root) : sheet.root
      const figure = sheet.node('Figure', parent, { alt: block.alt, box: { ...at, w, h } })
      sheet.paint(
        figure,
        block.shapes.map((shape) => opOf(shape, { ...at, scale }, setting)),
      )
      sheet.y += h
      if (caption) {
        sheet.y += CAPTION_BEFORE
        sheet.flow(caption, PAGE.side, sheet.node('P', parent), 0)
      }
      sheet.y += AFTER
    },
  }
}

const captionOf = (caption: string | undefined, setting: Typesetting): TextBlock | null =>
  caption
    ? textBlock(caption, { size: SIZE.small, width: BODY_WIDTH, colour: COLOUR.muted, align: 'centre' }, setting)
    : null

interface Frame {
  x: number
  y: number
  scale: number
}

function opOf(shape: Shape, frame: Frame, setting: Typesetting): Op {
  const k = frame.scale
  const x = (value: number) => frame.x + value * k
  const y = (value: number) => frame.y + value * k
  switch (shape.shape) {
    case 'rect':
      return {
        op: 'rect',
        x: x(shape.x),
        y: y(shape.y),
        w: shape.w * k,
        h: shape.h * k,
        ...(shape.radius ? { radius: shape.radius * k } : {}),
        ...paintOf(shape, k),
      }
    case 'line':
      return {
        op: 'line',
        x1: x(shape.x1),
        y1: y(shape.y1),
        x2: x(shape.x2),
        y2: y(shape.y2),
        stroke: shape.stroke,
        lineWidth: (shape.lineWidth ?? 1) * k,
        ...(shape.dash ? { dash: shape.dash * k } : {}),
      }
    case 'circle':
      return { op: 'circle', x: x(shape.x), y: y(shape.y), r: shape.r * k, ...paintOf(shape, k) }
    case 'poly': {
      const points = shape.points.map(([px, py]): [number, number] => [x(px), y(py)])
      return { op: 'poly', points, closed: shape.closed ?? false, ...paintOf(shape, k) }
    }
    case 'text':
      return textOp(shape, frame, setting)
  }
}

function textOp(shape: FigureText, frame: Frame, { metrics, cleaner }: Typesetting): Op {
  const font = shape.bold ? 'bold' : 'regular'
  const text = cleaner.printable(shape.text, font).replaceAll('\n', ' ')
  const size = shape.size * frame.scale
  const before = { start: 0, middle: 0.5, end: 1 }[shape.anchor ?? 'start'] * metrics.width(font, text) * size
  return {
    op: 'text',
    x: frame.x + shape.x * frame.scale - before,
    baseline: frame.y + shape.y * frame.scale,
    text,
    font,
    size,
    colour: shape.fill ?? COLOUR.ink,
  }
}

const paintOf = (shape: { fill?: string; stroke?: string; lineWidth?: number }, scale: number) => ({
  ...(shape.fill ? { fill: shape.fill } : {}),
  ...(shape.stroke ? { stroke: shape.stroke, lineWidth: (shape.lineWidth ?? 1) * scale } : {}),
})
