import { describe, expect, it } from 'vitest'
import type { Block, PdfDocument } from '../../../src/report/pdf/blocks.ts'
import { renderPdf } from '../../../src/report/pdf/emit.ts'
import { loadFontsFromDisk } from '../../../src/report/pdf/node-fonts.ts'
import { readPdf } from '../read-pdf.ts'

const documentOf = (blocks: readonly Block[], changes: Partial<PdfDocument> = {}): PdfDocument => ({
  title: 'A title',
  lang: 'en-GB',
  created: '2026-06-15T12:00:00.000Z',
  header: 'The header',
  footer: 'The footer',
  pageLabel: 'Page {n} of {total}',
  blocks,
  ...changes,
})
const rendered = async (document: PdfDocument) => renderPdf(document, await loadFontsFromDisk())
const read = async (blocks: readonly Block[], changes?: Partial<PdfDocument>) =>
  readPdf((await rendered(documentOf(blocks, changes))).bytes)

const paragraph = (runs: string): Block => ({ kind: 'paragraph', runs })
const longTable: Block = {
  kind: 'table',
  columns: [{ width: 1 }, { width: 2 }],
  head: ['Name', 'Answer'],
  rows: Array.from({ length: 80 }, (_, i) => [`Row ${i + 1}`, 'An answer']),
  rowHeader: true,
}

describe('a PDF', () => {
  it('has its headings as an outline, nested as they are', async () => {
    const { outline } = await read([
      { kind: 'heading', level: 1, runs: 'One' },
      { kind: 'heading', level: 2, runs: 'Two' },
      { kind: 'heading', level: 3, runs: 'Three', bookmark: 'Third' },
      { kind: 'heading', level: 2, runs: 'Four' },
    ])
    expect(outline).toEqual(['One', '  Two', '    Third', '  Four'])
  })

  it('leaves out no level of heading in its structure, whatever the look', async () => {
    const { tags } = await read([
      { kind: 'heading', level: 1, runs: 'One' },
      { kind: 'heading', level: 4, runs: 'Small' },
    ])
    expect(tags.filter((t) => t.startsWith('H'))).toEqual(['H1', 'H2'])
  })

  it('says what each thing is: paragraphs, lists, tables with their headings', async () => {
    const { tags } = await read([
      { kind: 'heading', level: 1, runs: 'One' },
      paragraph('Text'),
      { kind: 'list', items: ['First'] },
      {
        kind: 'table',
        columns: [{ width: 1 }, { width: 1 }],
        head: ['A', 'B'],
        rows: [{ across: 'Group' }, ['c', 'd']],
        rowHeader: true,
      },
    ])
    expect(tags).toEqual('Document H1 P L LI Lbl LBody Table THead TR TH TH TBody TR TH TR TH TD'.split(' '))
  })

  it('counts its pages on every page, and repeats the head of a table that goes over', async () => {
    const { pages, tags } = await read([longTable])
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.map((p) => /Page \d+ of \d+/.exec(p)?.[0])).toEqual(
      pages.map((_, i) => `Page ${i + 1} of ${pages.length}`),
    )
    expect(pages.every((p) => p.includes('Name Answer'))).toBe(true)
    expect(tags.filter((t) => t === 'THead')).toHaveLength(1)
  })

  it('leaves no heading, and nothing that leads in, alone at the foot of a page', async () => {
    for (let filler = 20; filler < 40; filler++) {
      const { pages } = await read([
        ...Array.from({ length: filler }, () => paragraph('Filler')),
        { kind: 'heading', level: 2, runs: 'Heading' },
        { kind: 'paragraph', runs: 'Leading in', leadsIn: true },
        { kind: 'table', columns: [{ width: 1 }], head: ['Head'], rows: [{ across: 'Group' }, ['Cell']] },
      ])
      expect(pages.filter((p) => p.includes('Heading Leading in Head Group Cell'))).toHaveLength(1)
    }
  })

  it('is the same bytes for the same document', async () => {
    const document = documentOf([{ kind: 'heading', level: 1, runs: 'One' }, longTable])
    expect((await rendered(document)).bytes).toEqual((await rendered(document)).bytes)
  })

  it('prints Welsh and other letters of Latin script', async () => {
    const { text } = await read([paragraph('Mae’r tŷ yn oer, dŵr, Łódź, ñ, ő')])
    expect(text).toContain('Mae’r tŷ yn oer, dŵr, Łódź, ñ, ő')
  })

  it('shows that a character is missing, and warns of it', async () => {
    const made = await rendered(documentOf([paragraph('A 🐦 here')]))
    expect(made.warnings.join()).toContain('U+1F426')
    expect((await readPdf(made.bytes)).text).toContain('A \ufffd here')
  })

  it('cuts a word that is wider than the line, and loses nothing of it', async () => {
    const word = 'x'.repeat(400)
    const { text } = await read([paragraph(word)], { header: '', footer: '' })
    expect(text.replace(/[^x]/g, '')).toBe(word)
  })

  it('takes a title with signs that mean something in XML', async () => {
    const { bytes } = await rendered(documentOf([paragraph('Text')], { title: 'Mum & Dad <both>' }))
    const raw = Buffer.from(bytes).toString('latin1')
    expect((await readPdf(bytes)).title).toBe('Mum & Dad <both>')
    expect(raw).toContain('Mum &amp; Dad &lt;both&gt;')
  })

  it('says in which language it is', async () => {
    expect((await read([paragraph('Text')])).lang).toBe('en-GB')
  })
})
