import { type FormEvent, useState } from 'react'
import { ErrorSummary } from '../controls/error-summary.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { Page } from '../shell/page.tsx'
import { NewPassphrase } from './new-passphrase.tsx'
import { refusalInWords } from './refusal-words.ts'
import type { SessionPorts } from './session-ports.ts'
import { sessionWords as words } from './words.ts'

/** After the recovery key has opened the store: a passphrase that the practitioner knows again. */
export function ChoosePassphraseScreen({ ports, onChanged }: { ports: SessionPorts; onChanged(): void }) {
  const [value, setValue] = useState('')
  const [repeat, setRepeat] = useState('')
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<{ field: 'passphrase' | 'repeat'; text: string }>()
  const submit = async (e: FormEvent) => {
    e.preventDefault()
    setAttempt((n) => n + 1)
    if (value === '') return setProblem({ field: 'passphrase', text: words.missing.passphrase })
    if (value !== repeat) return setProblem({ field: 'repeat', text: words.missing.repeat })
    setBusy(true)
    const changed = await ports.changePassphrase(value)
    setBusy(false)
    if (changed.ok) return onChanged()
    setProblem({ field: 'passphrase', text: refusalInWords(changed).text })
  }
  return (
    <Page title={words.choosePassphrase}>
      <ErrorSummary key={attempt} title={words.problemTitle} items={problem ? [problem] : []} />
      <p>{words.chooseLead}</p>
      <PrivateForm onSubmit={(e) => void submit(e)}>
        <NewPassphrase
          label={words.newPassphrase}
          value={value}
          repeat={repeat}
          errors={{ [problem?.field ?? '']: problem?.text }}
          personal={[]}
          judge={ports.judge}
          onChange={setValue}
          onRepeat={setRepeat}
        />
        <button type="submit" className="nhsuk-button" disabled={busy}>
          {words.change}
        </button>
      </PrivateForm>
    </Page>
  )
}
