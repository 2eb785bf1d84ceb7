import { useState } from 'react'
import { useWorkspace } from '../workspace.ts'
import { useNav } from './assessment-nav.ts'
import { reviewWords as words } from './review-words.ts'

/** Standing by the assessment as it is. Held while something must be looked at first. */
export function SignOff({ blockers }: { blockers: number }) {
  const nav = useNav()
  const { sealed } = useWorkspace()
  const [failed, setFailed] = useState(false)
  return (
    <section aria-labelledby="sign-off">
      <h2 className="nhsuk-heading-m" id="sign-off">
        {words.signOff}
      </h2>
      <p>{words.signOffLead}</p>
      {failed && <p role="alert">{words.signOffFailed}</p>}
      <div className="linnet-acts">
        {sealed > 0 ? (
          <p>{words.signOffSealed}</p>
        ) : blockers === 0 ? (
          <button
            type="button"
            className="nhsuk-button"
            onClick={() => void nav.signOff().then((done) => setFailed(!done))}
          >
            {words.signOffDo}
          </button>
        ) : (
          <p>{words.signOffHeld(blockers)}</p>
        )}
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={nav.openExport}>
          {words.export}
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={nav.openTaskList}>
          {words.backToTasks}
        </button>
      </div>
    </section>
  )
}
