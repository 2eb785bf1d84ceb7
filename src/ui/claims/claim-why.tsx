import { type ClaimView, NEEDED_OF_A_DIFFERENCE, needsRefreshing, stillNeeded } from '../../domain/claims.ts'
import { DEFAULTS } from '../../guidance/whole.ts'
import { claimWords, testDoubtsInWords, whyInWords } from '../../report/claim-words.ts'
import { useNav } from '../steps/assessment-nav.ts'
import { useWorkspace } from '../workspace.ts'
import { claimsWords as words } from './words.ts'

/** Why a claim has its status, whether it needs refreshing, and what a difference still needs, in the order to take it. */
export function ClaimWhy({ claim }: { claim: ClaimView }) {
  const { view } = useWorkspace()
  const nav = useNav()
  const days = DEFAULTS.evidenceFreshForDays.value
  const doubts = testDoubtsInWords(claim)
  const needed = stillNeeded(view, claim)
  return (
    <>
      <p className="linnet-claim__why">{whyInWords(claim)}</p>
      {doubts && <p className="linnet-claim__why">{doubts}</p>}
      {needsRefreshing(claim, view.today, days) && <p className="linnet-claim__why">{claimWords.refresh(days)}</p>}
      {claim.status === 'differs' && (
        <>
          <p className="linnet-claim__why">{words.needed}:</p>
          <ol className="nhsuk-list nhsuk-list--number linnet-claim__needed">
            {NEEDED_OF_A_DIFFERENCE.map((question) => (
              <li key={question}>
                {needed.includes(question) ? (
                  <button type="button" className="linnet-link" onClick={() => nav.visit('TRI', { question })}>
                    {words.neededOf[question]}
                  </button>
                ) : (
                  <>
                    {words.neededOf[question]}: {words.neededDone}
                  </>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}
