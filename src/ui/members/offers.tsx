import { useState } from 'react'
import type { Offer, TakenUp } from './offers-ports.ts'
import { offersWords as words } from './offers-words.ts'

interface OffersProps {
  offers: readonly Offer[]
  onTakeUp(offer: Offer): Promise<TakenUp>
}

/** What is offered to the practitioner's agency. Somebody takes it up with their own name, or leaves it to a colleague. */
export function Offers({ offers, onTakeUp }: OffersProps) {
  const [asked, setAsked] = useState<string>()
  const [state, setState] = useState<'taking' | TakenUp>()
  if (offers.length === 0 && state === undefined) return null
  const carryOut = async (offer: Offer) => {
    setState('taking')
    setState(await onTakeUp(offer))
    setAsked(undefined)
  }
  return (
    <section aria-labelledby="offers">
      <h2 className="nhsuk-heading-m" id="offers">
        {words.title}
      </h2>
      {offers.length > 0 && <p>{words.lead}</p>}
      <ul className="nhsuk-list" hidden={offers.length === 0}>
        {offers.map((o) => (
          <li key={o.invitation} className="linnet-thing">
            <p>{words.offer(o.by)}</p>
            <p className="nhsuk-hint">{words.grounds(o.at, o.purpose)}</p>
            {o.takenUpBy.length > 0 && <p>{words.takenUpBy(o.takenUpBy)}</p>}
            {asked === o.invitation ? (
              <>
                <p>{words.confirm}</p>
                <div className="linnet-acts">
                  <button
                    type="button"
                    className="nhsuk-button"
                    disabled={state === 'taking'}
                    onClick={() => void carryOut(o)}
                  >
                    {words.takeUpDo}
                  </button>
                  {state !== 'taking' && (
                    <button type="button" className="linnet-link" onClick={() => setAsked(undefined)}>
                      {words.cancel}
                    </button>
                  )}
                </div>
              </>
            ) : (
              <button
                type="button"
                className="nhsuk-button nhsuk-button--secondary"
                disabled={state === 'taking'}
                onClick={() => {
                  setState(undefined)
                  setAsked(o.invitation)
                }}
              >
                {words.takeUp} <span className="nhsuk-u-visually-hidden">{words.offer(o.by)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {typeof state === 'object' && !state.ok && <p role="alert">{words.problems[state.problem]}</p>}
      <p role="status">
        {state === 'taking' && words.taking}
        {typeof state === 'object' && state.ok && words.done(state)}
      </p>
    </section>
  )
}
