import type { Column, KeyValues, Runs, Table, TableRow } from './blocks.ts'
import type { StructNode } from './display-list.ts'
import { heightOf, type TextBlock, type Typesetting, textBlock } from './paragraphs.ts'
import type { Placeable } from './placeable.ts'
import type { Sheet } from './sheet.ts'
import { BODY_WIDTH, COLOUR, LEADING, PAGE, SIZE } from './theme.ts'

const PADDING = 4.5
const CAPTION_AFTER = 3
const TABLE_AFTER = 11
/** A row up to this height is kept on one page. */
const WHOLE_ROW = 280
/** A head is repeated up to this share of a page. */
const REPEATED_HEAD = 0.3

interface Row {
  cells: { text: TextBlock; x: number; heads: 'Column' | 'Row' | null; columns?: number }[]
  lines: number
  lineHeight: number
  height: number
  /** A heading for the rows below it. */
  across?: true
}

export function tableOf(block: Table, setting: Typesetting): Placeable {
  const { columns, rowHeader = false } = block
  const head = measured(block.head, columns, () => 'Column', setting)
  const rows = block.rows.map((row) =>
    isAcross(row)
      ? measuredAcross(row.across, columns.length, setting)
      : measured(row, columns, (column) => (rowHeader && column === 0 ? 'Row' : null), setting),
  )
  return gridOf(captionOf(block.caption, setting), head, rows)
}

const isAcross = (row: TableRow): row is { across: Runs } => 'across' in row

function measuredAcross(runs: Runs, columns: number, setting: Typesetting): Row {
  const style = { size: SIZE.table, leading: LEADING.table, bold: true, colour: COLOUR.blue }
  const text = textBlock(runs, { ...style, width: BODY_WIDTH - 2 * PADDING }, setting)
  const lines = text.lines.length
  const cell = { text, x: PAGE.side + PADDING, heads: 'Column' as const, columns }
  const { lineHeight } = text
  return { cells: [cell], lines, lineHeight, height: heightFor(lines, lineHeight), across: true }
}

export function keyValuesOf(block: KeyValues, setting: Typesetting): Placeable {
  const columns = [{ width: 1 }, { width: 2.4 }]
  const rows = block.rows.map((row) => measured(row, columns, (column) => (column === 0 ? 'Row' : null), setting))
  return gridOf(captionOf(block.caption, setting), null, rows)
}

const captionOf = (caption: string | undefined, setting: Typesetting): TextBlock | null =>
  caption
    ? textBlock(caption, { size: SIZE.table, width: BODY_WIDTH, bold: true, colour: COLOUR.muted }, setting)
    : null

function measured(
  cells: readonly Runs[],
  columns: readonly Column[],
  headsAt: (column: number) => 'Column' | 'Row' | null,
  setting: Typesetting,
): Row {
  if (cells.length !== columns.length) throw new Error(`A row has ${cells.length} cells, of ${columns.length} columns`)
  const shares = columns.reduce((sum, column) => sum + column.width, 0)
  let x = PAGE.side
  const placed = columns.map((column, i) => {
    const width = (column.width / shares) * BODY_WIDTH
    const heads = headsAt(i)
    const style = { size: SIZE.table, leading: LEADING.table, bold: heads !== null, align: column.align ?? 'start' }
    const text = textBlock(cells[i] ?? '', { ...style, width: width - 2 * PADDING }, setting)
    const cell = { text, x: x + PADDING, heads }
    x += width
    return cell
  })
  const lines = Math.max(...placed.map((cell) => cell.text.lines.length))
  const lineHeight = placed[0]?.text.lineHeight ?? 0
  return { cells: placed, lines, lineHeight, height: heightFor(lines, lineHeight) }
}

const heightFor = (lines: number, lineHeight: number): number => lines * lineHeight + 2 * PADDING

/** The room that a row needs to begin on a page. */
function leastOf(row: Row, below?: Row): number {
  const own = row.height <= WHOLE_ROW ? row.height : heightFor(3, row.lineHeight)
  return own + (row.across && below ? leastOf(below) : 0)
}

function gridOf(caption: TextBlock | null, head: Row | null, rows: readonly Row[]): Placeable {
  const least =
    (caption ? heightOf(caption) + CAPTION_AFTER : 0) + (head?.height ?? 0) + (rows[0] ? leastOf(rows[0], rows[1]) : 0)
  return {
    least,
    place: (sheet) => {
      if (!head && rows.length === 0) return
      sheet.need(least)
      const table = sheet.node('Table', sheet.root)
      if (caption) sheet.flow(caption, PAGE.side, sheet.node('Caption', table), CAPTION_AFTER)
      new Grid(sheet, table, head).place(rows)
      sheet.y += TABLE_AFTER
    },
  }
}

class Grid {
  readonly #sheet: Sheet
  readonly #table: StructNode
  readonly #head: Row | null
  readonly #repeats: boolean

  constructor(sheet: Sheet, table: StructNode, head: Row | null) {
    this.#sheet = sheet
    this.#table = table
    this.#head = head
    this.#repeats = head !== null && head.height <= (sheet.bottom - sheet.top) * REPEATED_HEAD
  }

  place(rows: readonly Row[]): void {
    if (this.#head) this.#placeHead(this.#head)
    if (rows.length === 0) return
    const body = this.#sheet.node('TBody', this.#table)
    for (const [i, row] of rows.entries()) this.#placeRow(row, this.#nodesOf(row, body), rows[i + 1])
  }

  #placeHead(head: Row): void {
    const nodes = this.#nodesOf(head, this.#sheet.node('THead', this.#table))
    if (this.#repeats) this.#paintHead(head, nodes)
    else this.#placeRow(head, nodes)
  }

  /** All of the row on one page, or from three lines on if it is a tall one; a heading never without the row below it. */
  #placeRow(row: Row, nodes: readonly StructNode[], below?: Row): void {
    const sheet = this.#sheet
    if (sheet.room < leastOf(row, below)) this.#nextPage()
    for (let done = 0; done < row.lines; ) {
      if (done > 0) this.#nextPage()
      const end = done + this.#linesThatFit(row.lines - done, row.lineHeight)
      this.#putLines(row, done, end, nodes)
      sheet.y += heightFor(end - done, row.lineHeight)
      done = end
      this.#rule(COLOUR.rule, 0.5)
    }
  }

  #linesThatFit(left: number, lineHeight: number): number {
    const fit = Math.max(1, Math.floor((this.#sheet.room - 2 * PADDING) / lineHeight + 0.001))
    if (fit >= left) return left
    return left - fit === 1 && fit > 2 ? fit - 1 : fit
  }

  /** The repeated head is for the eye only: a reader of the structure has been told it. */
  #nextPage(): void {
    this.#sheet.newPage()
    if (this.#head && this.#repeats) this.#paintHead(this.#head, null)
  }

  #paintHead(head: Row, nodes: readonly StructNode[] | null): void {
    const sheet = this.#sheet
    const fill = { x: PAGE.side, y: sheet.y, w: BODY_WIDTH, h: head.height, fill: COLOUR.headFill }
    sheet.paint('layout', [{ op: 'rect', ...fill }])
    this.#putLines(head, 0, head.lines, nodes)
    sheet.y += head.height
    this.#rule(COLOUR.blue, 1)
  }

  #putLines(row: Row, from: number, to: number, nodes: readonly StructNode[] | null): void {
    for (const [i, { text, x }] of row.cells.entries()) {
      this.#sheet.put(text, from, to, x, this.#sheet.y + PADDING, nodes?.[i] ?? 'repeat')
    }
  }

  #rule(stroke: string, lineWidth: number): void {
    const y = this.#sheet.y
    this.#sheet.paint('layout', [
      { op: 'line', x1: PAGE.side, y1: y, x2: PAGE.side + BODY_WIDTH, y2: y, stroke, lineWidth },
    ])
  }

  #nodesOf(row: Row, parent: StructNode): StructNode[] {
    const tr = this.#sheet.node('TR', parent)
    return row.cells.map(({ heads, columns }) =>
      heads ? this.#sheet.node('TH', tr, { scope: heads, ...(columns && { columns }) }) : this.#sheet.node('TD', tr),
    )
  }
}
