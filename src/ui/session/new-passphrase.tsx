import { useEffect, useState } from 'react'
import { TextField } from '../controls/text-field.tsx'
import type { PassphraseJudgement, SessionPorts } from './session-ports.ts'
import { sessionWords as words } from './words.ts'

interface NewPassphraseProps {
  label: string
  value: string
  repeat: string
  errors: { passphrase?: string | undefined; repeat?: string | undefined }
  personal: readonly string[]
  judge: SessionPorts['judge']
  onChange(value: string): void
  onRepeat(value: string): void
}

/** A passphrase and its strength while it is typed, and the same again. */
export function NewPassphrase(props: NewPassphraseProps) {
  const { label, value, repeat, errors, judge, onChange, onRepeat } = props
  const [judged, setJudged] = useState<PassphraseJudgement>()
  const personal = props.personal.join('\n')
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      if (value === '') return setJudged(undefined)
      judge(value, personal.split('\n')).then(
        (j) => current && setJudged(j),
        () => undefined,
      )
    }, 150)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [value, personal, judge])
  // Its place is kept from the beginning: what came in between would move a button from under a tap.
  const shown = value === '' ? undefined : judged
  return (
    <>
      <TextField
        id="passphrase"
        label={label}
        hint={words.passphraseHint}
        error={errors.passphrase}
        value={value}
        onChange={onChange}
        type="password"
        autoComplete="new-password"
      />
      <div className="linnet-strength" role="status">
        <progress max={4} value={shown?.strength ?? 0} aria-hidden="true" />
        <p>
          {words.strength}: {shown && words.strengths[shown.strength]}
          {shown?.reasons[0] && `. ${words.weaknesses[shown.reasons[0]]}`}
        </p>
      </div>
      <TextField
        id="repeat"
        label={words.repeat}
        error={errors.repeat}
        value={repeat}
        onChange={onRepeat}
        type="password"
        autoComplete="new-password"
      />
    </>
  )
}
