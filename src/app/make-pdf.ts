import type { ExportResult } from '../ui/steps/export-screen.tsx'
import type { Workspace } from '../ui/workspace.ts'

/** Nothing of this is loaded before the first PDF is asked for. */
export async function makePdf(workspace: Workspace): Promise<ExportResult> {
  const [{ renderInWorker }] = await Promise.all([import('./pdf/render-in-worker.ts')])
  void workspace
  void renderInWorker
  return { ok: false }
}
