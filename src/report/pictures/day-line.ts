import { type ChildCare, DAY_BEGINS, type DayPart } from '../../domain/capacity.ts'
import type { RecordView } from '../../domain/view.ts'
import { affectedInWords, nameOf, spanInWords, timeInWords, whoInWords } from '../care/care-tables.ts'
import { careWords as words } from '../care/words.ts'
import type { Figure, FigureText, Shape } from '../pdf/blocks.ts'
import { DAY_KINDS, kindOf, patterned } from './day-pattern.ts'
import { linesOf, widthOf } from './text-fit.ts'

const INK = '#212b32'
const QUIET = '#4c6272'
const DAY = 24 * 60
/** Morning, midday, evening and night, in a width that a telephone has at its own size. */
const ROWS = 4
const SPAN = DAY / ROWS
const WIDTH = 272
const SIDE = 8
const SCALE = (WIDTH - 2 * SIDE) / SPAN
const TYPE = 13
const LINE = 15
/** The least height of a part. */
const LANE = 36
const MOST_LINES = 4
const AXIS = 20

/**
 * The 24 hours of one child from five in the morning, in four lines of six: who is in charge, and whether they are
 * affected, by pattern and by word. A part too short for its words has a number, and the words beneath the line. Null where
 * no part of the day has a time. The numbers are those of the table.
 */
export function dayLine(view: RecordView, care: ChildCare): Figure | null {
  const pieces = care.day.flatMap((part, i) => piecesOf(part, i + 1, care.day[i + 1])).map((p) => worded(view, p))
  if (pieces.length === 0) return null
  const toldInside = new Set(pieces.filter((p) => p.lines.length > 0).map((p) => p.n))
  const toldBeneath = new Set<number>()
  const shapes: Shape[] = []
  let y = 4
  for (let row = 0; row < ROWS; row++) {
    const here = inLanes(pieces.filter((p) => p.row === row))
    const heights = lanesIn(here)
    const height = heights.reduce((sum, h) => sum + h, 0)
    shapes.push({ shape: 'rect', x: SIDE, y, w: SPAN * SCALE, h: height, fill: '#fff', stroke: QUIET })
    for (const piece of here) {
      const above = heights.slice(0, piece.lane).reduce((sum, h) => sum + h, 0)
      shapes.push(...drawn(piece, y + above, heights[piece.lane] ?? LANE))
    }
    y += height
    shapes.push(...axis(row, y))
    y += AXIS
    for (const { n, part } of here) {
      if (toldInside.has(n) || toldBeneath.has(n)) continue
      toldBeneath.add(n)
      const told = linesOf(
        words.altPart(n, spanInWords(part), whoInWords(view, part), affectedInWords(part).toLowerCase()),
        WIDTH - 2 * SIDE,
        TYPE,
      )
      shapes.push(...told.map((text, i) => textAt(text, SIDE, y + (i + 1) * LINE)))
      y += told.length * LINE + 4
    }
    y += 8
  }
  const legend = legendAt(y)
  const told = care.day.map((p, i) =>
    words.altPart(i + 1, spanInWords(p), whoInWords(view, p), affectedInWords(p).toLowerCase()),
  )
  return {
    kind: 'figure',
    w: WIDTH,
    h: y + legend.h,
    shapes: [...shapes, ...legend.shapes],
    alt: words.alt(nameOf(view, care.child), told.join(' ')),
    caption: words.unknownHours,
  }
}

interface Piece {
  n: number
  part: DayPart
  row: number
  /** Minutes from the start of the row. */
  start: number
  end: number
}
/** Its words in lines; none where there is no room for them. */
type WordedPiece = Piece & { lines: readonly { text: string; bold: boolean }[] }
type PlacedPiece = WordedPiece & { lane: number }

/** A part of the day, cut where a line ends. Without an end it lasts until the next part begins, or for an hour. */
function piecesOf(part: DayPart, n: number, next: DayPart | undefined): Piece[] {
  if (part.from === undefined) return []
  const start = fromMorning(part.from)
  const until = part.to ?? (next?.from === undefined ? part.from + 60 : next.from)
  const length = (until - part.from + DAY) % DAY || DAY
  return [...cut(start, Math.min(start + length, DAY)), ...cut(0, start + length - DAY)]

  function cut(from: number, to: number): Piece[] {
    return Array.from({ length: ROWS }, (_, row) => ({
      n,
      part,
      row,
      start: Math.max(0, from - row * SPAN),
      end: Math.min(SPAN, to - row * SPAN),
    })).filter((p) => p.end > p.start)
  }
}

const fromMorning = (minutes: number): number => (minutes - DAY_BEGINS + DAY) % DAY

/** Parts that overlap stand below one another. */
function inLanes(pieces: readonly WordedPiece[]): PlacedPiece[] {
  const ends: number[] = []
  return [...pieces]
    .sort((a, b) => a.start - b.start)
    .map((piece) => {
      const free = ends.findIndex((end) => end <= piece.start)
      const lane = free < 0 ? ends.length : free
      ends[lane] = piece.end
      return { ...piece, lane }
    })
}

/** The height of each lane: that of the part with most to say. */
function lanesIn(pieces: readonly PlacedPiece[]): readonly number[] {
  const count = Math.max(1, ...pieces.map((p) => p.lane + 1))
  return Array.from({ length: count }, (_, lane) =>
    Math.max(LANE, ...pieces.filter((p) => p.lane === lane).map((p) => p.lines.length * LINE + 14)),
  )
}

function worded(view: RecordView, piece: Piece): WordedPiece {
  const { part, n, start, end } = piece
  const room = (end - start) * SCALE - 6
  const state =
    part.affected.length > 1
      ? words.differs
      : (words.short[part.affected[0] ?? 'not-known'] ?? words.short['not-known'])
  const names = part.who.map((p) => nameOf(view, p)).join(', ')
  const [first, second] = [`${n} ${names}`.trim(), state ?? '']
  const lines = [
    ...linesOf(first, room, TYPE, true).map((text) => ({ text, bold: true })),
    ...linesOf(second, room, TYPE).map((text) => ({ text, bold: false })),
  ]
  const isWhole = [first, second].every((t, i) => t.split(' ').every((word) => widthOf(word, TYPE, i === 0) <= room))
  return { ...piece, lines: isWhole && lines.length <= MOST_LINES ? lines : [] }
}

function drawn({ part, n, start, end, lines }: PlacedPiece, top: number, lane: number): Shape[] {
  const [x, w, y, h] = [SIDE + start * SCALE, (end - start) * SCALE, top + 2, lane - 4]
  const kind = kindOf(part)
  const number = { text: String(n), bold: true }
  const shown = lines.length > 0 ? lines : widthOf(number.text, TYPE, true) <= w - 2 ? [number] : []
  const first = y + h / 2 - ((shown.length - 1) * LINE) / 2 + TYPE * 0.35
  const indent = lines.length > 0 ? 3 : 1
  return [
    ...patterned(kind, { x, y, w, h }),
    ...shown.flatMap(({ text, bold }, i): Shape[] => {
      const baseline = first + i * LINE
      const behind: Shape = {
        shape: 'rect',
        x: x + indent - 1,
        y: baseline - 11.5,
        w: Math.min(w - indent, widthOf(text, TYPE, bold) + 2),
        h: LINE,
        fill: '#fff',
      }
      return [...(kind === 'yes' ? [behind] : []), { ...textAt(text, x + indent, baseline), bold }]
    }),
  ]
}

const textAt = (text: string, x: number, y: number): FigureText => ({
  shape: 'text',
  x,
  y,
  text,
  size: TYPE,
  fill: INK,
})

function axis(row: number, y: number): Shape[] {
  return Array.from({ length: SPAN / 60 + 1 }, (_, hour): Shape[] => {
    const x = SIDE + hour * 60 * SCALE
    const at = DAY_BEGINS + row * SPAN + hour * 60
    const tick: Shape = { shape: 'line', x1: x, y1: y, x2: x, y2: y + 4, stroke: QUIET }
    const label: Shape = {
      shape: 'text',
      x,
      y: y + 16,
      text: String(Number(timeInWords(at % DAY).slice(0, 2))),
      size: 12,
      fill: INK,
      anchor: 'middle',
    }
    return [tick, label]
  }).flat()
}

function legendAt(y: number): { shapes: readonly Shape[]; h: number } {
  const sample = { w: 26, h: 15 }
  const step = 21
  return {
    shapes: DAY_KINDS.flatMap((kind, i): Shape[] => [
      ...patterned(kind, { x: SIDE, y: y + i * step, ...sample }),
      textAt(words.legend[kind], SIDE + sample.w + 8, y + i * step + 12),
    ]),
    h: DAY_KINDS.length * step + 4,
  }
}
