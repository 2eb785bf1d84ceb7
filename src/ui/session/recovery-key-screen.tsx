import { useState } from 'react'
import { PrivateForm } from '../controls/private-form.tsx'
import { Page } from '../shell/page.tsx'
import { sessionWords as words } from './words.ts'

/** The recovery key, shown this once. */
export function RecoveryKeyScreen({ recoveryKey, onDone }: { recoveryKey: string; onDone(): void }) {
  const [written, setWritten] = useState(false)
  const [asked, setAsked] = useState(false)
  const error = asked && !written
  return (
    <Page title={words.recoveryTitle}>
      <p>{words.recoveryLead}</p>
      <p>{words.recoveryKeep}</p>
      <section className="nhsuk-inset-text" aria-label={words.recoveryKey}>
        <p className="linnet-key">{recoveryKey}</p>
      </section>
      <PrivateForm>
        <div className={error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
          {error && (
            <span className="nhsuk-error-message" id="written-error" role="alert">
              {words.recoveryNeeded}
            </span>
          )}
          <div className="nhsuk-checkboxes">
            <div className="nhsuk-checkboxes__item">
              <input
                className="nhsuk-checkboxes__input"
                type="checkbox"
                id="written"
                checked={written}
                aria-describedby={error ? 'written-error' : undefined}
                onChange={(e) => setWritten(e.target.checked)}
              />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="written">
                {words.recoveryConfirm}
              </label>
            </div>
          </div>
        </div>
      </PrivateForm>
      <button type="button" className="nhsuk-button" onClick={() => (written ? onDone() : setAsked(true))}>
        {words.recoveryDone}
      </button>
    </Page>
  )
}
