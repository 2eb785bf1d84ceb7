import PDFDocument from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import type { PdfDocument } from './blocks.ts'
import { plain } from './clean-text.ts'
import type { Layout, OutlineItem } from './display-list.ts'
import { metricsOf } from './font-metrics.ts'
import { FONT_KEYS, type Fonts } from './fonts.ts'
import { layOut } from './layout.ts'
import { Painter } from './painter.ts'
import { StructureTree } from './structure-tree.ts'

export interface RenderedPdf {
  bytes: Uint8Array<ArrayBuffer>
  pages: number
  /** For the person who made the document, such as of characters that could not be printed. */
  warnings: string[]
}

/** A tagged PDF 1.7. The same document and fonts always give the same bytes. */
export async function renderPdf(document: PdfDocument, fonts: Fonts): Promise<RenderedPdf> {
  const pdf = open(document)
  const bytes = toBytes(pdf)
  for (const key of FONT_KEYS) pdf.registerFont(key, fonts[key])
  const layout = layOut(document, metricsOf(pdf, fonts))
  paint(pdf, layout)
  pdf.end()
  return { bytes: await bytes, pages: layout.pages.length, warnings: layout.warnings }
}

function open(document: PdfDocument): PDFDocument {
  const created = new Date(document.created)
  const pdf = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: document.lang,
    displayTitle: true,
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: null, // the built-in one is not embedded, which PDF/UA forbids
    info: {
      Title: oneLine(document.title),
      Subject: oneLine(document.subject ?? ''),
      Creator: 'Linnet',
      Producer: 'pdfkit',
      CreationDate: created,
      ModDate: created,
    },
  })
  // With 'PDF/UA' here pdfkit writes a CIDSet without the parts of composite glyphs such as ŵ, which PDF/UA forbids.
  pdf.subset = '1'
  escapeMetadata(pdf)
  return pdf
}

const oneLine = (text: string): string => plain(text).replaceAll('\n', ' ')

/** pdfkit writes the values into XML as they are. By then the plain ones are in the info dictionary. */
function escapeMetadata(pdf: PDFDocument): void {
  const write = pdf.endMetadata
  pdf.endMetadata = () => {
    pdf.info = Object.fromEntries(Object.entries(pdf.info).map(([key, value]) => [key, escaped(value)]))
    write.call(pdf)
  }
}

const escaped = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : value

function paint(pdf: PDFDocument, layout: Layout): void {
  const tree = new StructureTree(pdf, layout)
  const outline = new Outline(pdf, layout)
  for (const [i, page] of layout.pages.entries()) {
    pdf.addPage()
    outline.addPage(i)
    const painter = new Painter(pdf)
    for (const mark of page.marks) tree.mark(mark, () => painter.paint(mark.ops))
  }
  tree.end()
}

class Outline {
  readonly #items: readonly OutlineItem[]
  readonly #left: number
  readonly #open: { level: number; item: PDFDocument['outline'] }[]

  constructor(pdf: PDFDocument, layout: Layout) {
    this.#items = layout.outline
    this.#left = layout.width // pdfkit takes it from the right edge
    this.#open = [{ level: 0, item: pdf.outline }]
  }

  /** The headings of the page that has just been added. */
  addPage(page: number): void {
    for (const { title, level, y } of this.#items.filter((item) => item.page === page)) {
      while ((this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop()
      const parent = this.#open.at(-1)
      if (!parent) continue
      const place = { fit: false, top: y, left: this.#left, zoom: 0 }
      this.#open.push({ level, item: parent.item.addItem(title, { ...place, expanded: level < 2 }) })
    }
  }
}
