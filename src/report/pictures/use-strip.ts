import type { AdultPicture, Pattern, UsePicture } from '../consumption.ts'
import { consumptionWords as words } from '../consumption-words.ts'
import type { Figure, Shape } from '../pdf/blocks.ts'
import { linesOf } from './text-fit.ts'
import { hatched } from './use-cell.ts'

/** Narrow enough for a telephone at its own size. */
const WIDTH = 272
const SIDE = 2
const TITLE = 18
const TITLE_LINE = 15
const CELL = 22
const WORDS = 26
const GAP = 12
const HEAD = 34
const TEXT = 11
const NAME = 12.5
const INK = '#212b32'
const DOT = 4.5
const DOTS_APART = 13
/** A picture stays so low that it stands on one page at its own size. */
const TALLEST = 540

const ROWS: Record<Pattern['kind'], readonly string[]> = {
  periods: ['before-pregnancy', 'weeks-1-12', 'weeks-13-27', 'weeks-28-birth', 'birth-6-weeks', 'since'],
  quarters: ['months-10-12', 'months-7-9', 'months-4-6', 'months-1-3'],
}

/**
 * How each substance was used over time, as strips with the oldest time at the left: hatching and a word say how often, and
 * one dot stands for each independent source. Several pictures where one would not fit a page; none without a substance.
 */
export function stripsOfUse(adult: AdultPicture): readonly Figure[] {
  const lines = adult.uses.flatMap(linesIn)
  const kinds = ['periods', 'quarters', undefined] as const
  const sorted = kinds.flatMap((kind) => lines.filter((l) => l.pattern?.kind === kind))
  return ofOnePage(sorted).map((chunk, i) => figureOf(adult, chunk, i === 0))
}

interface Line {
  use: UsePicture
  pattern: Pattern | undefined
}

const linesIn = (use: UsePicture): readonly Line[] =>
  use.patterns.length > 0 ? use.patterns.map((pattern) => ({ use, pattern })) : [{ use, pattern: undefined }]

function figureOf(adult: AdultPicture, lines: readonly Line[], first: boolean): Figure {
  const shapes: Shape[] = []
  let y = SIDE
  let kind: Pattern['kind'] | undefined
  for (const line of lines) {
    if (line.pattern && line.pattern.kind !== kind) {
      kind = line.pattern.kind
      shapes.push(...heading(kind, y))
      y += HEAD
    }
    shapes.push(...title(line, y))
    y += titleHeight(line)
    if (line.pattern) {
      shapes.push(...strip(line.pattern, y))
      y += CELL + WORDS
    } else {
      shapes.push({ shape: 'text', x: SIDE, y: y + TEXT, text: words.overTimeOpen, size: TEXT, fill: INK })
      y += TEXT + 4
    }
    y += GAP
  }
  return {
    kind: 'figure',
    w: WIDTH,
    h: y,
    shapes,
    alt: words.stripAlt(adult.name, lines.map(inWords)),
    ...(first && { caption: words.stripCaption }),
  }
}

const columnOf = (kind: Pattern['kind']) => (WIDTH - 2 * SIDE) / ROWS[kind].length

/** What each column is, in two short lines. */
function heading(kind: Pattern['kind'], top: number): Shape[] {
  const column = columnOf(kind)
  return ROWS[kind].flatMap((row, i) => twoLines(words.periods[row] ?? [row, ''], SIDE + (i + 0.5) * column, top))
}

/** The substance, with a dot for each independent source at the right. */
function title({ use, pattern }: Line, top: number): Shape[] {
  return [
    ...titleLines({ use, pattern }).map(
      (text, i): Shape => ({
        shape: 'text',
        x: SIDE,
        y: top + NAME + i * TITLE_LINE,
        text,
        size: NAME,
        bold: true,
        fill: INK,
      }),
    ),
    ...use.independent.map(
      (_, i): Shape => ({
        shape: 'circle',
        x: WIDTH - SIDE - DOT - i * DOTS_APART,
        y: top + NAME - DOT,
        r: DOT,
        fill: INK,
      }),
    ),
  ]
}

const titleLines = (line: Line): readonly string[] =>
  linesOf(nameOf(line), WIDTH - 2 * SIDE - line.use.independent.length * DOTS_APART - 8, NAME, true)
const titleHeight = (line: Line): number => TITLE + (titleLines(line).length - 1) * TITLE_LINE
const nameOf = ({ use, pattern }: Line): string =>
  pattern?.by ? words.recordedBy(use.substance, pattern.by) : use.substance

function strip(pattern: Pattern, top: number): Shape[] {
  const column = columnOf(pattern.kind)
  return ROWS[pattern.kind].flatMap((row, i) => {
    const x = SIDE + i * column
    const held = pattern.cells[row] ?? 'open'
    const box = { x, y: top, w: column - 2, h: CELL }
    return [...hatched(held, box), ...twoLines(words.howOften[held] ?? [held, ''], x + column / 2, top + CELL)]
  })
}

/** Two short lines of text around a middle, the second left out where it is empty. */
function twoLines(lines: readonly [string, string], x: number, top: number): Shape[] {
  return lines.flatMap((text, i): Shape[] =>
    text === ''
      ? []
      : [
          {
            shape: 'text',
            x,
            y: top + (i + 1) * (TEXT + 1),
            text,
            size: TEXT,
            anchor: 'middle',
            fill: INK,
          },
        ],
  )
}

function inWords({ use, pattern }: Line): string {
  return words.stripLine(
    nameOf({ use, pattern }),
    pattern ? patternInWords(pattern) : words.overTimeOpen,
    sourcesInWords(use),
  )
}

/** The periods of a pattern with what stands in each, for somebody who does not see the picture. */
export const patternInWords = (pattern: Pattern): string =>
  ROWS[pattern.kind]
    .map((row) => {
      const said = words.howOften[pattern.cells[row] ?? 'open'] ?? ['', '']
      return `${(words.periods[row] ?? [row]).join(' ').trim()}: ${said.join(' ').trim()}`
    })
    .join(', ')

const sourcesInWords = (use: UsePicture): string => {
  if (use.independent.length > 0) return words.independent(use.independent)
  return use.selfReportOnly ? words.selfReportOnly : words.notSaidHow
}

function ofOnePage(lines: readonly Line[]): readonly (readonly Line[])[] {
  const pages: Line[][] = []
  let filled = 0
  for (const line of lines) {
    const page = pages.at(-1)
    const begins = line.pattern && page?.at(-1)?.pattern?.kind !== line.pattern.kind
    const height = (begins ? HEAD : 0) + titleHeight(line) + (line.pattern ? CELL + WORDS : TEXT + 4) + GAP
    if (page && filled + height <= TALLEST) {
      page.push(line)
      filled += height
    } else {
      pages.push([line])
      filled = HEAD + height
    }
  }
  return pages
}
