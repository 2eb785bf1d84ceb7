import type PDFDocument from 'pdfkit'
import type { Op, Paint, TextOp } from './display-list.ts'

/** Paints operations on the page that the document is at. */
export class Painter {
  readonly #pdf: PDFDocument

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf
  }

  paint(ops: readonly Op[]): void {
    for (const op of ops) {
      if (op.op === 'text') this.#text(op)
      else this.#shape(op)
    }
  }

  #text({ text, x, baseline, font, size, colour }: TextOp): void {
    this.#pdf.fillColor(colour).font(font).fontSize(size)
    this.#pdf.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
  }

  #shape(op: Exclude<Op, TextOp>): void {
    const pdf = this.#pdf
    pdf.save()
    if (op.lineWidth) pdf.lineWidth(op.lineWidth)
    switch (op.op) {
      case 'rect':
        if (op.radius) pdf.roundedRect(op.x, op.y, op.w, op.h, op.radius)
        else pdf.rect(op.x, op.y, op.w, op.h)
        break
      case 'line':
        if (op.dash) pdf.dash(op.dash, { space: op.dash })
        pdf.moveTo(op.x1, op.y1).lineTo(op.x2, op.y2)
        break
      case 'circle':
        pdf.circle(op.x, op.y, op.r)
        break
      case 'poly':
        for (const [i, [x, y]] of op.points.entries()) i === 0 ? pdf.moveTo(x, y) : pdf.lineTo(x, y)
        if (op.closed) pdf.closePath()
        break
    }
    this.#finish(op)
    pdf.restore()
  }

  #finish({ fill, stroke }: Paint): void {
    if (fill && stroke) this.#pdf.fillAndStroke(fill, stroke)
    else if (fill) this.#pdf.fill(fill)
    else if (stroke) this.#pdf.stroke(stroke)
    else this.#pdf.addContent('n')
  }
}
