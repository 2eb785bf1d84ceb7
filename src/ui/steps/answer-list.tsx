import { settles } from '../../domain/conflicts.ts'
import type { Step } from '../../domain/question.ts'
import { recordedSlots } from '../../report/recorded-slots.ts'
import { aboutOf, replacedInWords, slotInWords } from '../../report/slot-words.ts'
import { recordWords } from '../../report/words.ts'
import { useWorkspace } from '../workspace.ts'
import { useNav } from './assessment-nav.ts'
import { reviewWords as words } from './review-words.ts'

/** The answers of one step, each with who recorded it and a way to change it. */
export function AnswerList({ step }: { step: Step }) {
  const { view } = useWorkspace()
  const nav = useNav()
  const rows = step.questions.flatMap((question) => recordedSlots(view, question).map((slot) => ({ question, slot })))
  if (rows.length === 0) return null
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{step.name}</span>
      </summary>
      <dl className="nhsuk-summary-list nhsuk-details__text">
        {rows.map(({ question, slot }) => {
          const about = aboutOf(view, slot)
          return (
            <div className="nhsuk-summary-list__row" key={`${slot.question}|${slot.subject}`}>
              <dt className="nhsuk-summary-list__key">
                {question.text}
                {about && <span className="linnet-detail">{about}</span>}
              </dt>
              <dd className="nhsuk-summary-list__value">
                {slotInWords(view, slot).map((a) => (
                  <div key={a.by + a.lines.join()}>
                    {a.lines.map((l) => (
                      <p key={l}>{l}</p>
                    ))}
                    <p className="linnet-detail">
                      {[a.how, a.by].filter(Boolean).join('. ')} {a.notes.join(' ')}
                    </p>
                    {settles(a.entry) &&
                      replacedInWords(view, a.entry).map((was) => (
                        <p className="linnet-detail" key={was.entry.id}>
                          {recordWords.before(was.lines.join('; '), was.by)}
                        </p>
                      ))}
                  </div>
                ))}
              </dd>
              <dd className="nhsuk-summary-list__actions">
                <button
                  type="button"
                  className="linnet-link"
                  onClick={() => nav.visit(step.id, { question: question.id })}
                >
                  {words.change}
                  <span className="nhsuk-u-visually-hidden">
                    {' '}
                    {question.text} {about}
                  </span>
                </button>
              </dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}
