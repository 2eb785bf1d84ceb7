import type { Question } from '../../domain/question.ts'
import { answerOf } from '../../domain/record.ts'
import { parentOf } from '../../domain/view.ts'
import { answerInWords } from '../../report/answer-words.ts'
import { headInWords } from '../../report/slot-words.ts'
import { useWorkspace } from '../workspace.ts'
import { questionWords as words } from './words.ts'

/** What was taken out of a list, as it was recorded last, with why and by whom. */
export function RemovedThings({ question, home, parent }: { question: Question; home: string; parent: string }) {
  const { view } = useWorkspace()
  const removed = view.record
    .slotsOf(home)
    .filter((s) => s.subject !== parent && parentOf(s.subject) === parent)
    .flatMap((slot) => {
      const heads = view.record.heads(slot)
      return heads.every((h) => h.kind === 'retract') ? [{ slot, heads }] : []
    })
  if (removed.length === 0) return null
  return (
    <details className="nhsuk-details linnet-quiet">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{words.removedThings(removed.length)}</span>
      </summary>
      <div className="nhsuk-details__text">
        {removed.map(({ slot, heads }) => {
          const superseded = new Set(heads.flatMap((h) => h.supersedes))
          const was = view.record
            .history(slot)
            .filter((e) => superseded.has(e.id))
            .flatMap((e) => answerOf(e) ?? [])
          return (
            <p key={slot.subject}>
              {was.map((a) => answerInWords(question, a.value, view).join('. ')).join(' / ')}
              {heads.map((h) => {
                const { lines, by } = headInWords(view, h)
                return (
                  <span className="linnet-detail" key={h.id}>
                    {lines.join(' ')}. {by}
                  </span>
                )
              })}
            </p>
          )
        })}
      </div>
    </details>
  )
}
