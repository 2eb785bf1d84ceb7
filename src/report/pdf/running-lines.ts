import type { PdfDocument } from './blocks.ts'
import type { Op, Page } from './display-list.ts'
import { heightOf, type TextBlock, type Typesetting, textBlock } from './paragraphs.ts'
import { lineOps } from './sheet.ts'
import { BODY_WIDTH, COLOUR, PAGE, SIZE } from './theme.ts'

const GAP = 6
const AFTER_RULE = 16
const MOST_LINES = 3

/** The header and footer of every page, and where they leave room for the rest. */
export class RunningLines {
  readonly top: number
  readonly bottom: number
  readonly #document: PdfDocument
  readonly #setting: Typesetting
  readonly #header: TextBlock
  readonly #footer: TextBlock

  constructor(document: PdfDocument, setting: Typesetting) {
    this.#document = document
    this.#setting = setting
    const labelWidth = setting.metrics.width('regular', this.#label('8888', '8888')) * SIZE.running * setting.scale
    this.#header = this.#text(document.header, BODY_WIDTH)
    this.#footer = this.#text(document.footer, BODY_WIDTH - labelWidth - 2 * GAP)
    this.top = PAGE.top + heightOf(this.#header) + GAP + AFTER_RULE
    this.bottom = this.#footerTop - GAP - AFTER_RULE
  }

  /** They are artifacts: a reader hears the document without them. */
  addTo(pages: readonly Page[]): void {
    const footerTop = this.#footerTop
    for (const [i, page] of pages.entries()) {
      const label = this.#text(this.#label(`${i + 1}`, `${pages.length}`), BODY_WIDTH, 'end')
      const header = [...this.#ops(this.#header, PAGE.top), rule(PAGE.top + heightOf(this.#header) + GAP)]
      const footer = [rule(footerTop - GAP), ...this.#ops(this.#footer, footerTop), ...this.#ops(label, footerTop)]
      page.marks.unshift({ artifact: 'header', ops: header })
      page.marks.push({ artifact: 'footer', ops: footer })
    }
  }

  get #footerTop(): number {
    return PAGE.height - PAGE.bottom - heightOf(this.#footer)
  }

  #label(page: string, total: string): string {
    return this.#document.pageLabel.replaceAll('{n}', page).replaceAll('{total}', total)
  }

  #text(words: string, width: number, align: 'start' | 'end' = 'start'): TextBlock {
    const block = textBlock(words, { size: SIZE.running, width, align, colour: COLOUR.muted }, this.#setting)
    return { ...block, lines: block.lines.slice(0, MOST_LINES) }
  }

  #ops(block: TextBlock, top: number): Op[] {
    const { metrics } = this.#setting
    return block.lines.flatMap((line, i) => lineOps(block, line, PAGE.side, top + i * block.lineHeight, metrics))
  }
}

const rule = (y: number): Op => ({
  op: 'line',
  x1: PAGE.side,
  y1: y,
  x2: PAGE.side + BODY_WIDTH,
  y2: y,
  stroke: COLOUR.rule,
  lineWidth: 0.5,
})
