import { networkOf } from '../../domain/network.ts'
import type { NetworkChild, NetworkPerson } from '../../domain/network-person.ts'
import type { Couple } from '../../domain/network-ties.ts'
import type { RecordView } from '../../domain/view.ts'
import { ageInWords } from '../child-card.ts'
import { nameIn, optionIn } from '../network-names.ts'
import { networkWords as words } from '../network-words.ts'
import type { Figure, Shape } from '../pdf/blocks.ts'
import { fitLabel } from './fit-label.ts'
import { BOX, MIDDLE, type Spot } from './genogram-box.ts'
import type { Band } from './genogram-home.ts'
import { type GenogramLayout, genogramLayout, type Union } from './genogram-layout.ts'
import { type KeyLine, keyOf } from './key.ts'
import { type LineStyle, lineThrough } from './lines.ts'
import { INK, SOFT, type SymbolShape, symbol, type UseMark } from './symbol.ts'

const NAME = 13
const NOTE = 11
const LEAST_WIDTH = 320

/**
 * The family as a genogram by McGoldrick's conventions: partners joined by a line, children beneath it, two strokes for a
 * tie that ended, a triangle for a pregnancy, a double outline for the children the assessment is about, a dashed line
 * round those who are said to sleep here.
 */
export function genogram(view: RecordView): Figure {
  const network = networkOf(view)
  const laid = genogramLayout(network, (child) => view.ageRange(child)?.most ?? -1)
  const w = Math.max(LEAST_WIDTH, laid.w)
  const left = (w - laid.w) / 2
  const shapes: Shape[] = [
    ...laid.home.rings.flatMap(ring),
    ...laid.unions.flatMap((u) => unionShapes(u)),
    ...network.children.flatMap((c) => childShapes(view, c, spotIn(laid, c.id))),
    ...network.people.flatMap((p) => personShapes(view, p, spotIn(laid, p.id))),
  ].map((s) => moved(s, left))
  const key = keyOf(keyLines(network, laid), 12, laid.h + 4, w)
  return {
    kind: 'figure',
    w,
    h: laid.h + 4 + key.h + 8,
    shapes: [...shapes, ...key.shapes],
    alt: words.mapAlt(network.people.length, network.children.length),
  }
}

const spotIn = (laid: GenogramLayout, id: string): Spot => laid.boxes.get(id) ?? { x: 0, y: 0 }

function personShapes(view: RecordView, person: NetworkPerson, at: Spot): Shape[] {
  const shape = person.shapes.length === 1 ? (person.shapes[0] as SymbolShape) : 'neutral'
  const ages = person.ages.map((age) => optionIn(view, 'NET-01', 'age', age)).join(' / ')
  const notes = [ages, words.sleepsMark[person.sleeps]].filter(Boolean).join('; ')
  return [
    ...symbol(shape, at.x + BOX.w / 2, at.y + MIDDLE, BOX.r, false, markOfUse(person)),
    ...label(nameIn(view, person.id), notes, at),
  ]
}

function childShapes(view: RecordView, child: NetworkChild, at: Spot): Shape[] {
  const shape = child.isUnborn && !child.mayBeBorn ? 'triangle' : 'neutral'
  const r = shape === 'triangle' ? BOX.r + 2 : BOX.r
  return [
    ...symbol(shape, at.x + BOX.w / 2, at.y + MIDDLE, r, true, 'none'),
    ...label(nameIn(view, child.id), ageInWords(view, child.id), at),
  ]
}

/** The name in two lines at most, and a note beneath it in two. */
function label(name: string, note: string, at: Spot): Shape[] {
  const names = fitLabel(name, BOX.w, NAME, 2, true)
  const top = at.y + MIDDLE + BOX.r + 18
  const text = (t: string, y: number, size: number): Shape => ({
    shape: 'text',
    x: at.x + BOX.w / 2,
    y,
    text: t,
    size,
    anchor: 'middle',
    fill: INK,
    ...(size === NAME && { bold: true }),
  })
  return [
    ...names.map((t, i) => text(t, top + i * 14, NAME)),
    ...fitLabel(note, BOX.w, NOTE, names.length > 1 ? 1 : 2).map((t, i) =>
      text(t, top + names.length * 14 + i * 12, NOTE),
    ),
  ]
}

/** Drawn only where everybody who recorded it says the same; the table has every account. */
export function markOfUse(person: NetworkPerson): UseMark {
  const [use, more] = person.use
  if (more) return 'none'
  return ({ 'current-problem': 'problem', suspected: 'suspected', past: 'past' } as const)[use ?? ''] ?? 'none'
}

/** Of a couple nobody recorded as partners, and of one whose accounts differ, the line is dotted. */
export function coupleStyle(couple: Couple | undefined): LineStyle {
  if (couple?.kinds.length !== 1) return 'dotted'
  return couple.kinds[0] === 'on-and-off' ? 'broken' : 'plain'
}

function unionShapes(u: Union): Shape[] {
  const style = u.parents.length > 1 ? coupleStyle(u.couple) : 'plain'
  const isFormer = u.couple?.kinds.length === 1 && u.couple.kinds[0] === 'former-partner'
  return [
    ...u.lines.flatMap((points) => lineThrough(points, style)),
    ...u.descents.flatMap((points) => lineThrough(points)),
    ...(isFormer ? strokes(u.mark, u.mark.upright) : []),
  ]
}

function strokes({ x, y }: Spot, upright: boolean): Shape[] {
  return [-3, 3].map((d): Shape => {
    const [ax, ay] = upright ? [x - 8, y + d + 4] : [x + d - 4, y + 8]
    const [bx, by] = upright ? [x + 8, y + d - 4] : [x + d + 4, y - 8]
    return { shape: 'line', x1: ax, y1: ay, x2: bx, y2: by, stroke: INK, lineWidth: 2 }
  })
}

function ring(bands: readonly Band[]): Shape[] {
  const right = bands.flatMap(({ x, y, w, h }): [number, number][] => [
    [x + w, y],
    [x + w, y + h],
  ])
  const left = [...bands].reverse().flatMap(({ x, y, h }): [number, number][] => [
    [x, y + h],
    [x, y],
  ])
  const corners = [...right, ...left]
  return corners.map(([x1, y1], i): Shape => {
    const [x2, y2] = corners[(i + 1) % corners.length] ?? [x1, y1]
    return { shape: 'line', x1, y1, x2, y2, stroke: SOFT, lineWidth: 2, dash: 7 }
  })
}

function keyLines(network: ReturnType<typeof networkOf>, laid: GenogramLayout): KeyLine[] {
  const flat = (style: LineStyle) => (x: number, y: number) =>
    lineThrough(
      [
        { x: x - 14, y },
        { x: x + 14, y },
      ],
      style,
    )
  const couples = laid.unions.filter((u) => u.parents.length > 1).map((u) => u.couple)
  const kinds = couples.flatMap((c) => (c?.kinds.length === 1 ? c.kinds : []))
  const marks = network.people.map(markOfUse)
  const sign = (mark: UseMark) => (x: number, y: number) =>
    symbol('neutral', x, y - 2, mark === 'past' ? 5 : 8, false, mark)
  const lines: readonly (KeyLine | false | undefined)[] = [
    laid.home.rings.length > 0 && {
      says: words.key.home,
      draw: (x: number, y: number): Shape[] => [
        { shape: 'line', x1: x - 14, y1: y, x2: x + 14, y2: y, stroke: SOFT, lineWidth: 2, dash: 7 },
      ],
    },
    network.children.length > 0 && {
      says: words.key.child,
      draw: (x: number, y: number) => [
        ...symbol('neutral', x, y, 8, false, 'none'),
        ...symbol('neutral', x, y, 5, false, 'none'),
      ],
    },
    network.children.some((c) => c.isUnborn && !c.mayBeBorn) && {
      says: words.key.unborn,
      draw: (x: number, y: number) => symbol('triangle', x, y, 8, false, 'none'),
    },
    kinds.includes('partner') && { says: words.key.partner, draw: flat('plain') },
    kinds.includes('on-and-off') && { says: words.key.onAndOff, draw: flat('broken') },
    kinds.includes('former-partner') && {
      says: words.key.former,
      draw: (x: number, y: number) => [...flat('plain')(x, y), ...strokes({ x, y }, false)],
    },
    couples.some((c) => coupleStyle(c) === 'dotted') && { says: words.key.unclear, draw: flat('dotted') },
    marks.includes('problem') && { says: words.key.problem, draw: sign('problem') },
    marks.includes('suspected') && { says: words.key.suspected, draw: sign('suspected') },
    marks.includes('past') && { says: words.key.past, draw: sign('past') },
    network.people.some((p) => p.shapes.length !== 1 || p.shapes[0] === 'neutral') && {
      says: words.key.neutral,
      draw: sign('none'),
    },
  ]
  return lines.filter((line): line is KeyLine => Boolean(line))
}

function moved(s: Shape, dx: number): Shape {
  switch (s.shape) {
    case 'line':
      return { ...s, x1: s.x1 + dx, x2: s.x2 + dx }
    case 'poly':
      return { ...s, points: s.points.map(([x, y]) => [x + dx, y] as const) }
    default:
      return { ...s, x: s.x + dx }
  }
}
