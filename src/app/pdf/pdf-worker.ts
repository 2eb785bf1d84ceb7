import bold from 'virtual:linnet-font/bold'
import italic from 'virtual:linnet-font/italic'
import regular from 'virtual:linnet-font/regular'
import type { PdfDocument } from '../../report/pdf/blocks.ts'
import { renderPdf } from '../../report/pdf/emit.ts'
import { parseFonts } from '../../report/pdf/fonts.ts'
import type { PdfAnswer } from './pdf-answer.ts'

declare const self: DedicatedWorkerGlobalScope

/** Makes one PDF: a document comes in, its bytes go out. */
self.onmessage = async ({ data }: MessageEvent<PdfDocument>) => {
  try {
    const rendered = await renderPdf(data, await fonts())
    answer({ ok: true, ...rendered }, [rendered.bytes.buffer])
  } catch {
    // No reason goes out: its text might hold words of the record.
    answer({ ok: false })
  }
}

const answer = (message: PdfAnswer, transfer: Transferable[] = []) => self.postMessage(message, transfer)

async function fonts() {
  const files = await Promise.all([regular, bold, italic].map(fileAt))
  const [first, second, third] = files as [Uint8Array, Uint8Array, Uint8Array]
  return parseFonts({ regular: first, bold: second, italic: third })
}

async function fileAt(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`A font did not come: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
