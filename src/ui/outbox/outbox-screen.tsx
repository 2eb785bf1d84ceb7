import type { ReactNode } from 'react'
import { Page } from '../shell/page.tsx'
import type { OutboxAssessment, WaitingReason } from './outbox-lines.ts'
import { outboxWords as words } from './words.ts'

interface OutboxProps {
  connected: boolean
  /** When the server answered last, in words. */
  contact: string | undefined
  listed: { assessments: readonly OutboxAssessment[]; unreadable: number } | 'failed' | undefined
  sending: boolean
  /** Why the last round of sending did not get through. */
  stopped: WaitingReason | undefined
  /** Nothing goes until the practitioner has signed in. */
  signedOut: boolean
  onSignIn(): void
  onSend(): void
  onOpen(assessment: string): void
  onBack(): void
  /** Saving to a file, and taking one in. */
  children?: ReactNode
}

/** Each entry that the server is not known to hold, and what stands in the way. */
export function OutboxScreen(props: OutboxProps) {
  const { connected, contact, listed, sending, stopped, signedOut, onSignIn, onSend, onOpen, onBack, children } = props
  const found = typeof listed === 'object' ? listed : undefined
  const total = found?.assessments.reduce((sum, a) => sum + a.lines.length, 0) ?? 0
  return (
    <Page title={words.title}>
      <p>{connected ? words.lead : words.local}</p>
      {connected && <p>{contact ? words.contact(contact) : words.noContact}</p>}
      {stopped && <p>{words.waiting[stopped]}.</p>}
      {signedOut && (
        <div className="nhsuk-inset-text">
          <p>{words.signedOut}</p>
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onSignIn}>
            {words.signIn}
          </button>
        </div>
      )}
      {listed === undefined && <p role="status">{words.reading}</p>}
      {listed === 'failed' && <p role="alert">{words.failed}</p>}
      {found && found.unreadable > 0 && <p className="nhsuk-inset-text">{words.unreadable(found.unreadable)}</p>}
      {found && connected && total === 0 && found.unreadable === 0 && <p>{words.none}</p>}
      {found?.assessments.map((a) => (
        <section key={a.id} aria-labelledby={`unsent-${a.id}`}>
          <h2 className="nhsuk-heading-m" id={`unsent-${a.id}`}>
            {a.reading === 'closed' ? (
              words.closed
            ) : (
              <button type="button" className="linnet-link" onClick={() => onOpen(a.id)}>
                {a.name || words.nameless}
              </button>
            )}
          </h2>
          {a.reading === 'closed' && <p>{words.closedWhy}</p>}
          {a.reading === 'emergency' && <p>{words.emergency}</p>}
          <p>{words.number(a.lines.length)}</p>
          <ul className="nhsuk-list">
            {a.lines.map((line) => (
              <li key={line.id} className="linnet-thing">
                <p>
                  {line.what}, {line.when}
                </p>
                <p className="nhsuk-hint">{words.stateOf(line.state)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className="linnet-acts">
        {connected && (
          <button type="button" className="nhsuk-button" disabled={sending} onClick={onSend}>
            {words.send}
          </button>
        )}
        <button type="button" className="linnet-link" onClick={onBack}>
          {words.back}
        </button>
      </div>
      <p role="status">{sending ? words.sendingNow : ''}</p>
      {children}
    </Page>
  )
}
