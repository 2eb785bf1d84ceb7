import { signedText } from '../domain/signature.ts'
import { loadSources } from '../guidance/index.ts'
import type { ExportResult } from '../ui/steps/export-screen.tsx'
import type { Workspace } from '../ui/workspace.ts'
import { pdfName } from './pdf/pdf-name.ts'
import { sha256 } from './sha256.ts'

/** Makes the PDF of an open assessment on the device. What it needs is loaded at the first one. */
export async function makePdf({ view, findings, raised, unreadable }: Workspace): Promise<ExportResult> {
  const madeAt = new Date()
  try {
    const [{ assessmentReport }, { renderInWorker }, { requirementFrom }, fingerprint] = await Promise.all([
      import('../report/assessment-report.ts'),
      import('./pdf/render-in-worker.ts'),
      loadSources(),
      sha256(signedText(view.record)),
    ])
    const report = assessmentReport({
      view,
      findings,
      raised,
      unreadable,
      fingerprint,
      madeAt: madeAt.toISOString(),
      requirementFrom,
    })
    const made = await renderInWorker(report)
    if (!made.ok) return made
    const file = new Blob([made.bytes], { type: 'application/pdf' })
    return { ok: true, file, name: pdfName(madeAt), pages: made.pages, warnings: made.warnings }
  } catch {
    return { ok: false }
  }
}
