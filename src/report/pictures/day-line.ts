import { type ChildCare, DAY_BEGINS, type DayPart } from '../../domain/capacity.ts'
import type { RecordView } from '../../domain/view.ts'
import { affectedInWords, nameOf, spanInWords, timeInWords, whoInWords } from '../care/care-tables.ts'
import { careWords as words } from '../care/words.ts'
import type { Figure, Shape } from '../pdf/blocks.ts'

const INK = '#212b32'
const BLUE = '#005eb8'
const PALE = '#d5e5f5'
const QUIET = '#4c6272'
const DAY = 24 * 60
const ROWS = 2
const SPAN = DAY / ROWS
const WIDTH = 440
const SIDE = 14
const SCALE = (WIDTH - 2 * SIDE) / SPAN
const TYPE = 12
const LANE = 36
const AXIS = 20
/** Of a letter, as a share of its size; generous, so that nothing is cut. */
const LETTER = 0.58

/**
 * The 24 hours of one child from five in the morning, in two lines of twelve: who is in charge, and whether they are
 * affected, by pattern and by word. Null where no part of the day has a time. The numbers are those of the table.
 */
export function dayLine(view: RecordView, care: ChildCare): Figure | null {
  const pieces = care.day.flatMap((part, i) => piecesOf(part, i + 1, care.day[i + 1]))
  if (pieces.length === 0) return null
  const shapes: Shape[] = []
  let y = 4
  for (let row = 0; row < ROWS; row++) {
    const here = inLanes(pieces.filter((p) => p.row === row))
    const lanes = Math.max(1, ...here.map((p) => p.lane + 1))
    shapes.push({ shape: 'rect', x: SIDE, y, w: SPAN * SCALE, h: lanes * LANE, fill: '#fff', stroke: QUIET })
    for (const piece of here) shapes.push(...drawn(view, piece, y + piece.lane * LANE))
    y += lanes * LANE
    shapes.push(...axis(row, y))
    y += AXIS + 8
  }
  const legend = legendAt(y)
  const told = care.day.map((p, i) =>
    words.altPart(i + 1, spanInWords(p), whoInWords(view, p), affectedInWords(p).toLowerCase()),
  )
  return {
    kind: 'figure',
    w: WIDTH,
    h: y + LEGEND_HEIGHT,
    shapes: [...shapes, ...legend],
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
type PlacedPiece = Piece & { lane: number }

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
function inLanes(pieces: readonly Piece[]): PlacedPiece[] {
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

const kindOf = ({ affected }: DayPart): 'no' | 'yes' | 'nobody' | 'unknown' => {
  const [only] = affected
  return affected.length === 1 && (only === 'no' || only === 'yes' || only === 'nobody') ? only : 'unknown'
}

function drawn(view: RecordView, { part, n, start, end }: PlacedPiece, top: number): Shape[] {
  const [x, w, y, h] = [SIDE + start * SCALE, (end - start) * SCALE, top + 2, LANE - 4]
  const kind = kindOf(part)
  const state =
    part.affected.length > 1
      ? words.differs
      : (words.short[part.affected[0] ?? 'not-known'] ?? words.short['not-known'] ?? '')
  const names = part.who.map((p) => nameOf(view, p)).join(', ')
  const named = fitted(`${n} ${names}`.trim(), w - 6)
  const fits = (text: string, room = w - 6) => text.length * TYPE * LETTER <= room
  // A name of two letters tells nothing; the number leads to the table.
  const first = named.endsWith('…') && named.length < String(n).length + 5 ? String(n) : named
  const shown = [first, state].filter((text) => text !== '' && fits(text, text === first ? w : w - 6))
  return [
    ...patterned(kind, x, y, w, h),
    ...shown.flatMap((text, i): Shape[] => {
      const baseline = shown.length === 1 ? y + h / 2 + 4 : y + 13 + i * 14
      const wide = text.length * TYPE * LETTER
      const behind: Shape = {
        shape: 'rect',
        x: x + 2,
        y: baseline - 11,
        w: Math.min(w - 4, wide + 2),
        h: 14,
        fill: '#fff',
      }
      return [
        ...(kind === 'yes' ? [behind] : []),
        { shape: 'text', x: x + 3, y: baseline, text, size: TYPE, bold: i === 0, fill: INK },
      ]
    }),
  ]
}

/** Told apart without colour: plain, striped, a broken line, dots. */
function patterned(kind: ReturnType<typeof kindOf>, x: number, y: number, w: number, h: number): Shape[] {
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
      return [
        { ...frame, stroke: '#fff' },
        ...[
          [x, y, x + w, y],
          [x, y + h, x + w, y + h],
          [x, y, x, y + h],
          [x + w, y, x + w, y + h],
        ].map(
          ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]): Shape => ({
            shape: 'line',
            x1,
            y1,
            x2,
            y2,
            stroke: INK,
            lineWidth: 2,
            dash: 4,
          }),
        ),
      ]
    case 'unknown':
      return [
        { ...frame, stroke: QUIET },
        ...inside(7).map((at): Shape => ({ shape: 'circle', x: at, y: y + h - 3, r: 1, fill: QUIET })),
      ]
  }
}

/** As much of a text as fits, with an ellipsis where it is cut; the table has it whole. */
function fitted(text: string, width: number): string {
  const most = Math.floor(width / (TYPE * LETTER))
  if (text.length <= most) return text
  return most < 1 ? '' : `${text.slice(0, most - 1).trimEnd()}…`
}

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
      size: TYPE,
      fill: INK,
      anchor: 'middle',
    }
    return [tick, label]
  }).flat()
}

const LEGEND_HEIGHT = 46
function legendAt(y: number): Shape[] {
  return (['no', 'yes', 'nobody', 'unknown'] as const).flatMap((kind, i): Shape[] => {
    const x = SIDE + (i % 2) * (WIDTH / 2)
    const top = y + Math.floor(i / 2) * 21
    return [
      ...patterned(kind, x, top, 26, 15),
      { shape: 'text', x: x + 32, y: top + 12, text: words.legend[kind], size: 11, fill: INK },
    ]
  })
}
