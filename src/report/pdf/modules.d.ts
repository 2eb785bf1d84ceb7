declare module 'pdfkit/output' {
  export function toBytes(document: unknown): Promise<Uint8Array<ArrayBuffer>>
}

declare module 'pdfkit' {
  export interface PdfReference {
    data: Record<string, unknown>
  }

  export interface PdfElement {
    dictionary: PdfReference
    add(child: PdfElement | PdfMarkedContent): PdfElement
    end(): void
  }

  export interface PdfMarkedContent {
    refs: { pageRef: PdfReference; mcid: number }[]
  }

  export interface PdfOutlineItem {
    addItem(
      title: string,
      options: { fit: boolean; top: number; left: number; zoom: number; expanded: boolean },
    ): PdfOutlineItem
  }

  export interface PdfFont {
    ascender: number
    descender: number
    widthOfString(text: string, size: number): number
  }

  export default class PDFDocument {
    constructor(options: Record<string, unknown>)
    subset: unknown
    info: Record<string, unknown>
    outline: PdfOutlineItem
    /** Not public: the font that `font()` last chose. */
    _font: PdfFont
    /** Not public: writes the XMP from `info`. */
    endMetadata(): void
    registerFont(name: string, font: unknown): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(colour: string): this
    text(text: string, x: number, y: number, options: Record<string, unknown>): this
    addPage(): this
    addContent(operators: string): this
    struct(type: string, options?: { alt?: string }): PdfElement
    addStructure(element: PdfElement): this
    markStructureContent(type: string): PdfMarkedContent
    endMarkedContent(): this
    save(): this
    restore(): this
    lineWidth(width: number): this
    dash(length: number, options?: { space: number }): this
    rect(x: number, y: number, w: number, h: number): this
    roundedRect(x: number, y: number, w: number, h: number, radius: number): this
    circle(x: number, y: number, r: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    closePath(): this
    fill(colour: string): this
    stroke(colour: string): this
    fillAndStroke(fill: string, stroke: string): this
    end(): void
  }
}

declare module 'fontkit' {
  export interface Font {
    characterSet: number[]
  }

  export function create(data: Uint8Array): Font
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}

declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'truetype' },
  ): Promise<Uint8Array>
}

declare module 'virtual:linnet-font/regular' {
  const url: string
  export default url
}

declare module 'virtual:linnet-font/bold' {
  const url: string
  export default url
}

declare module 'virtual:linnet-font/italic' {
  const url: string
  export default url
}
