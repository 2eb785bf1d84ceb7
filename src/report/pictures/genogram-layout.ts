import { Graph, layout } from '@dagrejs/dagre'
import type { Network } from '../../domain/network.ts'
import { type Couple, isParent, parentsOf } from '../../domain/network-ties.ts'
import { BOX, MIDDLE, type Spot } from './genogram-box.ts'
import { type Band, homesOf, membersOf } from './genogram-home.ts'

const MARGIN = 22
const JOIN = { width: 12, height: 30 }
const LANE = 6
/** People who stand beside the family, in rows of so many. */
const A_ROW = 5

export interface Union {
  parents: readonly string[]
  children: readonly string[]
  couple: Couple | undefined
  /** Each line from a parent to where they join. */
  lines: readonly (readonly Spot[])[]
  /** From where they join to each child. */
  descents: readonly (readonly Spot[])[]
  /** Where the marks of a separation stand, and the way the line goes there. */
  mark: Spot & { upright: boolean }
}
export interface GenogramLayout {
  w: number
  h: number
  /** The height of every box. */
  box: number
  /** The top left corner of each box, by id. */
  boxes: ReadonlyMap<string, Spot>
  unions: readonly Union[]
  /** Who is said to sleep here, and the bands in which they stand: one list for each line drawn round them. */
  home: { members: readonly string[]; rings: readonly (readonly Band[])[] }
}

/**
 * Where everybody stands, in boxes of the height that the tallest needs. It depends on the network alone: the same one is
 * always laid out the same.
 */
export function genogramLayout(
  network: Network,
  ageOf: (child: string) => number,
  heightOf: (id: string) => number = () => BOX.h,
): GenogramLayout {
  const people = network.people.map((p) => p.id).sort()
  const children = [...network.children]
    .sort((a, b) => ageOf(b.id) - ageOf(a.id) || (a.id < b.id ? -1 : 1))
    .map((c) => c.id)
  const box = Math.max(BOX.h, ...[...people, ...children].map(heightOf))
  const unions = unionsOf(network, children)
  const members = membersOf(network)
  const g = graphOf(network, people, children, unions, members, box)
  layout(g)

  const found = new Map([...people, ...children].map((id) => [id, spotOf(g.node(id))]))
  const laid = unions.map((u) => ({ u, join: spotOf(g.node(keyOf(u))) }))
  const centre = oldestFirst(found, laid, children, members)
  const lanes = lanesOf(laid, centre)
  const { width = 0, height = 0 } = g.graph() as { width?: number; height?: number }
  return {
    w: Math.ceil(Math.max(width, BOX.w + 2 * MARGIN)),
    h: Math.ceil(Math.max(height, box + 2 * MARGIN)),
    box,
    boxes: new Map([...centre].map(([id, c]) => [id, { x: c.x - BOX.w / 2, y: c.y - box / 2 }])),
    unions: laid.map(({ u, join }) => drawn(g, u, { join, lane: lanes.get(keyOf(u)) ?? 0, centre, box, heightOf })),
    home: { members, rings: homesOf(members, centre, box) },
  }
}

interface Joined {
  parents: readonly string[]
  children: readonly string[]
  couple: Couple | undefined
}
const keyOf = (u: Joined): string => `=${u.parents.join('+')}`

/** Those who are parents together, or are or were partners, each once, with the children they have together. */
function unionsOf(network: Network, children: readonly string[]): Joined[] {
  const found = new Map<string, { parents: readonly string[]; children: string[] }>()
  const at = (parents: readonly string[]) => {
    const union = found.get(parents.join('+')) ?? { parents, children: [] }
    found.set(parents.join('+'), union)
    return union
  }
  for (const child of children) {
    const parents = parentsOf(child, network.childTies)
    if (parents.length > 0) at(parents).children.push(child)
  }
  for (const person of network.people) {
    const parents = network.parentTies.filter((t) => t.child === person.id).map((t) => t.parent)
    if (parents.length > 0) at([...new Set(parents)].sort()).children.push(person.id)
  }
  for (const { pair } of network.couples) at(pair)
  return [...found.values()]
    .map((u) => ({ ...u, couple: network.couples.find((c) => c.pair.join('+') === u.parents.join('+')) }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function graphOf(
  network: Network,
  people: readonly string[],
  children: readonly string[],
  unions: readonly Joined[],
  members: readonly string[],
  box: number,
): Graph {
  const g = new Graph({ compound: true })
  g.setGraph({ rankdir: 'TB', nodesep: 22, edgesep: 10, ranksep: 22, marginx: MARGIN, marginy: MARGIN })
  g.setDefaultEdgeLabel(() => ({}))
  for (const id of [...people, ...children]) g.setNode(id, { width: BOX.w, height: box })
  for (const u of unions) {
    g.setNode(keyOf(u), { ...JOIN })
    for (const p of u.parents) g.setEdge(p, keyOf(u), { weight: 4, minlen: 1 })
    for (const c of u.children) g.setEdge(keyOf(u), c, { weight: 4, minlen: 1 })
  }
  keepGenerations(g, network, people, children)
  const family = unions.find((u) => u.children.some((c) => children.includes(c)))
  for (const c of children) {
    // A child whose parents nobody recorded stands with the others.
    if (family && (g.inEdges(c) ?? []).length === 0) g.setEdge(keyOf(family), c, { weight: 0, minlen: 1 })
  }
  if (members.length > 0) {
    g.setNode(HOUSEHOLD, {})
    for (const id of members) g.setParent(id, HOUSEHOLD)
    // What joins two who live here stands between them.
    for (const u of unions) {
      if ([...u.parents, ...u.children].every((id) => members.includes(id))) g.setParent(keyOf(u), HOUSEHOLD)
    }
  }
  return g
}
const HOUSEHOLD = '=household'

/** Ties that no line is drawn for still say which generation somebody is of. */
function keepGenerations(g: Graph, network: Network, people: readonly string[], children: readonly string[]): void {
  const anchor = children[0]
  if (anchor === undefined) return
  const beside: string[] = []
  for (const id of people) {
    if ((g.nodeEdges(id) ?? []).length > 0) continue
    const person = network.people.find((p) => p.id === id)
    const relations = new Set(network.childTies.filter((t) => t.person === id).flatMap((t) => t.relations))
    if (relations.has('grandparent')) g.setEdge(id, anchor, { weight: 0, minlen: 4 })
    else if (['step-parent', 'partner-of-parent', 'former-partner'].some((r) => relations.has(r)))
      g.setEdge(id, anchor, { weight: 0, minlen: 2 })
    else if (person && isParent(person, network.childTies)) g.setEdge(id, anchor, { weight: 0, minlen: 2 })
    else beside.push(id)
  }
  beside.forEach((id, i) => {
    g.setEdge(i < A_ROW ? anchor : (beside[i - A_ROW] ?? anchor), id, { weight: 0, minlen: 2 })
  })
}

/** Brothers and sisters from the left by age, in the places that were found for them. */
function oldestFirst(
  found: ReadonlyMap<string, Spot>,
  laid: readonly { u: Joined; join: Spot }[],
  children: readonly string[],
  members: readonly string[],
): ReadonlyMap<string, Spot> {
  const centre = new Map(found)
  for (const { u, join } of laid) {
    for (const isIn of [true, false]) {
      const group = children.filter((c) => u.children.includes(c) && members.includes(c) === isIn)
      const spots = group.flatMap((c) => found.get(c) ?? [])
      if (!spots.every((s) => s.y === spots[0]?.y && isNextBelow(join, s, found))) continue
      const fromLeft = [...spots].sort((a, b) => a.x - b.x)
      group.forEach((c, i) => {
        const spot = fromLeft[i]
        if (spot) centre.set(c, spot)
      })
    }
  }
  return centre
}

/** No row stands between a join and a box beneath it. */
const isNextBelow = (join: Spot, box: Spot, all: ReadonlyMap<string, Spot>): boolean =>
  box.y > join.y && ![...all.values()].some((s) => s.y > join.y && s.y < box.y - 1)

/** Joins at one height have bars that must not run into each other: each takes a lane of its own. */
function lanesOf(laid: readonly { u: Joined; join: Spot }[], centre: ReadonlyMap<string, Spot>): Map<string, number> {
  const lanes = new Map<string, number>()
  const taken: { y: number; lane: number; from: number; to: number }[] = []
  for (const { u, join } of laid) {
    if (u.children.length === 0) continue
    const xs = [join.x, ...[...u.children, ...u.parents].map((id) => centre.get(id)?.x ?? join.x)]
    const [from, to] = [Math.min(...xs), Math.max(...xs)]
    let lane = 0
    while (taken.some((t) => t.y === join.y && t.lane === lane && t.from <= to && from <= t.to)) lane++
    taken.push({ y: join.y, lane, from, to })
    lanes.set(keyOf(u), lane)
  }
  return lanes
}

/** Where a union joins, the lane of its bar, where everybody stands, and how high their boxes and their words are. */
interface Placed {
  join: Spot
  lane: number
  centre: ReadonlyMap<string, Spot>
  box: number
  heightOf(id: string): number
}

function drawn(g: Graph, u: Joined, placed: Placed): Union {
  const { join, lane, centre, box } = placed
  const key = keyOf(u)
  const at = (id: string): Spot => centre.get(id) ?? join
  const isInRow = [...centre.values()].some((c) => c.y === join.y)
  const bar = join.y + (isInRow ? box / 2 + LANE : 0) + (lane % 3) * LANE
  const [a, b] = u.parents.map(at)
  const beside = a && b && u.parents.length === 2 && areNeighbours(a, b, [...centre.values()])
  const [left, right] = a && b && a.x <= b.x ? [a, b] : [b, a]
  const line = symbolHeight(a ?? join, box)
  const middle = beside && left && right ? { x: (left.x + right.x) / 2, y: line } : undefined
  const from = middle ?? join
  return {
    ...u,
    lines:
      middle && left && right
        ? [
            [
              { x: left.x + BOX.r, y: line },
              { x: right.x - BOX.r, y: line },
            ],
          ]
        : u.parents.map((p) => routeOf(g, p, key, placed)),
    descents: u.children.map((c) => {
      const child = at(c)
      const top = { x: child.x, y: symbolHeight(child, box) - BOX.r }
      if (!isNextBelow(join, child, centre)) return [from, ...(middle ? [join] : []), ...routeOf(g, key, c, placed)]
      return [from, { x: from.x, y: bar }, { x: top.x, y: bar }, top]
    }),
    mark: middle
      ? { x: (middle.x + (left?.x ?? middle.x) + BOX.r) / 2, y: line, upright: false }
      : markOn(routeOf(g, u.parents[0] ?? '', key, placed), join),
  }
}

/** On the line of the first parent, where it comes to the join. */
function markOn(route: readonly Spot[], join: Spot): Spot & { upright: boolean } {
  const [p, q] = [route.at(-2) ?? join, route.at(-1) ?? join]
  return { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2, upright: Math.abs(q.y - p.y) > Math.abs(q.x - p.x) }
}

const symbolHeight = (c: Spot, box: number): number => c.y - box / 2 + MIDDLE

/** In one row, with nobody between them. */
const areNeighbours = (a: Spot, b: Spot, all: readonly Spot[]): boolean =>
  a.y === b.y && !all.some((s) => s.y === a.y && s.x > Math.min(a.x, b.x) && s.x < Math.max(a.x, b.x))

/** The way that the library found past everybody else: down a whole row beside a box, and aslant between rows only. */
function routeOf(g: Graph, from: string, to: string, { centre, box, heightOf }: Placed): Spot[] {
  const points = ((g.edge(from, to) as { points?: Spot[] } | undefined)?.points ?? []).map(spotOf).slice(1, -1)
  const rows = new Set([...centre.values()].map((c) => c.y))
  const [start, end] = [centre.get(from), centre.get(to)]
  const join = spotOf(g.node(start ? to : from))
  /** From the middle of a box to the end of what is written in it. */
  const beneath = (id: string) => heightOf(id) - box / 2
  const downwards = (start?.y ?? join.y) <= (end?.y ?? join.y)
  const [before, after] = downwards ? [-box / 2, box / 2] : [box / 2, -box / 2]
  const past = points.flatMap((p) =>
    rows.has(p.y)
      ? [
          { x: p.x, y: p.y + before },
          { x: p.x, y: p.y + after },
        ]
      : [p],
  )
  // A join may stand in a row of people: its line is upright there too.
  const inRow = (way: number) => (rows.has(join.y) ? [{ x: join.x, y: join.y + way }] : [])
  // From the words of a box straight to its edge: what is beside it may be higher.
  const below = (id: string, c: Spot): Spot[] => [
    { x: c.x, y: c.y + beneath(id) },
    { x: c.x, y: c.y + box / 2 },
  ]
  const top = (c: Spot): Spot => ({ x: c.x, y: symbolHeight(c, box) - BOX.r })
  return [
    ...(start ? (downwards ? below(from, start) : [{ x: start.x, y: start.y + after }]) : [join, ...inRow(after)]),
    ...past,
    ...(end ? (downwards ? [top(end)] : below(to, end).reverse()) : [...inRow(before), join]),
  ]
}

const spotOf = (node: unknown): Spot => {
  const { x = 0, y = 0 } = (node ?? {}) as Partial<Spot>
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}
