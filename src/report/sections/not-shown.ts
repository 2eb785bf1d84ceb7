import { unshowableIn } from '../../domain/unshowable.ts'
import type { Block } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { byInWords } from '../slot-words.ts'

/** What is missing above, so that nobody takes the document for the whole record. */
export function notShown({ view, unreadable, sealed }: ReportInput): readonly Block[] {
  const entries = unshowableIn(view)
  if (entries.length + unreadable + sealed === 0) return []
  return [
    { kind: 'heading', level: 2, runs: words.notShown },
    ...(sealed > 0 ? [{ kind: 'paragraph' as const, runs: words.sealedLead(sealed) }] : []),
    ...(unreadable > 0 ? [{ kind: 'paragraph' as const, runs: words.notOpenedLead(unreadable) }] : []),
    ...(entries.length > 0
      ? [
          { kind: 'paragraph' as const, runs: words.notShownLead, leadsIn: true },
          {
            kind: 'table' as const,
            columns: [{ width: 1.5 }, { width: 1 }],
            head: [words.entry, words.recordedBy],
            rows: entries.map((e) => [words.notShownEntry(e.kind, e.slot.question, e.guidancePack), byInWords(e)]),
          },
        ]
      : []),
  ]
}
