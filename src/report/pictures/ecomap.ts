import { Graph, layout } from '@dagrejs/dagre'
import { type Network, networkOf } from '../../domain/network.ts'
import { HOME, type Support } from '../../domain/network-ties.ts'
import type { RecordView } from '../../domain/view.ts'
import { nameIn } from '../network-names.ts'
import { networkWords as words } from '../network-words.ts'
import type { Figure, Shape } from '../pdf/blocks.ts'
import { type KeyLine, keyOf } from './key.ts'
import { arrowHead, type LineStyle, lineThrough } from './lines.ts'
import { INK } from './symbol.ts'
import { linesOf, widthOf } from './text-fit.ts'

/** The least height of an oval, and the least radius of the home. */
const OUTER = { w: 166, h: 46 }
const RADIUS = 78
/** How far the middle of a column stands out from its ends, so that it lies as on a circle. */
const BULGE = 46
const TEXT = 13
const LINE = 16
const HOME_TEXT = 144
/** More than this in one home are counted: the table has them all. */
const AT_HOME_SHOWN = 16

export interface EcomapNode {
  id: string
  /** The middle of its oval. */
  x: number
  y: number
  h: number
  supports: readonly Support[]
}
export interface EcomapLayout {
  w: number
  h: number
  home: { x: number; y: number; r: number }
  nodes: readonly EcomapNode[]
}

/**
 * The family as an ecomap by Hartman's conventions: the home in the middle circle, people and services round it, each tie
 * thick where it is strong, broken where it is weak, a zigzag where it is stressful, with arrows for the way of the help.
 */
export function ecomap(view: RecordView): Figure {
  const network = networkOf(view)
  const labels = labelsIn(view, network)
  const laid = spreadOut(view, labels)
  const ties = laid.nodes.map((node) => ({ node, style: styleOf(node.supports) }))
  const key = keyOf(keyLines(ties, laid), 12, laid.h + 8, laid.w)
  return {
    kind: 'figure',
    w: laid.w,
    h: laid.h + 8 + key.h + 8,
    shapes: [
      ...ties.flatMap(({ node, style }) => tieShapes(node, laid.home, style)),
      ...homeShapes(labels.home, laid.home),
      ...laid.nodes.flatMap((n) => oval(labels.outside.get(n.id) ?? [], n, network.services.includes(n.id))),
      ...key.shapes,
    ],
    alt: words.aroundAlt(laid.nodes.length),
  }
}

/** The lines of every name. */
interface Labels {
  home: readonly string[]
  outside: ReadonlyMap<string, readonly string[]>
}

const labelsIn = (view: RecordView, network: Network): Labels => ({
  home: homeLines(view, network),
  outside: new Map(outsideOf(network).map((id) => [id, linesOf(nameIn(view, id), OUTER.w - 22, TEXT)])),
})

/** Where everybody of the ecomap stands, with room for their names. */
export function spreadOut(view: RecordView, { home, outside } = labelsIn(view, networkOf(view))): EcomapLayout {
  return ecomapLayout(networkOf(view), {
    radius: Math.max(RADIUS, radiusFor(home)),
    heightOf: (id) => Math.max(OUTER.h, (outside.get(id)?.length ?? 0) * LINE + 14),
  })
}

/** Who stands where: people before services, one half on either side of the home. */
export function ecomapLayout(network: Network, sizes: Sizes = LEAST): EcomapLayout {
  const { radius, heightOf } = sizes
  const outside = outsideOf(network)
  const half = Math.ceil(outside.length / 2)
  const g = new Graph()
  g.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 74, marginx: 12 + BULGE, marginy: 16 })
  g.setDefaultEdgeLabel(() => ({}))
  g.setNode(HOME, { width: 2 * radius, height: 2 * radius })
  outside.forEach((id, i) => {
    g.setNode(id, { width: OUTER.w, height: heightOf(id) })
    if (i < half) g.setEdge(id, HOME)
    else g.setEdge(HOME, id)
  })
  layout(g)
  const { width = 0, height = 0 } = g.graph() as { width?: number; height?: number }
  const home = g.node(HOME) as { x: number; y: number }
  const reach = Math.max(...outside.map((id) => Math.abs((g.node(id) as { y: number }).y - home.y)), 1)
  return {
    w: Math.ceil(Math.max(width, 2 * (radius + BULGE + 12))),
    h: Math.ceil(height),
    home: { x: home.x, y: home.y, r: radius },
    nodes: outside.map((id) => {
      const { x, y } = g.node(id) as { x: number; y: number }
      const out = BULGE * Math.sqrt(1 - ((y - home.y) / (reach * 1.05)) ** 2)
      return {
        id,
        x: Math.round(x + (x < home.x ? -out : out)),
        y: Math.round(y),
        h: heightOf(id),
        supports: supportsOf(network, id),
      }
    }),
  }
}

/** How much room the words need. */
interface Sizes {
  radius: number
  heightOf(id: string): number
}
const LEAST: Sizes = { radius: RADIUS, heightOf: () => OUTER.h }

/** Those who do not live here, the services, and what is told in words alone. */
function outsideOf(network: Network): string[] {
  const people = network.people.filter((p) => !isAtHome(network, p.id)).map((p) => p.id)
  const free = network.supports.map((s) => s.ends[1]).filter((id) => id.startsWith('free:'))
  return [...people.sort(), ...[...new Set(free)].sort(), ...[...network.services].sort()]
}

const isAtHome = ({ people, children }: Network, id: string): boolean =>
  people.some((p) => p.id === id && p.sleeps === 'here') || children.some((c) => c.id === id)

/** The ties of somebody outside to the home, or to one who lives in it, turned so that the home is the first end. */
function supportsOf(network: Network, id: string): Support[] {
  return network.supports.flatMap((s): Support[] => {
    const [a, b] = s.ends
    if (b === id && (a === HOME || isAtHome(network, a))) return [s]
    if (a !== id || !isAtHome(network, b)) return []
    const helps = s.helps.map((h) => ({ 'to-first': 'to-second', 'to-second': 'to-first', both: 'both' })[h])
    return [{ ...s, ends: [b, a], helps: helps as Support['helps'] }]
  })
}

const STYLES: Readonly<Record<string, LineStyle>> = { strong: 'thick', weak: 'broken', stressful: 'zigzag' }

/** Dotted where nothing is recorded of the tie, and where accounts of it differ. */
export function styleOf(supports: readonly Support[]): LineStyle {
  const [quality, more] = new Set(supports.flatMap((s) => s.qualities))
  return more || !quality ? 'dotted' : (STYLES[quality] ?? 'dotted')
}

function tieShapes(node: EcomapNode, home: EcomapLayout['home'], style: LineStyle): Shape[] {
  // To the side of the oval that looks at the home: past every other oval of its column.
  const outer = { x: node.x + (node.x < home.x ? OUTER.w / 2 : -OUTER.w / 2), y: node.y }
  const angle = Math.atan2(outer.y - home.y, outer.x - home.x)
  const inner = { x: round(home.x + home.r * Math.cos(angle)), y: round(home.y + home.r * Math.sin(angle)) }
  const helps = new Set(node.supports.flatMap((s) => s.helps))
  const [into, out] = [helps.has('to-first') || helps.has('both'), helps.has('to-second') || helps.has('both')]
  return [
    ...lineThrough([inner, outer], style),
    ...(into ? [arrowHead(outer, inner)] : []),
    ...(out ? [arrowHead(inner, outer)] : []),
  ]
}

function oval(name: readonly string[], { x, y, h }: EcomapNode, isService: boolean): Shape[] {
  return [
    {
      shape: 'rect',
      x: x - OUTER.w / 2,
      y: y - h / 2,
      w: OUTER.w,
      h,
      radius: isService ? 4 : OUTER.h / 2,
      fill: '#ffffff',
      stroke: INK,
      lineWidth: 1.5,
    },
    ...centred(name, x, y),
  ]
}

/** What stands in the home: its heading, and who is said to sleep there. */
function homeLines(view: RecordView, network: Network): readonly string[] {
  const people = network.people.filter((p) => p.sleeps === 'here').map((p) => p.id)
  const names = [...network.children.map((c) => c.id), ...people].map((id) => nameIn(view, id))
  const shown = names.length > AT_HOME_SHOWN ? names.slice(0, AT_HOME_SHOWN - 1) : names
  const rest = names.length - shown.length
  const told = people.length === 0 ? [...shown, words.nobodyHere] : shown
  return [
    words.home,
    ...told.flatMap((name) => linesOf(name, HOME_TEXT, TEXT)),
    ...(rest > 0 ? [words.more(rest)] : []),
  ]
}

/** Of the circle in which every line has room where it stands. */
function radiusFor(lines: readonly string[]): number {
  const reaches = lines.map((text, i) => {
    const away = Math.abs(i - (lines.length - 1) / 2) * LINE + LINE / 2
    return Math.hypot(widthOf(text, TEXT, i === 0) / 2, away)
  })
  return Math.ceil(Math.max(...reaches) + 6)
}

const homeShapes = (lines: readonly string[], { x, y, r }: EcomapLayout['home']): Shape[] => [
  { shape: 'circle', x, y, r, fill: '#ffffff', stroke: INK, lineWidth: 2 },
  ...centred(lines, x, y, true),
]

function centred(lines: readonly string[], x: number, y: number, headed = false): Shape[] {
  const first = y - ((lines.length - 1) * LINE) / 2 + TEXT * 0.35
  return lines.map((text, i) => ({
    shape: 'text',
    x,
    y: first + i * LINE,
    text,
    size: TEXT,
    anchor: 'middle',
    fill: INK,
    ...(headed && i === 0 && { bold: true }),
  }))
}

function keyLines(ties: readonly { style: LineStyle; node: EcomapNode }[], laid: EcomapLayout): KeyLine[] {
  const used = new Set(ties.map((t) => t.style))
  const flat = (style: LineStyle) => (x: number, y: number) =>
    lineThrough(
      [
        { x: x - 14, y },
        { x: x + 14, y },
      ],
      style,
    )
  const lines: readonly (KeyLine | false)[] = [
    used.has('thick') && { says: words.key.strong, draw: flat('thick') },
    used.has('broken') && { says: words.key.weak, draw: flat('broken') },
    used.has('zigzag') && { says: words.key.stressful, draw: flat('zigzag') },
    used.has('dotted') && { says: words.key.open, draw: flat('dotted') },
    laid.nodes.some((n) => n.supports.some((s) => s.helps.length > 0)) && {
      says: words.key.arrow,
      draw: (x, y) => [...flat('plain')(x, y), arrowHead({ x: x - 14, y }, { x: x + 14, y })],
    },
  ]
  return lines.filter((line): line is KeyLine => line !== false)
}

const round = (n: number): number => Math.round(n * 10) / 10
