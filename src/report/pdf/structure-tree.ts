import type PDFDocument from 'pdfkit'
import type { PdfElement } from 'pdfkit'
import type { Artifact, Layout, Mark, StructAttributes, StructNode } from './display-list.ts'

const ARTIFACTS: Record<Artifact, string> = {
  layout: '/Artifact <</Type /Layout>> BDC',
  repeat: '/Artifact <</Type /Pagination>> BDC',
  header: '/Artifact <</Type /Pagination /Subtype /Header>> BDC',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
}

/** The elements of a tagged PDF, made all at once so that an empty cell is in its row too. */
export class StructureTree {
  readonly #pdf: PDFDocument
  readonly #height: number
  readonly #elements = new Map<StructNode, PdfElement>()
  readonly #root: PdfElement

  constructor(pdf: PDFDocument, layout: Layout) {
    this.#pdf = pdf
    this.#height = layout.height
    this.#root = this.#element(layout.root)
    pdf.addStructure(this.#root)
  }

  /** Each mark is marked by itself: pdfkit's own way loses the element when it goes to a new page. */
  mark(mark: Mark, paint: () => void): void {
    if ('artifact' in mark) {
      this.#pdf.addContent(ARTIFACTS[mark.artifact])
      paint()
      this.#pdf.addContent('EMC')
      return
    }
    const content = this.#pdf.markStructureContent(mark.node.type)
    paint()
    this.#pdf.endMarkedContent()
    this.#elements.get(mark.node)?.add(content)
  }

  end(): void {
    this.#root.end()
  }

  #element(node: StructNode): PdfElement {
    const { alt } = node.attributes
    const element = this.#pdf.struct(node.type, alt ? { alt } : {})
    const attributes = this.#attributes(node.attributes)
    if (attributes) element.dictionary.data.A = attributes
    this.#elements.set(node, element)
    for (const child of node.children) element.add(this.#element(child))
    return element
  }

  #attributes({ scope, columns, listNumbering, box }: StructAttributes): object | null {
    if (scope) return { O: 'Table', Scope: scope, ...(columns && { ColSpan: columns }) }
    if (listNumbering) return { O: 'List', ListNumbering: listNumbering }
    if (!box) return null
    const bottom = this.#height - box.y - box.h
    return { O: 'Layout', Placement: 'Block', BBox: [box.x, bottom, box.x + box.w, bottom + box.h] }
  }
}
