import type { DateValue } from '../../domain/answer.ts'
import { addDays, dayOf, daysBetween, lastDayOf } from '../../domain/calendar.ts'
import { networkChanges } from '../../domain/network-changes.ts'
import type { RecordView } from '../../domain/view.ts'
import { nameIn } from '../network-names.ts'
import { networkWords as words } from '../network-words.ts'
import type { Figure, Shape } from '../pdf/blocks.ts'
import { keyOf } from './key.ts'
import { lineThrough } from './lines.ts'
import { INK, SOFT } from './symbol.ts'
import { linesOf } from './text-fit.ts'

const WIDTH = 640
const NAMES = 170
const LEFT = NAMES + 16
const RIGHT = WIDTH - 24
/** The least height of a row. */
const ROW = 36
const LINE = 14
const TOP = 14
const TEXT = 12
const TICKS = 5
const BAR = '#8a9ba6'

interface Row {
  name: readonly string[]
  bars: readonly { from: number | undefined; to: number | undefined }[]
  told: readonly number[]
  recorded: readonly number[]
}

/** Who is said to have been here when, what was told of changes, and what each contact recorded anew; none without a date. */
export function networkTimeline(view: RecordView): Figure | undefined {
  const { rows, from, to, contacts } = rowsIn(view)
  if (rows.length === 0 || from === undefined || to === undefined) return undefined
  const span = Math.max(1, to - from)
  const at = (day: number) => Math.round(LEFT + ((day - from) / span) * (RIGHT - LEFT))
  const tops = rows.map((_, i) => TOP + rows.slice(0, i).reduce((sum, r) => sum + heightOf(r), 0))
  const bottom = TOP + rows.reduce((sum, r) => sum + heightOf(r), 0)
  const key = keyOf(
    [
      { says: words.key.presence, draw: (x, y) => [bar(x - 14, x + 14, y, { from: true, to: true })] },
      { says: words.key.told, draw: (x, y) => [{ shape: 'circle', x, y, r: 5, fill: INK }] },
      {
        says: words.key.recorded,
        draw: (x, y) => [
          upright(x - 10, y - 8, y + 8),
          { shape: 'circle', x: x + 4, y, r: 5, stroke: INK, lineWidth: 2 },
        ],
      },
    ],
    12,
    bottom + 34,
    WIDTH,
  )
  return {
    kind: 'figure',
    w: WIDTH,
    h: bottom + 34 + key.h + 8,
    shapes: [
      ...contacts.map((day) => upright(at(day), TOP, bottom)),
      ...rows.flatMap((row, i) => rowShapes(row, (tops[i] ?? TOP) + heightOf(row) / 2, at)),
      ...axis(from, span, bottom, at),
      ...key.shapes,
    ],
    alt: words.changesAlt(rows.length),
  }
}

function rowsIn(view: RecordView) {
  const { recorded, told, presences } = networkChanges(view)
  const day = (on: string) => daysBetween(EPOCH, on)
  const first = (d: DateValue | undefined) => (d && dayOf(d.on) ? day(dayOf(d.on) ?? d.on) : undefined)
  const last = (d: DateValue | undefined) => (d && lastDayOf(d.on) ? day(lastDayOf(d.on) ?? d.on) : undefined)
  const dayOfContact = new Map(view.contacts.map((c) => [c.id, day(c.value.startedOn)]))
  const ids = [
    ...new Set([...presences.map((p) => p.person), ...told.flatMap((t) => t.people), ...recorded.map((r) => r.person)]),
  ]
  const ofPeople = ids.map(
    (id): Row => ({
      name: labelled(nameIn(view, id)),
      bars: presences.filter((p) => p.person === id).map((p) => ({ from: first(p.from), to: last(p.to) })),
      told: told.filter((t) => t.people.includes(id)).flatMap((t) => first(t.on) ?? []),
      recorded: recorded.filter((r) => r.person === id).flatMap((r) => dayOfContact.get(r.contact) ?? []),
    }),
  )
  const inWords = told
    .filter((t) => t.people.length === 0)
    .map(
      (t): Row => ({
        name: labelled(t.words || words.noName),
        bars: [],
        told: first(t.on) === undefined ? [] : [first(t.on) ?? 0],
        recorded: [],
      }),
    )
  const contacts = [...new Set(dayOfContact.values())]
  const rows = [...ofPeople, ...inWords].filter((r) => r.bars.length + r.told.length + r.recorded.length > 0)
  const days = [
    ...rows.flatMap((r) => [...r.told, ...r.recorded, ...r.bars.flatMap((b) => [b.from, b.to])]),
    ...contacts,
    day(view.today),
  ].filter((d): d is number => d !== undefined)
  return {
    rows: rows.sort((a, b) => (a.name.join(' ') < b.name.join(' ') ? -1 : 1)),
    contacts,
    from: days.length > 0 ? Math.min(...days) - 14 : undefined,
    to: days.length > 0 ? Math.max(...days) + 7 : undefined,
  }
}
const EPOCH = '2000-01-01'

const labelled = (name: string): readonly string[] => linesOf(name, NAMES - 12, TEXT)
const heightOf = ({ name }: Row): number => Math.max(ROW, name.length * LINE + 8)

function rowShapes(row: Row, y: number, at: (day: number) => number): Shape[] {
  return [
    ...row.name.map((text, i): Shape => {
      const line = y + TEXT * 0.35 + (i - (row.name.length - 1) / 2) * LINE
      return { shape: 'text', x: 12, y: line, text, size: TEXT, fill: INK }
    }),
    ...row.bars.map((b) =>
      bar(b.from === undefined ? LEFT : at(b.from), b.to === undefined ? RIGHT : at(b.to), y, {
        from: b.from !== undefined,
        to: b.to !== undefined,
      }),
    ),
    ...row.told.map((d): Shape => ({ shape: 'circle', x: at(d), y, r: 5, fill: INK })),
    ...row.recorded.map(
      (d): Shape => ({ shape: 'circle', x: at(d), y, r: 5, fill: '#ffffff', stroke: INK, lineWidth: 2 }),
    ),
  ]
}

/** An end with no date is drawn open: the bar has no edge there. */
function bar(x1: number, x2: number, y: number, ends: { from: boolean; to: boolean }): Shape {
  const [left, right] = [Math.min(x1, x2), Math.max(x1, x2, x1 + 2)]
  const inset = (open: boolean) => (open ? 0 : 6)
  return {
    shape: 'poly',
    closed: true,
    fill: BAR,
    points: [
      [left, y - 6],
      [right, y - 6],
      [right - inset(ends.to), y],
      [right, y + 6],
      [left, y + 6],
      [left + inset(ends.from), y],
    ],
  }
}

const upright = (x: number, y1: number, y2: number): Shape => ({
  shape: 'line',
  x1: x,
  y1,
  x2: x,
  y2,
  stroke: SOFT,
  lineWidth: 1,
})

const MONTHS = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })
const DAYS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

function axis(from: number, span: number, y: number, at: (day: number) => number): Shape[] {
  const format = span > 150 ? MONTHS : DAYS
  const ticks = Array.from({ length: TICKS }, (_, i) => Math.round(from + (span * i) / (TICKS - 1)))
  return [
    ...lineThrough([
      { x: LEFT, y },
      { x: RIGHT, y },
    ]),
    ...ticks.flatMap((d, i): Shape[] => [
      upright(at(d), y, y + 5),
      {
        shape: 'text',
        x: at(d),
        y: y + 19,
        text: format.format(Date.parse(`${addDays(EPOCH, d)}T00:00:00Z`)),
        size: TEXT,
        anchor: i === 0 ? 'start' : i === TICKS - 1 ? 'end' : 'middle',
        fill: INK,
      },
    ]),
  ]
}
