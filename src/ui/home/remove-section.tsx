import { useState } from 'react'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextField } from '../controls/text-field.tsx'
import { deviceWords as words } from './device-words.ts'

interface RemoveProps {
  /** What has to be typed: the practitioner's initials, as the lock shows them. */
  label: string
  /** What would go, in words. */
  kept: string
  /** Entries that no server is known to hold; null while that is not known. */
  notReceived: number | null
  onSaveFirst(): void
  /** False when it was not removed. */
  onRemove(typed: string): Promise<boolean>
}

/** The only act that destroys: it says what goes, offers a file first, and wants the initials typed. */
export function RemoveSection({ label, kept, notReceived, onSaveFirst, onRemove }: RemoveProps) {
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<'differs' | 'removing' | 'failed'>()
  const remove = async () => {
    if (typed.trim() !== label) return setState('differs')
    setState('removing')
    if (!(await onRemove(typed))) setState('failed')
  }
  return (
    <section aria-labelledby="remove">
      <h2 className="nhsuk-heading-m" id="remove">
        {words.remove}
      </h2>
      {!asking && (
        <>
          <p>{words.removeLead}</p>
          <button type="button" className="linnet-link" onClick={() => setAsking(true)}>
            {words.removeAsk}
          </button>
        </>
      )}
      {asking && (
        <PrivateForm
          onSubmit={(e) => {
            e.preventDefault()
            void remove()
          }}
        >
          <p>{words.removeWhat(kept)}</p>
          {notReceived !== null && <p className="nhsuk-inset-text">{words.removeNotReceived(notReceived)}</p>}
          {notReceived !== 0 && (
            <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onSaveFirst}>
              {words.removeFile}
            </button>
          )}
          <TextField
            id="remove-typed"
            label={words.removeType(label)}
            error={state === 'differs' ? words.removeDiffers(label) : undefined}
            value={typed}
            onChange={setTyped}
          />
          <div className="linnet-acts">
            <button type="submit" className="nhsuk-button nhsuk-button--warning" disabled={state === 'removing'}>
              {words.removeDo}
            </button>
            <button type="button" className="linnet-link" onClick={() => setAsking(false)}>
              {words.removeCancel}
            </button>
          </div>
          {state === 'failed' && <p role="alert">{words.removeFailed}</p>}
        </PrivateForm>
      )}
    </section>
  )
}
