import { findingsOf, raisedIds } from '../../domain/finding.ts'
import { recordOf } from '../../domain/record.ts'
import { signedText } from '../../domain/signature.ts'
import { viewOf } from '../../domain/view.ts'
import { loadSources } from '../../guidance/index.ts'
import { packV1, rules } from '../../guidance/whole.ts'
import { assessmentReport } from '../../report/assessment-report.ts'
import { type RenderedPdf, renderPdf } from '../../report/pdf/emit.ts'
import { loadFontsFromDisk } from '../../report/pdf/node-fonts.ts'
import { sha256 } from '../sha256.ts'
import type { CompactCase } from './compact-case.ts'
import { CASE_DAY, entriesForCommand } from './run-case.ts'

/** The PDF that the app would make of a case, without a browser. */
export async function casePdf(c: CompactCase): Promise<RenderedPdf> {
  const { entries, contact } = entriesForCommand(c)
  const view = viewOf(recordOf(entries), packV1, CASE_DAY, contact)
  const findings = findingsOf(rules, view)
  const report = assessmentReport({
    view,
    findings,
    raised: raisedIds(findings),
    unreadable: 0,
    sealed: 0,
    fingerprint: await sha256(signedText(view.record)),
    madeAt: `${CASE_DAY}T12:00:00.000Z`,
    readInEmergencyBy: null,
    requirementFrom: (await loadSources()).requirementFrom,
  })
  return renderPdf(report, await loadFontsFromDisk())
}
