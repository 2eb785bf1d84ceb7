import type { Artifact, Op, OutlineItem, Page, StructAttributes, StructNode, TextOp } from './display-list.ts'
import type { Metrics } from './metrics.ts'
import { heightOf, type Line, type TextBlock } from './paragraphs.ts'

/** The pages being filled, from the top down. */
export class Sheet {
  readonly pages: Page[] = []
  readonly outline: OutlineItem[] = []
  readonly root: StructNode = { type: 'Document', attributes: {}, children: [] }
  readonly top: number
  readonly bottom: number
  y = 0
  readonly #metrics: Metrics
  #page: Page = { marks: [] }

  constructor(metrics: Metrics, top: number, bottom: number) {
    this.#metrics = metrics
    this.top = top
    this.bottom = bottom
    this.newPage()
  }

  get room(): number {
    return this.bottom - this.y
  }

  get atTop(): boolean {
    return this.y <= this.top
  }

  newPage(): void {
    this.#page = { marks: [] }
    this.pages.push(this.#page)
    this.y = this.top
  }

  /** Goes to a new page if what comes next does not fit on this one. */
  need(height: number): void {
    if (height > this.room && !this.atTop) this.newPage()
  }

  node(type: string, parent: StructNode, attributes: StructAttributes = {}): StructNode {
    const node = { type, attributes, children: [] }
    parent.children.push(node)
    return node
  }

  paint(owner: StructNode | Artifact, ops: Op[]): void {
    if (ops.length === 0) return
    this.#page.marks.push(typeof owner === 'string' ? { artifact: owner, ops } : { node: owner, ops })
  }

  bookmark(title: string, level: number): void {
    this.outline.push({ title, level, page: this.pages.length - 1, y: this.y })
  }

  /** Puts some lines of a block at a place, without moving down. */
  put(block: TextBlock, from: number, to: number, x: number, top: number, owner: StructNode | Artifact): void {
    const lines = block.lines.slice(from, to)
    this.paint(
      owner,
      lines.flatMap((line, i) => lineOps(block, line, x, top + i * block.lineHeight, this.#metrics)),
    )
  }

  /** Puts a block here and moves below it, over as many pages as it takes. */
  flow(block: TextBlock, x: number, owner: StructNode, after: number): void {
    const total = block.lines.length
    for (let line = 0; line < total; ) {
      const fit = this.#linesThatFit(block, total - line)
      if (fit === 0) {
        this.newPage()
        continue
      }
      this.put(block, line, line + fit, x, this.y, owner)
      this.y += fit * block.lineHeight
      line += fit
    }
    this.y += after
  }

  /** Leaves no single line of a paragraph alone at the foot or the top of a page. */
  #linesThatFit(block: TextBlock, left: number): number {
    const room = Math.floor(this.room / block.lineHeight + 0.001)
    if (room >= left) return left
    const fit = left - room === 1 ? room - 1 : room
    if (fit >= 2) return fit
    return this.atTop ? Math.max(1, room) : 0
  }
}

/** The height below which a block goes to the next page: two lines, or all of a block that would leave one line over. */
export const leastOf = (block: TextBlock): number => (block.lines.length <= 3 ? heightOf(block) : 2 * block.lineHeight)

export function lineOps(block: TextBlock, line: Line, x: number, top: number, metrics: Metrics): TextOp[] {
  const slack = Math.max(0, block.width - line.width)
  const left = x + { start: 0, centre: slack / 2, end: slack }[block.align]
  return line.pieces.map((piece) => ({
    op: 'text',
    x: left + piece.x,
    baseline: top + baselineIn(block, metrics),
    text: piece.text,
    font: piece.font,
    size: block.size,
    colour: block.colour,
  }))
}

/** From the top of a line to its baseline. */
export function baselineIn({ size, lineHeight }: TextBlock, metrics: Metrics): number {
  const ascent = metrics.ascent('regular') * size
  const descent = metrics.descent('regular') * size
  return (lineHeight - ascent - descent) / 2 + ascent
}
