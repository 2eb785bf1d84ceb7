import { type FormEvent, useState } from 'react'
import type { Practitioner } from '../../machines/session-machine.ts'
import { Radios } from '../controls/choices.tsx'
import { ErrorSummary } from '../controls/error-summary.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextField } from '../controls/text-field.tsx'
import { Page } from '../shell/page.tsx'
import type { SessionPorts } from './session-ports.ts'
import { sessionWords as words } from './words.ts'

interface UnlockProps {
  ports: SessionPorts
  practitioners: readonly Practitioner[]
  damaged: number
  /** Who was here last on this tab, by id. */
  last: string | undefined
  onUnlocked(): void
  onRecovered(): void
  onAnother(): void
}

/** Opens one practitioner's store by passphrase or recovery key. Nothing of anybody's records shows before that. */
export function UnlockScreen(props: UnlockProps) {
  const { ports, practitioners, damaged, last, onUnlocked, onRecovered, onAnother } = props
  const known = practitioners.some((p) => p.id === last) ? (last ?? '') : ''
  const only = practitioners.length === 1 ? (practitioners[0]?.id ?? '') : ''
  const [who, setWho] = useState(known || only)
  const [secret, setSecret] = useState('')
  const [byKey, setByKey] = useState(false)
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<{ field: string; text: string }>()
  const field = byKey ? 'recovery' : 'passphrase'

  const submit = async (e: FormEvent) => {
    e.preventDefault()
    if (busy) return
    setAttempt((n) => n + 1)
    if (who === '') return setProblem({ field: `who-${practitioners[0]?.id ?? ''}`, text: words.whoMissing })
    if (secret === '') return setProblem({ field, text: byKey ? words.recoveryMissing : words.missing.passphrase })
    setBusy(true)
    setProblem(undefined)
    const opened = byKey ? await ports.unlockWithRecovery(who, secret) : await ports.unlock(who, secret)
    setBusy(false)
    if (!opened.ok) return setProblem({ field, text: words.unlockProblems[opened.problem] })
    if (byKey) onRecovered()
    else onUnlocked()
  }
  return (
    <Page title={words.unlockTitle}>
      <ErrorSummary key={attempt} title={words.problemTitle} items={problem ? [problem] : []} />
      {damaged > 0 && <p className="nhsuk-inset-text">{words.damaged(damaged)}</p>}
      <PrivateForm onSubmit={(e) => void submit(e)}>
        {practitioners.length > 1 && (
          <Radios id="who" label={words.who} options={practitioners} value={who} onChange={setWho} />
        )}
        {practitioners.length === 1 && <p className="nhsuk-body-l">{practitioners[0]?.label}</p>}
        {practitioners.length > 0 && (
          <>
            <TextField
              key={field}
              id={field}
              label={byKey ? words.recoveryKey : words.passphrase}
              hint={byKey ? words.recoveryHint : undefined}
              error={problem?.field === field ? problem.text : undefined}
              value={secret}
              onChange={setSecret}
              type={byKey ? 'text' : 'password'}
              autoComplete={byKey ? 'off' : 'current-password'}
            />
            <button type="submit" className="nhsuk-button" disabled={busy}>
              {words.unlock}
            </button>
            <p role="status">{busy ? words.unlocking : ''}</p>
            <p>
              <button
                type="button"
                className="linnet-link"
                onClick={() => {
                  setByKey(!byKey)
                  setSecret('')
                  setProblem(undefined)
                }}
              >
                {byKey ? words.usePassphrase : words.forgotten}
              </button>
            </p>
          </>
        )}
        <p>
          <button type="button" className="linnet-link" onClick={onAnother}>
            {words.another}
          </button>
        </p>
      </PrivateForm>
    </Page>
  )
}
