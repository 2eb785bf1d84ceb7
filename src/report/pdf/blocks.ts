/** A piece of text in one style. A bare string is plain text. */
export type Inline = string | { text: string; bold?: boolean; italic?: boolean }

export type Runs = string | readonly Inline[]

export type HeadingLevel = 1 | 2 | 3 | 4

export interface Heading {
  kind: 'heading'
  level: HeadingLevel
  runs: Runs
  /** The words in the outline, where they are not those of the heading. */
  bookmark?: string
}

export interface Paragraph {
  kind: 'paragraph'
  runs: Runs
  small?: boolean
  muted?: boolean
  /** It leads in what comes next, and never stands at the foot of a page without it. */
  leadsIn?: boolean
}

export interface List {
  kind: 'list'
  ordered?: boolean
  small?: boolean
  /** Its last item stays with what comes next. */
  leadsIn?: boolean
  items: readonly Runs[]
}

export interface Column {
  /** A share of the width of the table, relative to the other columns. */
  width: number
  align?: 'start' | 'end'
}

export interface Table {
  kind: 'table'
  caption?: string
  columns: readonly Column[]
  head: readonly Runs[]
  rows: readonly TableRow[]
  /** The first cell of each row is its heading. */
  rowHeader?: boolean
}

/** Its cells, or one heading across all columns for the rows below it. */
export type TableRow = readonly Runs[] | { across: Runs }

/** Names and what is held under each, as a table of two columns without a head. */
export interface KeyValues {
  kind: 'keyValues'
  caption?: string
  rows: readonly (readonly [Runs, Runs])[]
}

export interface Note {
  kind: 'note'
  title?: string
  runs: Runs
}

export interface Figure {
  kind: 'figure'
  /** The size of the drawing's own coordinates, y downwards. It is drawn to fit the width of the page, not enlarged. */
  w: number
  h: number
  shapes: readonly Shape[]
  /** What the drawing says, for a person who does not see it. */
  alt: string
  caption?: string
}

interface Paint {
  fill?: string
  stroke?: string
  lineWidth?: number
}

export type Shape =
  | ({ shape: 'rect'; x: number; y: number; w: number; h: number; radius?: number } & Paint)
  | { shape: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: string; lineWidth?: number; dash?: number }
  | ({ shape: 'circle'; x: number; y: number; r: number } & Paint)
  | ({ shape: 'poly'; points: readonly (readonly [number, number])[]; closed?: boolean } & Paint)
  | FigureText

export interface FigureText {
  shape: 'text'
  x: number
  /** The baseline of the text. */
  y: number
  text: string
  size: number
  bold?: boolean
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
}

export type Block = Heading | Paragraph | List | Table | KeyValues | Note | Figure | { kind: 'pageBreak' }

/** A document as plain data: it can be posted to a worker, and the same data always makes the same bytes. */
export interface PdfDocument {
  title: string
  /** A language tag such as `en-GB`. */
  lang: string
  subject?: string
  /** An ISO date and time. */
  created: string
  header: string
  footer: string
  /** Such as `Page {n} of {total}`. */
  pageLabel: string
  /** For a reader with low sight: running text of 16 points. */
  type?: 'large'
  blocks: readonly Block[]
}
