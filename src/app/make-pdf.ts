import type { ExportResult } from '../ui/steps/export-screen.tsx'
import type { Workspace } from '../ui/workspace.ts'

export async function makePdf(_workspace: Workspace, _fingerprint: string): Promise<ExportResult> {
  return { ok: false }
}
