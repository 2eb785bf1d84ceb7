import type { RenderedPdf } from '../../report/pdf/emit.ts'

/** What the worker that makes a PDF sends back. On `ok: false` the practitioner tries again. */
export type PdfAnswer = ({ ok: true } & RenderedPdf) | { ok: false }
