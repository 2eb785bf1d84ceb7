import { isInventedRecord } from '../../domain/invented.ts'
import { referenceInGroups } from '../../domain/record-reference.ts'
import { askedIn } from '../../domain/relevance.ts'
import type { Requirement, Source } from '../../guidance/index.ts'
import { checkedWords } from '../checked-words.ts'
import type { Block, Inline } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { recordWords } from '../words.ts'

/** The documents behind what was asked and raised, and what names this edition of the record. */
export function basis(input: ReportInput): readonly Block[] {
  const { view, fingerprint } = input
  const reference = isInventedRecord(view.record) ? undefined : view.record.entries[0]?.assessment
  const found = requirementIds(input).flatMap((id) => input.requirementFrom(id) ?? [])
  const documents = [...new Set(found.map((f) => f.source))]
  return [
    { kind: 'heading', level: 2, runs: words.basis },
    { kind: 'paragraph', runs: words.basisLead, leadsIn: true },
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
        ...(reference ? [[words.reference, referenceInGroups(reference)] as [string, string]] : []),
      ],
    },
    { kind: 'paragraph', runs: words.fingerprintMeaning },
    ...(reference ? [{ kind: 'paragraph', runs: words.referenceMeaning } as const] : []),
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
    { kind: 'heading', level: 3, runs: source.title },
    {
      kind: 'paragraph',
      small: true,
      muted: true,
      leadsIn: true,
      runs: `${words.published(source.publisher, source.year)} ${source.note}`,
    },
    {
      kind: 'paragraph',
      small: true,
      runs: sections.flatMap((section): Inline[] => [
        { text: `${section}: `, bold: true },
        `${requirements.flatMap((r) => (r.section === section ? r.id : [])).join(', ')}. `,
      ]),
    },
  ]
}
