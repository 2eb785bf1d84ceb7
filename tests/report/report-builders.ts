import { entriesForCommand } from '../../src/app/cases/run-case.ts'
import { workedCases } from '../../src/app/cases/worked/all.ts'
import type { AnswerValue } from '../../src/domain/answer.ts'
import type { Author, Entry, EntryBasis } from '../../src/domain/entry.ts'
import { findingsOf, raisedIds } from '../../src/domain/finding.ts'
import { recordOf } from '../../src/domain/record.ts'
import { viewOf } from '../../src/domain/view.ts'
import { loadSources } from '../../src/guidance/index.ts'
import { packV1, rules } from '../../src/guidance/whole.ts'
import { assessmentReport } from '../../src/report/assessment-report.ts'
import type { Block, PdfDocument, Runs, TableRow } from '../../src/report/pdf/blocks.ts'
import { wordsOf } from '../../src/report/pdf/paragraphs.ts'
import type { ReportInput } from '../../src/report/report-input.ts'
import { oneLine } from './read-pdf.ts'

export const TODAY = '2026-06-15'
export const FINGERPRINT = '0123456789abcdef'.repeat(4)

export const MIDWIFE: Author = { id: 'a-1', name: 'Asha Rahman', role: 'midwife', agency: 'Community midwifery' }
export const WORKER: Author = {
  id: 'a-2',
  name: 'Tom Hill',
  role: 'drug and alcohol worker',
  agency: 'Harbour service',
}

export function caseOf(id: string): { entries: Entry[]; contact: string } {
  const worked = workedCases.find((w) => w.case.id === id)
  if (!worked) throw new Error(`No worked case ${id}`)
  return entriesForCommand(worked.case)
}

export interface EntryWishes {
  id: string
  question: string
  subject?: string
  kind?: string
  value: unknown
  author?: Author
  basis?: EntryBasis
  supersedes?: string[]
  contact?: string
  guidancePack?: string
}

export const anEntry = ({ id, question, subject = '-', ...wishes }: EntryWishes): Entry => ({
  id,
  assessment: 'case',
  slot: { question, subject },
  contact: wishes.contact ?? '-',
  kind: wishes.kind ?? 'answer',
  value: wishes.value,
  ...(wishes.basis && { basis: wishes.basis }),
  supersedes: wishes.supersedes ?? [],
  author: wishes.author ?? MIDWIFE,
  device: 'device',
  deviceSeq: 1,
  guidancePack: wishes.guidancePack ?? packV1.id,
  recordedAt: '2026-06-15T09:30:00.000Z',
})

export const parts = (held: Record<string, unknown>): AnswerValue => ({ parts: held }) as AnswerValue

/** The report of some entries, as the app makes it. */
export async function reportOf(
  entries: readonly Entry[],
  { contact = '-', ...changes }: Partial<ReportInput> & { contact?: string } = {},
): Promise<PdfDocument> {
  const view = viewOf(recordOf(entries), packV1, TODAY, contact)
  const findings = findingsOf(rules, view)
  const { requirementFrom } = await loadSources()
  return assessmentReport({
    view,
    findings,
    raised: raisedIds(findings),
    unreadable: 0,
    sealed: 0,
    fingerprint: FINGERPRINT,
    madeAt: `${TODAY}T12:00:00.000Z`,
    readInEmergencyBy: null,
    requirementFrom,
    ...changes,
  })
}

/** Every word of a report, in the order in which it is read. */
export const textOf = (document: PdfDocument): string => oneLine(document.blocks.flatMap(textsOf).join(' '))

/** The words under one heading of the second level, that heading with it. */
export function sectionOf(document: PdfDocument, title: string): string {
  const from = document.blocks.findIndex((b) => b.kind === 'heading' && b.level <= 2 && wordsOf(b.runs) === title)
  if (from < 0) return ''
  const rest = document.blocks.slice(from + 1)
  const to = rest.findIndex((b) => b.kind === 'heading' && b.level <= 2)
  return oneLine([title, ...(to < 0 ? rest : rest.slice(0, to)).flatMap(textsOf)].join(' '))
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [wordsOf(block.runs)]
    case 'list':
      return block.items.map(wordsOf)
    case 'table':
      return [...block.head.map(wordsOf), ...block.rows.flatMap(rowTexts)]
    case 'keyValues':
      return block.rows.flat().map((runs) => wordsOf(runs as Runs))
    case 'note':
      return [block.title ?? '', wordsOf(block.runs)]
    default:
      return []
  }
}

const rowTexts = (row: TableRow): string[] => ('across' in row ? [wordsOf(row.across)] : row.map(wordsOf))
