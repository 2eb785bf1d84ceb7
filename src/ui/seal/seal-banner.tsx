import { sealWords as words } from './words.ts'

export interface SealBannerProps {
  /** How many entries of the assessment that is open; left out above the list of all. */
  n?: number | undefined
  /** When the service was reached last, in words. */
  since: string | undefined
  /** The clock of this device was put back since. */
  wasPutBack: boolean
  /** What came of trying. `off`: this store is connected with no service now. */
  state: 'off' | 'idle' | 'trying' | 'not-reached' | 'signed-out'
  onTry(): void
  onSignIn(): void
}

/** What is closed and since when, that recording goes on, and how it is opened again. */
export function SealBanner({ n, since, wasPutBack, state, onTry, onSignIn }: SealBannerProps) {
  return (
    <section className="nhsuk-inset-text" aria-labelledby="seal">
      <h2 className="nhsuk-heading-m" id="seal">
        {words.title}
      </h2>
      <p>
        {since && words.since(since)} {n === undefined ? words.closedInList : words.closed(n)} {words.goOn}
      </p>
      {wasPutBack && <p>{words.clock}</p>}
      <div className="linnet-acts">
        {state !== 'off' && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            disabled={state === 'trying'}
            onClick={onTry}
          >
            {words.tryNow}
          </button>
        )}
        {(state === 'off' || state === 'signed-out') && (
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onSignIn}>
            {state === 'off' ? words.connect : words.signIn}
          </button>
        )}
      </div>
      <p role="status">
        {state === 'trying' && words.trying}
        {state === 'not-reached' && words.notReached}
        {state === 'signed-out' && words.signedOut}
      </p>
    </section>
  )
}
