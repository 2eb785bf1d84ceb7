import { claimsOf } from '../../domain/claims.ts'
import { useWorkspace } from '../workspace.ts'
import { ClaimGrid } from './claim-grid.tsx'
import { ClaimOffers } from './claim-offers.tsx'
import { WhoseIsIt } from './whose-is-it.tsx'
import { claimsWords as words } from './words.ts'

/** All claims beside all sources, what else could be checked, and signs that may be somebody else's. */
export function ClaimsPanel() {
  const { view, withPrivate } = useWorkspace()
  const claims = claimsOf(view)
  return (
    <section className="linnet-claims" aria-labelledby="claims-panel">
      <h2 className="nhsuk-heading-m" id="claims-panel">
        {words.title}
      </h2>
      <p>{claims.length > 0 ? words.lead : words.none}</p>
      <ClaimOffers />
      {claims.length > 0 && <ClaimGrid claims={claims} />}
      {withPrivate && <WhoseIsIt />}
    </section>
  )
}
