import { type Network, networkOf } from '../../domain/network.ts'
import type { NetworkChild, NetworkPerson } from '../../domain/network-person.ts'
import type { Couple } from '../../domain/network-ties.ts'
import type { RecordView } from '../../domain/view.ts'
import { ageInWords } from '../child-card.ts'
import { nameIn, optionIn } from '../network-names.ts'
import { networkWords as words } from '../network-words.ts'
import type { Figure, Shape } from '../pdf/blocks.ts'
import { BOX, MIDDLE, type Spot } from './genogram-box.ts'
import type { Band } from './genogram-home.ts'
import { type GenogramLayout, genogramLayout, type Union } from './genogram-layout.ts'
import { type KeyLine, keyOf } from './key.ts'
import { type LineStyle, lineThrough } from './lines.ts'
import { INK, SOFT, type SymbolShape, symbol, type UseMark } from './symbol.ts'
import { linesOf } from './text-fit.ts'

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
  const labels = labelsIn(view, network)
  const laid = laidOut(view, labels)
  const labelled = (id: string) => labelShapes(labels.get(id), spotIn(laid, id))
  const w = Math.max(LEAST_WIDTH, laid.w)
  const left = (w - laid.w) / 2
  const shapes: Shape[] = [
    ...laid.home.rings.flatMap(ring),
    ...laid.unions.flatMap((u) => unionShapes(u)),
    ...network.children.flatMap((c) => [...childSymbol(c, spotIn(laid, c.id)), ...labelled(c.id)]),
    ...network.people.flatMap((p) => [...personSymbol(p, spotIn(laid, p.id)), ...labelled(p.id)]),
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

/** Where everybody of the genogram stands, with room for what is written of them. */
export function laidOut(view: RecordView, labels = labelsIn(view, networkOf(view))): GenogramLayout {
  const ageOf = (child: string) => view.ageRange(child)?.most ?? -1
  const heightOf = (id: string) => {
    const label = labels.get(id)
    return label ? heightWith(label) : BOX.h
  }
  return genogramLayout(networkOf(view), ageOf, heightOf)
}

const spotIn = (laid: GenogramLayout, id: string): Spot => laid.boxes.get(id) ?? { x: 0, y: 0 }

function personSymbol(person: NetworkPerson, at: Spot): Shape[] {
  const shape = person.shapes.length === 1 ? (person.shapes[0] as SymbolShape) : 'neutral'
  return symbol(shape, at.x + BOX.w / 2, at.y + MIDDLE, BOX.r, false, markOfUse(person))
}

function childSymbol(child: NetworkChild, at: Spot): Shape[] {
  const shape = child.isUnborn && !child.mayBeBorn ? 'triangle' : 'neutral'
  const r = shape === 'triangle' ? BOX.r + 2 : BOX.r
  return symbol(shape, at.x + BOX.w / 2, at.y + MIDDLE, r, true, 'none')
}

/** The lines of a name, and of a note beneath it. */
interface Label {
  name: readonly string[]
  note: readonly string[]
}

function labelsIn(view: RecordView, { people, children }: Network): ReadonlyMap<string, Label> {
  const label = (id: string, note: string): [string, Label] => [
    id,
    { name: linesOf(nameIn(view, id), BOX.w, NAME, true), note: linesOf(note, BOX.w, NOTE) },
  ]
  const aboutPerson = ({ ages, sleeps }: NetworkPerson): string => {
    const inWords = ages.map((age) => optionIn(view, 'NET-01', 'age', age)).join(' / ')
    return [inWords, words.sleepsMark[sleeps]].filter(Boolean).join('; ')
  }
  return new Map([
    ...children.map((c) => label(c.id, ageInWords(view, c.id))),
    ...people.map((p) => label(p.id, aboutPerson(p))),
  ])
}

/** From the top of a box to the first line of the name in it. */
const FIRST_LINE = MIDDLE + BOX.r + 18
const NAME_LINE = 14
const NOTE_LINE = 12

const heightWith = ({ name, note }: Label): number => FIRST_LINE + name.length * NAME_LINE + note.length * NOTE_LINE

function labelShapes(label: Label | undefined, at: Spot): Shape[] {
  if (!label) return []
  const x = at.x + BOX.w / 2
  const top = at.y + FIRST_LINE
  const { name, note } = label
  return [
    ...name.map(
      (text, i): Shape => ({
        shape: 'text',
        x,
        y: top + i * NAME_LINE,
        text,
        size: NAME,
        anchor: 'middle',
        fill: INK,
        bold: true,
      }),
    ),
    ...note.map(
      (text, i): Shape => ({
        shape: 'text',
        x,
        y: top + name.length * NAME_LINE + i * NOTE_LINE,
        text,
        size: NOTE,
        anchor: 'middle',
        fill: INK,
      }),
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

function keyLines(network: Network, laid: GenogramLayout): KeyLine[] {
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
