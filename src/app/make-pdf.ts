import { signedText } from '../domain/signature.ts'
import { loadSources } from '../guidance/index.ts'
import type { SheetChoices } from '../report/family-sleep-sheet.ts'
import type { ExportResult } from '../ui/steps/use-made-file.ts'
import type { Workspace } from '../ui/workspace.ts'
import type { PdfAnswer } from './pdf/pdf-answer.ts'
import { pdfName } from './pdf/pdf-name.ts'
import { sha256 } from './sha256.ts'

/** Makes the PDF of an open assessment on the device. What it needs is loaded at the first one. */
export async function makePdf(
  { view, findings, raised, unreadable, sealed, author }: Workspace,
  inEmergency: boolean,
): Promise<ExportResult> {
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
      sealed,
      fingerprint,
      madeAt: madeAt.toISOString(),
      readInEmergencyBy: inEmergency ? author : null,
      requirementFrom,
    })
    return saved(await renderInWorker(report), madeAt)
  } catch {
    return { ok: false }
  }
}

/** Makes the sheet for the family, in the same way. */
export async function makeFamilySheet(
  { view }: Workspace,
  choices: SheetChoices,
  large: boolean,
): Promise<ExportResult> {
  const madeAt = new Date()
  try {
    const [{ familySleepSheet }, { renderInWorker }] = await Promise.all([
      import('../report/family-sleep-sheet.ts'),
      import('./pdf/render-in-worker.ts'),
    ])
    const sheet = familySleepSheet({ view, choices, madeAt: madeAt.toISOString(), large })
    return saved(await renderInWorker(sheet), madeAt)
  } catch {
    return { ok: false }
  }
}

function saved(made: PdfAnswer, madeAt: Date): ExportResult {
  if (!made.ok) return made
  const file = new Blob([made.bytes], { type: 'application/pdf' })
  return { ok: true, file, name: pdfName(madeAt), pages: made.pages, warnings: made.warnings }
}
