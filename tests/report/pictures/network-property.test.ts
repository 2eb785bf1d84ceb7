import { beforeAll, describe, expect, it, vi } from 'vitest'
import { recordOf } from '../../../src/domain/record.ts'
import { type RecordView, viewOf } from '../../../src/domain/view.ts'
import { packV1 } from '../../../src/guidance/whole.ts'
import type { Figure, FigureText } from '../../../src/report/pdf/blocks.ts'
import { ecomap, spreadOut } from '../../../src/report/pictures/ecomap.ts'
import { genogram, laidOut } from '../../../src/report/pictures/genogram.ts'
import { BOX } from '../../../src/report/pictures/genogram-box.ts'
import { networkTimeline } from '../../../src/report/pictures/network-timeline.ts'
import { aLargeFamily } from '../../builders/a-family.ts'
import { aRandomFamily } from '../../builders/random-family.ts'
import { seeded, shuffled } from '../../builders/seeded.ts'
import { type Box, crosses, inside, overlap, overlapping, textMeasure, textsIn } from './drawn.ts'

const TODAY = '2026-06-15'
const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1)
const families: readonly (readonly [string, ReturnType<typeof aLargeFamily>])[] = [
  ['twelve people and eight services', aLargeFamily()],
  ...SEEDS.map((seed) => [`seed ${seed}`, aRandomFamily(seed)] as const),
]
const views = families.map(([name, family]) => [name, family.view('c1', TODAY)] as const)
const faults = (faultsOf: (view: RecordView) => readonly unknown[]) =>
  views.flatMap(([name, view]) => faultsOf(view).map((fault) => [name, fault]))

let placeOf: (t: FigureText) => Box
beforeAll(async () => {
  placeOf = await textMeasure()
})

const unreadable = (figure: Figure | undefined) => {
  if (!figure) return []
  const page = { x: 0, y: 0, w: figure.w, h: figure.h }
  const texts = textsIn(figure)
  return [
    ...overlapping(texts, placeOf).map(([a, b]) => `${a.text} over ${b.text}`),
    ...texts.filter((t) => !inside(placeOf(t), page)).map((t) => `${t.text} is cut`),
  ]
}

/** Each is made once for all that is asked of it. */
function once<T>(make: (view: RecordView) => T): (view: RecordView) => T {
  const made = new Map<RecordView, T>()
  return (view) => {
    const found = made.get(view) ?? make(view)
    made.set(view, found)
    return found
  }
}
const genogramOf = once((view) => laidOut(view))
const mapOf = once(genogram)
const boxesOf = (view: RecordView) =>
  [...genogramOf(view).boxes].map(([id, { x, y }]) => ({ id, box: { x, y, w: BOX.w, h: genogramOf(view).box } }))

// Two hundred families are laid out: more than a test has by itself.
vi.setConfig({ testTimeout: 120_000 })

describe('a family map of any family', () => {
  it('lets no two people stand in one place', () => {
    expect(faults((view) => overlapping(boxesOf(view), (b) => b.box).map(([a, b]) => `${a.id} over ${b.id}`))).toEqual(
      [],
    )
  })

  it('holds everybody, and no text overlaps another or is cut', () => {
    expect(faults((view) => unreadable(mapOf(view)))).toEqual([])
  })

  it('keeps every name and note within the place of its person', () => {
    expect(
      faults((view) => {
        const left = (Math.max(320, genogramOf(view).w) - genogramOf(view).w) / 2
        const boxes = boxesOf(view).map((b) => ({ ...b.box, x: b.box.x + left }))
        const labels = textsIn(mapOf(view)).filter((t) => t.anchor === 'middle')
        return labels.filter((t) => !boxes.some((b) => inside(placeOf(t), b))).map((t) => t.text)
      }),
    ).toEqual([])
  })

  it('draws the line of the home round those who are said to sleep here, and nobody else', () => {
    expect(
      faults((view) => {
        const { members, rings } = genogramOf(view).home
        const bands = rings.flat()
        return boxesOf(view)
          .filter(({ id, box }) =>
            members.includes(id) ? !bands.some((b) => inside(box, b)) : bands.some((b) => overlap(box, b)),
          )
          .map(({ id }) => id)
      }),
    ).toEqual([])
  })

  it('runs no line through somebody whom it does not join', () => {
    expect(
      faults((view) => {
        const boxes = boxesOf(view)
        return genogramOf(view).unions.flatMap((u) => {
          const joined = new Set([...u.parents, ...u.children])
          const others = boxes.filter((b) => !joined.has(b.id))
          return [...u.lines, ...u.descents].flatMap((points) =>
            points
              .slice(1)
              .flatMap((to, i) =>
                others
                  .filter((o) => crosses(points[i] ?? to, to, o.box))
                  .map((o) => `${[...joined].join('+')} through ${o.id}`),
              ),
          )
        })
      }),
    ).toEqual([])
  })
})

describe('a map of ties of any family', () => {
  const ovals = (view: RecordView) =>
    spreadOut(view).nodes.map(({ id, x, y, h }) => ({ id, box: { x: x - 83, y: y - h / 2, w: 166, h } }))

  it('lets no two stand in one place, nor in the home', () => {
    expect(
      faults((view) => {
        const { home } = spreadOut(view)
        const circle = { id: 'home', box: { x: home.x - home.r, y: home.y - home.r, w: 2 * home.r, h: 2 * home.r } }
        return overlapping([circle, ...ovals(view)], (o) => o.box).map(([a, b]) => `${a.id} over ${b.id}`)
      }),
    ).toEqual([])
  })

  it('runs no tie through another', () => {
    expect(
      faults((view) => {
        const { home, nodes } = spreadOut(view)
        const all = ovals(view)
        return nodes.flatMap((n) => {
          const end = { x: n.x + (n.x < home.x ? 83 : -83), y: n.y }
          return all.filter((o) => o.id !== n.id && crosses(home, end, o.box)).map((o) => `${n.id} through ${o.id}`)
        })
      }),
    ).toEqual([])
  })

  it('shows every text whole', () => {
    expect(faults((view) => unreadable(ecomap(view)))).toEqual([])
  })
})

describe('a time line of any family', () => {
  it('shows every text whole', () => {
    expect(faults((view) => unreadable(networkTimeline(view)))).toEqual([])
  })
})

describe('the same record', () => {
  it('gives the same pictures, in whatever order its entries came', () => {
    for (const [name, family] of families.slice(0, 30)) {
      const entries = family.assessment.entries()
      const mixed = viewOf(recordOf(shuffled(entries, seeded(7))), packV1, TODAY, 'c1')
      const first = viewOf(recordOf(entries), packV1, TODAY, 'c1')
      for (const draw of [genogram, ecomap, networkTimeline]) expect(draw(mixed), name).toEqual(draw(first))
    }
  })
})
