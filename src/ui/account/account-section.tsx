import { useState } from 'react'
import type { AccountState, Refusal } from './account-ports.ts'
import { problemInWords } from './problem-in-words.ts'
import { accountWords as words } from './words.ts'

interface AccountSectionProps {
  account: AccountState
  onConnect(): void
  onSignOut(): Promise<{ ok: true } | Refusal>
  onPeople(): void
  /** To open a record in an emergency. */
  onGlass(): void
  onUnsent(): void
}

/** On the page about this device: whether it is connected, as whom, and the way in and out. */
export function AccountSection({ account, onConnect, onSignOut, onPeople, onGlass, onUnsent }: AccountSectionProps) {
  const [state, setState] = useState<'leaving' | Refusal>()
  const signOut = async () => {
    setState('leaving')
    const left = await onSignOut()
    setState(left.ok ? undefined : left)
  }
  return (
    <section aria-labelledby="account">
      <h2 className="nhsuk-heading-m" id="account">
        {words.title}
      </h2>
      {account.is === 'local' && <p>{words.local}</p>}
      {account.is === 'signed-out' && <p>{words.signedOut}</p>}
      {account.is === 'signed-in' && <p>{words.signedIn(account.name, account.role, account.agency)}</p>}
      {account.is === 'signed-in' && account.revoked && <p className="nhsuk-inset-text">{words.revoked}</p>}
      {typeof state === 'object' && <p role="alert">{problemInWords(state)}</p>}
      <div className="linnet-acts">
        {account.is !== 'signed-in' && (
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onConnect}>
            {account.is === 'local' ? words.connect : words.again}
          </button>
        )}
        {account.is === 'signed-in' && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            disabled={state === 'leaving'}
            onClick={() => void signOut()}
          >
            {words.signOut}
          </button>
        )}
        {account.is === 'signed-in' && account.access === 'administrator' && (
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onPeople}>
            {words.people}
          </button>
        )}
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onUnsent}>
          {words.unsent}
        </button>
        {account.is !== 'local' && !(account.is === 'signed-in' && account.access === 'administrator') && (
          <button type="button" className="linnet-link" onClick={onGlass}>
            {words.glass}
          </button>
        )}
      </div>
      {account.is === 'signed-in' && <p className="nhsuk-hint">{words.signOutHint}</p>}
      <p role="status">{state === 'leaving' ? words.signingOut : ''}</p>
    </section>
  )
}
