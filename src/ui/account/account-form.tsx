import { type ReactNode, useState } from 'react'
import { ErrorSummary } from '../controls/error-summary.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextField } from '../controls/text-field.tsx'
import type { Refusal } from './account-ports.ts'
import { fieldOf, problemInWords } from './problem-in-words.ts'
import { accountWords as words } from './words.ts'

export interface AccountField<K extends string> {
  id: K
  label: string
  hint?: string
  missing: string
  kind?: 'password' | 'email' | 'code'
  /** What the browser's own password store calls it. */
  autoComplete?: string
  /** Stands there at first. */
  initial?: string
  /** Not asked for now; what was typed in it stays. */
  hidden?: boolean
}

interface AccountFormProps<K extends string> {
  fields: readonly AccountField<K>[]
  submit: string
  busy: string
  /** Null when it worked: the page goes on. */
  onSubmit(values: Record<K, string>): Promise<Refusal | null>
  /** Before the fields; by a function when something in it can be missing too. */
  children?: ReactNode | ((errorOf: (field: string) => string | undefined) => ReactNode)
  /** What is missing among the children. */
  lacks?: readonly { field: string; text: string }[]
  /** Where this form has words of its own for a refusal. */
  inWords?: (refusal: Refusal) => string
}

/** A few fields that the server answers. What was typed stays whatever the answer is, but for the code: that is used up. */
export function AccountForm<K extends string>({
  fields,
  submit,
  busy,
  onSubmit,
  children,
  lacks = [],
  inWords = problemInWords,
}: AccountFormProps<K>) {
  const [values, setValues] = useState(
    () => Object.fromEntries(fields.map((f) => [f.id, f.initial ?? ''])) as Record<K, string>,
  )
  const [problems, setProblems] = useState<readonly { field: string; text: string }[]>([])
  const [attempt, setAttempt] = useState(0)
  const [sending, setSending] = useState(false)

  const shown = fields.filter((f) => !f.hidden)
  const asked = problems.filter((p) => !fields.some((f) => f.hidden && f.id === p.field))
  if (asked.length < problems.length) setProblems(asked)

  const errorOf = (field: string) => problems.find((p) => p.field === field)?.text
  const send = async () => {
    if (sending) return
    setAttempt((n) => n + 1)
    const missing = shown.filter((f) => !isFilled(values[f.id], f.kind))
    const lacking = [...lacks, ...missing.map((f) => ({ field: f.id, text: f.missing }))]
    setProblems(lacking)
    if (lacking.length > 0) return
    setSending(true)
    const refusal = await onSubmit(values)
    setSending(false)
    if (!refusal) return
    setAttempt((n) => n + 1)
    const code = shown.find((f) => f.kind === 'code')
    if (code) setValues((now) => ({ ...now, [code.id]: '' }))
    setProblems([{ field: fieldOf(refusal.problem, fields[0]?.id ?? ''), text: inWords(refusal) }])
  }
  return (
    <>
      <ErrorSummary key={attempt} title={words.problemTitle} items={problems} />
      <PrivateForm
        onSubmit={(e) => {
          e.preventDefault()
          void send()
        }}
      >
        {typeof children === 'function' ? children(errorOf) : children}
        {shown.map((f) => (
          <TextField
            key={f.id}
            id={f.id}
            label={f.label}
            hint={f.hint}
            error={errorOf(f.id)}
            value={values[f.id]}
            onChange={(value) => setValues((now) => ({ ...now, [f.id]: value }))}
            type={f.kind === 'password' ? 'password' : 'text'}
            autoComplete={f.autoComplete ?? 'off'}
            {...(f.kind === 'email' && { inputMode: 'email' as const })}
            {...(f.kind === 'code' && { inputMode: 'numeric' as const, width: 10 })}
          />
        ))}
        <button type="submit" className="nhsuk-button" disabled={sending}>
          {submit}
        </button>
        <p role="status">{sending ? busy : ''}</p>
      </PrivateForm>
    </>
  )
}

const isFilled = (value: string, kind: AccountField<string>['kind']): boolean =>
  kind === 'code' ? /^\d{6}$/.test(value.replaceAll(/\s/g, '')) : value.trim() !== ''
