import { Suspense } from 'react'
import { conflictsIn } from '../../domain/conflicts.ts'
import { type Slot, slotKey } from '../../domain/entry.ts'
import { aboutOf } from '../../report/slot-words.ts'
import { domId } from '../questions/answer-form.tsx'
import { HeadsShown } from '../questions/rare-parts.ts'
import { useWorkspace } from '../workspace.ts'
import { useNav } from './assessment-nav.ts'
import { reviewWords as words } from './review-words.ts'

/** Every answer on which people differ, with a way to settle it here: also of what would not be asked any more. */
export function ConflictList() {
  const { view, withPrivate } = useWorkspace()
  const nav = useNav()
  const conflicts = conflictsIn(view)
  if (conflicts.length === 0) return null
  return (
    <section aria-labelledby="differences">
      <h2 className="nhsuk-heading-m" id="differences">
        {words.differences} ({conflicts.length})
      </h2>
      <p>{words.differencesLead}</p>
      {conflicts.map(({ slot, step }) => {
        const question = view.question(slot.question)
        const shown = <OneConflict key={slotKey(slot)} slot={slot} onVisit={() => nav.visit(step, slot)} />
        if (!question?.private || withPrivate) return shown
        return (
          <details className="nhsuk-details" key={slotKey(slot)}>
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">{words.privateDifference}</span>
            </summary>
            <div className="nhsuk-details__text">{shown}</div>
          </details>
        )
      })}
    </section>
  )
}

function OneConflict({ slot, onVisit }: { slot: Slot; onVisit(): void }) {
  const { view } = useWorkspace()
  const question = view.question(slot.question)
  if (!question) return null
  const id = `differs-${domId(slot)}`
  const about = aboutOf(view, slot)
  const title = `${about ? `${about}: ` : ''}${question.text}`
  return (
    <section aria-labelledby={id}>
      <h3 className="nhsuk-heading-s" id={id}>
        {title}
      </h3>
      <Suspense fallback={null}>
        <HeadsShown id={`${id}-heads`} question={question} slot={slot} heads={view.record.heads(slot)} />
      </Suspense>
      <button type="button" className="linnet-link" onClick={onVisit}>
        {words.toQuestion}
        <span className="nhsuk-u-visually-hidden">: {title}</span>
      </button>
    </section>
  )
}
