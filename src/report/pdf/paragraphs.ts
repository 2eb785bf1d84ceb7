import LineBreaker from 'linebreak'
import type { Inline, Runs } from './blocks.ts'
import type { TextCleaner } from './clean-text.ts'
import type { FontKey, Metrics } from './metrics.ts'
import { COLOUR, LEADING } from './theme.ts'

/** Text broken into lines, ready to be put on a page. */
export interface TextBlock {
  lines: Line[]
  size: number
  lineHeight: number
  colour: string
  width: number
  align: Align
}

export type Align = 'start' | 'centre' | 'end'

export interface Line {
  pieces: Piece[]
  /** Without the spaces at its end. */
  width: number
}

export interface Piece {
  text: string
  font: FontKey
  x: number
}

export interface TextStyle {
  size: number
  width: number
  leading?: number
  bold?: boolean
  colour?: string
  align?: Align
}

/** What text is measured and cleaned with. */
export interface Typesetting {
  metrics: Metrics
  cleaner: TextCleaner
  /** What every size of text is multiplied by. */
  scale: number
}

export function textBlock(runs: Runs, style: TextStyle, setting: Typesetting): TextBlock {
  const { width, leading = LEADING.body, bold = false, colour = COLOUR.ink, align = 'start' } = style
  const size = style.size * setting.scale
  const styled = new StyledText(runs, bold, setting)
  const lines = lineRanges(styled, width / size).map(([start, end]) => ({
    pieces: styled.pieces(start, end).map((piece) => ({ ...piece, x: piece.x * size })),
    width: styled.tightWidth(start, end) * size,
  }))
  return { lines, size, lineHeight: size * leading, colour, width, align }
}

export const heightOf = (block: TextBlock): number => block.lines.length * block.lineHeight

export const wordsOf = (runs: Runs): string => listOf(runs).map(textOf).join('')

/** Cuts the text where lines may break; a word wider than the line is cut inside. */
function lineRanges(text: StyledText, width: number): [number, number][] {
  const ranges: [number, number][] = []
  let start = 0
  let fits = 0
  const cut = (at: number) => {
    ranges.push([start, at])
    start = at
    fits = at
  }
  const breaker = new LineBreaker(text.text)
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const end = next.position
    if (fits > start && text.tightWidth(start, end) > width) cut(fits)
    while (text.tightWidth(start, end) > width) {
      const at = text.mostThatFits(start, end, width)
      if (at >= end) break
      cut(at)
    }
    fits = end
    if (text.text[end - 1] === '\n') cut(end)
  }
  if (start < text.text.length || ranges.length === 0) cut(text.text.length)
  return ranges
}

/** The text of some runs, with the font of each stretch of it. Widths are at size 1. */
class StyledText {
  readonly text: string
  readonly #metrics: Metrics
  readonly #spans: { start: number; end: number; font: FontKey }[] = []

  constructor(runs: Runs, bold: boolean, { metrics, cleaner }: Typesetting) {
    this.#metrics = metrics
    let text = ''
    for (const run of listOf(runs)) {
      const font = fontOf(run, bold)
      const start = text.length
      text += cleaner.printable(textOf(run), font)
      this.#spans.push({ start, end: text.length, font })
    }
    this.text = text
  }

  pieces(start: number, end: number): Piece[] {
    const pieces: Piece[] = []
    let x = 0
    for (const { text, font } of this.#cut(start, end)) {
      pieces.push({ text, font, x })
      x += this.#metrics.width(font, text)
    }
    return pieces
  }

  tightWidth(start: number, end: number): number {
    let last = end
    while (last > start && /[ \n]/.test(this.text.charAt(last - 1))) last--
    return this.#cut(start, last).reduce((sum, { font, text }) => sum + this.#metrics.width(font, text), 0)
  }

  /** The end of the longest stretch that fits, with one character in it at least. */
  mostThatFits(start: number, end: number, width: number): number {
    let low = start + 1
    let high = end
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.tightWidth(start, middle) <= width) low = middle
      else high = middle - 1
    }
    return this.#wholeCharacter(start, low, end)
  }

  /** Moves a cut so that it does not part a letter from its accent, or the halves of a surrogate pair. */
  #wholeCharacter(start: number, cut: number, end: number): number {
    const inside = (at: number) => at < end && /^[\p{M}\udc00-\udfff]/u.test(this.text.slice(at, at + 1))
    let at = cut
    while (at > start + 1 && inside(at)) at--
    while (inside(at)) at++
    return at
  }

  #cut(start: number, end: number): { font: FontKey; text: string }[] {
    return this.#spans.flatMap((span) => {
      const text = this.text.slice(Math.max(start, span.start), Math.min(end, span.end)).replaceAll('\n', '')
      return span.start < end && span.end > start && text ? [{ font: span.font, text }] : []
    })
  }
}

const listOf = (runs: Runs): readonly Inline[] => (typeof runs === 'string' ? [runs] : runs)

const textOf = (run: Inline): string => (typeof run === 'string' ? run : run.text)

function fontOf(run: Inline, bold: boolean): FontKey {
  if (typeof run === 'string') return bold ? 'bold' : 'regular'
  if (bold || run.bold) return 'bold'
  return run.italic ? 'italic' : 'regular'
}
