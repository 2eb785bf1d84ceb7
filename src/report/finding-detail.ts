import type { ClaimFinding } from '../domain/claims.ts'
import type { RecordView } from '../domain/view.ts'
import { partOfAnswerInWords } from './answer-words.ts'

/** For whom something is written. What a family may read never tells who spoke in confidence, or what they said. */
export type Readers = 'professionals' | 'family'

/** Who or what a finding came from, in what words, and the note on it; nothing of a confidential one for the family. */
export function findingDetail(view: RecordView, finding: ClaimFinding, readers: Readers): string {
  const question = view.question(finding.slot.question)
  if (!question || (readers === 'family' && finding.confidential)) return ''
  const parts = readers === 'family' ? ['test', 'detail'] : ['test', 'detail', 'on', 'note']
  return view
    .answersFor(finding.slot.question, finding.slot.subject)
    .flatMap((a) => parts.map((part) => partOfAnswerInWords(question, a.value, part, view)))
    .filter(Boolean)
    .join('. ')
}
