import { aboutOf, questionOf } from '../../report/slot-words.ts'
import { questionWords } from '../questions/words.ts'
import { useWorkspace } from '../workspace.ts'
import { useNav } from './assessment-nav.ts'
import { stepWords as words } from './words.ts'

/** What could not be saved is said on every page, until it is saved. */
export function UnsavedBanner() {
  const { view, unsaved } = useWorkspace()
  const nav = useNav()
  if (unsaved.length === 0) return null
  const reasons = [...new Set(unsaved.map((u) => questionWords.saveProblems[u.reason]))]
  return (
    <div className="nhsuk-error-summary linnet-unsaved" role="alert">
      <h2 className="nhsuk-error-summary__title">{words.unsaved(unsaved.length)}</h2>
      <p>{reasons.join(' ')}</p>
      <ul className="nhsuk-list">
        {unsaved.map(({ slot }) => {
          const question = view.question(slot.question)
          const about = aboutOf(view, slot)
          return (
            <li key={`${slot.question}|${slot.subject}`}>
              {question ? (
                <button
                  type="button"
                  className="linnet-link"
                  onClick={() => nav.visit(question.step, { question: question.id })}
                >
                  {about && `${about}: `}
                  {questionOf(view, slot)}
                </button>
              ) : (
                words.unsavedOther
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
