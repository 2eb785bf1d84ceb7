import { type FormEvent, type ReactNode, useState } from 'react'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextField } from '../controls/text-field.tsx'
import { Page } from '../shell/page.tsx'
import { deviceWords as words } from './device-words.ts'

interface Times {
  shown: number
  hidden: number
}
interface DeviceProps {
  practitioner: string
  stored: string
  space: string
  keeping: keyof typeof words.keeping
  times: Times
  bounds: { shown: { min: number; max: number }; hidden: { min: number; max: number } }
  pack: string
  awaiting: readonly string[]
  onTimes(times: Times): void
  onBack(): void
  /** What connects this device with the practitioner's service. */
  children?: ReactNode
  /** The act that destroys comes last. */
  removal?: ReactNode
}

/** What is kept on this device, when it locks, and which edition of the guidance is in it. */
export function DeviceScreen(props: DeviceProps) {
  const { practitioner, stored, space, keeping, times, bounds, pack, awaiting, onTimes, onBack, children, removal } =
    props
  const [minutes, setMinutes] = useState(String(times.shown / 60))
  const [seconds, setSeconds] = useState(String(times.hidden))
  const [state, setState] = useState<'saved' | { minutes: boolean; seconds: boolean }>()
  const within = (text: string, unit: number, { min, max }: { min: number; max: number }) =>
    /^\d+$/.test(text.trim()) && Number(text) * unit >= min && Number(text) * unit <= max
  const submit = (e: FormEvent) => {
    e.preventDefault()
    const wrong = { minutes: !within(minutes, 60, bounds.shown), seconds: !within(seconds, 1, bounds.hidden) }
    if (wrong.minutes || wrong.seconds) return setState(wrong)
    onTimes({ shown: Number(minutes) * 60, hidden: Number(seconds) })
    setState('saved')
  }
  const wrong = typeof state === 'object' ? state : undefined
  return (
    <Page title={words.deviceTitle}>
      <h2 className="nhsuk-heading-m">{words.who}</h2>
      <p>{practitioner}</p>
      {children}
      <h2 className="nhsuk-heading-m">{words.storage}</h2>
      <p>{stored}</p>
      {space && <p>{space}</p>}
      <p>{words.keeping[keeping]}</p>
      <h2 className="nhsuk-heading-m">{words.lockTitle}</h2>
      <PrivateForm onSubmit={submit}>
        <TextField
          id="lock-shown"
          label={words.lockShown}
          error={wrong?.minutes ? words.lockShownError(bounds.shown.min / 60, bounds.shown.max / 60) : undefined}
          value={minutes}
          onChange={setMinutes}
          inputMode="decimal"
          width={4}
        />
        <TextField
          id="lock-hidden"
          label={words.lockHidden}
          error={wrong?.seconds ? words.lockHiddenError(bounds.hidden.min, bounds.hidden.max) : undefined}
          value={seconds}
          onChange={setSeconds}
          inputMode="decimal"
          width={4}
        />
        <button type="submit" className="nhsuk-button nhsuk-button--secondary">
          {words.save}
        </button>
        <p role="status">{state === 'saved' ? words.saved : ''}</p>
      </PrivateForm>
      <h2 className="nhsuk-heading-m">{words.packTitle}</h2>
      <p>{words.pack(pack)}</p>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{words.awaiting}</span>
        </summary>
        <ul className="nhsuk-list nhsuk-list--bullet nhsuk-details__text">
          {awaiting.map((a) => (
            <li key={a}>{a}</li>
          ))}
        </ul>
      </details>
      {removal}
      <button type="button" className="linnet-link" onClick={onBack}>
        {words.back}
      </button>
    </Page>
  )
}
