import { askedIn } from '../../domain/relevance.ts'
import type { Requirement, Source } from '../../guidance/index.ts'
import { checkedWords } from '../checked-words.ts'
import type { Block } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { recordWords } from '../words.ts'

/** The documents behind what was asked and raised, and what names this edition of the record. */
export function basis(input: ReportInput): readonly Block[] {
  const { view, fingerprint } = input
  const found = requirementIds(input).flatMap((id) => input.requirementFrom(id) ?? [])
  const documents = [...new Set(found.map((f) => f.source))]
  return [
    { kind: 'heading', level: 2, runs: words.basis },
    { kind: 'paragraph', runs: words.basisLead },
    ...documents.flatMap((source) =>
      documentBlocks(
        source,
        found.flatMap((f) => (f.source === source ? f.requirement : [])),
      ),
    ),
    {
      kind: 'keyValues',
      rows: [
        [words.pack, view.pack.id],
        [checkedWords.fingerprint, recordWords.longPrint(fingerprint)],
      ],
    },
    { kind: 'paragraph', runs: words.fingerprintMeaning },
  ]
}

function requirementIds({ view, raised, findings }: ReportInput): string[] {
  const asked = view.pack.steps.flatMap((step) => askedIn(step, view, raised, true))
  const ids = [...asked.flatMap((a) => a.question.requirements), ...findings.flatMap((f) => f.rule.requirements)]
  return [...new Set(ids)].sort()
}

function documentBlocks(source: Source, requirements: readonly Requirement[]): Block[] {
  const sections = [...new Set(requirements.map((r) => r.section))]
  return [
    { kind: 'heading', level: 3, runs: words.document(source.title, source.publisher, source.year) },
    { kind: 'paragraph', small: true, muted: true, runs: source.note },
    {
      kind: 'table',
      columns: [{ width: 1 }, { width: 1.4 }],
      head: [words.section, words.requirements],
      rows: sections.map((section) => [
        section,
        requirements.flatMap((r) => (r.section === section ? r.id : [])).join(', '),
      ]),
      rowHeader: true,
    },
  ]
}
