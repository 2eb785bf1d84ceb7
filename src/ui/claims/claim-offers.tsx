import { useState } from 'react'
import { type ClaimOffer, claimOffers } from '../../domain/claim-offer.ts'
import { HOMES } from '../../domain/subjects.ts'
import { TOPICS } from '../../guidance/whole.ts'
import { claimFromOffer, offerInWords } from '../../report/claim-offer-words.ts'
import { useWorkspace } from '../workspace.ts'
import { claimsWords as words } from './words.ts'

/** What answers claim and nobody has written down to check: one tap writes it down, and nothing is added by itself. */
export function ClaimOffers() {
  const { view, save, newId } = useWorkspace()
  const [failed, setFailed] = useState<string>()
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set())
  const offers = claimOffers(view).filter((o) => !saving.has(o.origin))
  if (offers.length === 0) return null
  const writeDown = async (offer: ClaimOffer) => {
    setSaving((s) => new Set([...s, offer.origin]))
    const by = offer.answer.entry.basis?.by
    const result = await save({
      kind: 'answer',
      slot: { question: HOMES.claim, subject: newId() },
      value: { parts: claimFromOffer(view, offer) },
      basis: { how: 'said', ...(by && { by }) },
      seen: [],
    })
    setSaving((s) => new Set([...s].filter((origin) => origin !== offer.origin)))
    setFailed(result.ok ? undefined : offer.origin)
  }
  return (
    <details className="nhsuk-details linnet-quiet">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{words.offers(offers.length)}</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>{words.offersLead}</p>
        {TOPICS.map((topic) => {
          const here = offers.filter((o) => o.raiser.topic === topic.id)
          if (here.length === 0) return null
          return (
            <div key={topic.id}>
              <h3 className="nhsuk-heading-xs">{topic.label}</h3>
              <ul className="nhsuk-list">
                {here.map((offer) => (
                  <li key={offer.origin} className="linnet-offer">
                    {offerInWords(view, offer)}
                    <button type="button" className="linnet-link" onClick={() => void writeDown(offer)}>
                      {words.writeDown} <span className="nhsuk-u-visually-hidden">{offerInWords(view, offer)}</span>
                    </button>
                    {failed === offer.origin && (
                      <span className="nhsuk-error-message" role="alert">
                        {words.notSaved}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </div>
    </details>
  )
}
