import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  /** All the text of each page, as one line. */
  pages: string[]
  text: string
  /** Titles of the outline, indented by two spaces a level. */
  outline: string[]
  /** Types in the structure of each page, parents before children. */
  tags: string[]
  title: string
  lang: string
}

/** Reads a PDF back with a library that had no part in making it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true })
  const pdf = await task.promise
  const pages: string[] = []
  const tags: string[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const { items } = await page.getTextContent()
    pages.push(oneLine(items.map((i) => ('str' in i ? i.str : '')).join(' ')))
    tags.push(...tagsIn(await page.getStructTree()))
  }
  const { info } = await pdf.getMetadata()
  const read = {
    pages,
    text: pages.join(' '),
    outline: await outlineOf(pdf),
    tags,
    title: String((info as { Title?: string }).Title),
    lang: String((info as { Language?: string }).Language),
  }
  await task.destroy()
  return read
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

type Tree = { role?: string; children?: unknown[] }

function tagsIn(tree: unknown): string[] {
  const { role, children = [] } = (tree ?? {}) as Tree
  return [...(role && role !== 'Root' ? [role] : []), ...children.flatMap(tagsIn)]
}

async function outlineOf(pdf: PDFDocumentProxy): Promise<string[]> {
  type Item = { title: string; items: Item[] }
  const lines = (items: readonly Item[], depth: number): string[] =>
    items.flatMap((i) => [`${'  '.repeat(depth)}${i.title}`, ...lines(i.items, depth + 1)])
  return lines(((await pdf.getOutline()) ?? []) as Item[], 0)
}
