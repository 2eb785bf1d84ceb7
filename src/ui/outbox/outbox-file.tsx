import { type FormEvent, useEffect, useState } from 'react'
import { Field } from '../controls/field.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextField } from '../controls/text-field.tsx'
import { outboxWords as words } from './words.ts'

export interface MadeFile {
  file: Blob
  /** Holds no personal data. */
  name: string
  entries: number
}
export type TakeProblem = keyof typeof words.takeProblems

interface SaveProps {
  make(passphrase: string): Promise<MadeFile | 'weak' | 'nothing' | 'failed'>
}
const SHORTEST = 14

/** What is not sent, as one encrypted file: before a device is given back, or when no network comes. */
export function SaveToFile({ make }: SaveProps) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [state, setState] = useState<'short' | 'differs' | 'making' | 'weak' | 'nothing' | 'failed' | MadeFile>()
  const [link, setLink] = useState<string>()
  const made = typeof state === 'object' ? state : undefined
  useEffect(() => {
    if (!made) return
    const url = URL.createObjectURL(made.file)
    setLink(url)
    return () => URL.revokeObjectURL(url)
  }, [made])
  const submit = async (e: FormEvent) => {
    e.preventDefault()
    if (passphrase.trim().length < SHORTEST) return setState('short')
    if (passphrase !== again) return setState('differs')
    setState('making')
    setState(await make(passphrase))
  }
  return (
    <section aria-labelledby="save-file">
      <h2 className="nhsuk-heading-m" id="save-file">
        {words.fileTitle}
      </h2>
      <p>{words.fileLead}</p>
      <PrivateForm onSubmit={(e) => void submit(e)}>
        <TextField
          id="file-passphrase"
          label={words.filePassphrase}
          error={state === 'short' ? words.fileMissing : state === 'weak' ? words.fileWeak : undefined}
          value={passphrase}
          onChange={setPassphrase}
          type="password"
          autoComplete="new-password"
        />
        <TextField
          id="file-again"
          label={words.filePassphraseAgain}
          error={state === 'differs' ? words.fileDiffers : undefined}
          value={again}
          onChange={setAgain}
          type="password"
          autoComplete="new-password"
        />
        <button type="submit" className="nhsuk-button nhsuk-button--secondary" disabled={state === 'making'}>
          {words.fileMake}
        </button>
      </PrivateForm>
      {state === 'failed' && <p role="alert">{words.fileFailed}</p>}
      <p role="status">
        {state === 'making' && words.fileMaking}
        {state === 'nothing' && words.fileNothing}
        {made && words.fileReady(made.entries)}
      </p>
      {made && link && (
        <a className="nhsuk-button" href={link} download={made.name}>
          {words.fileSave}
        </a>
      )}
    </section>
  )
}

interface TakeProps {
  take(
    file: File,
    passphrase: string,
  ): Promise<{ ok: true; added: number; known: number } | { ok: false; problem: TakeProblem }>
}

/** What another device, or this one, has saved to a file. */
export function TakeInFile({ take }: TakeProps) {
  const [file, setFile] = useState<File>()
  const [passphrase, setPassphrase] = useState('')
  const [state, setState] = useState<'no-file' | 'no-passphrase' | 'taking' | Awaited<ReturnType<TakeProps['take']>>>()
  const submit = async (e: FormEvent) => {
    e.preventDefault()
    if (!file) return setState('no-file')
    if (passphrase === '') return setState('no-passphrase')
    setState('taking')
    setState(await take(file, passphrase))
  }
  const outcome = typeof state === 'object' ? state : undefined
  const fileError = state === 'no-file' ? words.takeFileMissing : undefined
  return (
    <section aria-labelledby="take-file">
      <h2 className="nhsuk-heading-m" id="take-file">
        {words.takeTitle}
      </h2>
      <p>{words.takeLead}</p>
      <PrivateForm onSubmit={(e) => void submit(e)}>
        <Field id="take-in" label={words.takeFile} error={fileError}>
          <input
            className="nhsuk-input"
            id="take-in"
            type="file"
            aria-invalid={fileError ? true : undefined}
            onChange={(e) => setFile(e.target.files?.[0])}
          />
        </Field>
        <TextField
          id="take-passphrase"
          label={words.takePassphrase}
          error={state === 'no-passphrase' ? words.takePassphraseMissing : undefined}
          value={passphrase}
          onChange={setPassphrase}
          type="password"
        />
        <button type="submit" className="nhsuk-button nhsuk-button--secondary" disabled={state === 'taking'}>
          {words.takeDo}
        </button>
      </PrivateForm>
      {outcome && !outcome.ok && <p role="alert">{words.takeProblems[outcome.problem]}</p>}
      <p role="status">
        {state === 'taking' && words.taking}
        {outcome?.ok && words.taken(outcome.added, outcome.known)}
      </p>
    </section>
  )
}
