import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { Select } from '../controls/choices.tsx'
import { ErrorSummary } from '../controls/error-summary.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextField } from '../controls/text-field.tsx'
import { Page } from '../shell/page.tsx'
import { NewPassphrase } from './new-passphrase.tsx'
import { refusalInWords } from './refusal-words.ts'
import type { SessionPorts } from './session-ports.ts'
import { EMPTY_SET_UP, type SetUpFields, setUpSchema } from './set-up-schema.ts'
import { sessionWords as words } from './words.ts'

interface SetUpProps {
  ports: SessionPorts
  canCancel: boolean
  onCreated(recoveryKey: string): void
  onCancel(): void
}

/** Name, role, agency and passphrase: all that is needed to begin, with no account and no network. */
export function SetUpScreen({ ports, canCancel, onCreated, onCancel }: SetUpProps) {
  const form = useForm<SetUpFields>({
    resolver: zodResolver(setUpSchema),
    defaultValues: EMPTY_SET_UP,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  })
  const [busy, setBusy] = useState(false)
  const [name, agency, passphrase, repeat] = form.watch(['name', 'agency', 'passphrase', 'repeat'])
  const errors = form.formState.errors
  const submit = form.handleSubmit(async (fields) => {
    setBusy(true)
    const { repeat: _, ...wanted } = fields
    const made = await ports.create(wanted)
    setBusy(false)
    if (made.ok) return onCreated(made.recoveryKey)
    const refused = refusalInWords(made)
    form.setError(refused.field, { message: refused.text })
  })
  const problems = (['name', 'role', 'agency', 'label', 'passphrase', 'repeat'] as const).flatMap((field) => {
    const text = errors[field]?.message
    return text ? [{ field, text }] : []
  })
  const text = (field: 'name' | 'agency' | 'label', hint: string, autoComplete = 'off') => (
    <Controller
      control={form.control}
      name={field}
      render={({ field: f }) => (
        <TextField
          id={field}
          label={words[field]}
          hint={hint}
          error={errors[field]?.message}
          value={f.value}
          onChange={f.onChange}
          autoComplete={autoComplete}
        />
      )}
    />
  )
  return (
    <Page title={words.setUp}>
      <ErrorSummary key={form.formState.submitCount} title={words.problemTitle} items={problems} />
      <p>{words.setUpLead}</p>
      <PrivateForm
        onSubmit={(e) => {
          e.preventDefault()
          void submit()
        }}
      >
        {text('name', words.nameHint)}
        <Controller
          control={form.control}
          name="role"
          render={({ field: f }) => (
            <Select
              id="role"
              label={words.role}
              empty=""
              error={errors.role?.message}
              options={words.roles.map((r) => ({ id: r, label: r }))}
              value={f.value}
              onChange={f.onChange}
            />
          )}
        />
        {text('agency', words.agencyHint)}
        {text('label', words.labelHint)}
        <NewPassphrase
          label={words.passphrase}
          value={passphrase}
          repeat={repeat}
          errors={{ passphrase: errors.passphrase?.message, repeat: errors.repeat?.message }}
          personal={[name, agency]}
          judge={ports.judge}
          onChange={(v) => form.setValue('passphrase', v)}
          onRepeat={(v) => form.setValue('repeat', v)}
        />
        <button type="submit" className="nhsuk-button" disabled={busy}>
          {busy ? words.creating : words.create}
        </button>
        {canCancel && (
          <button type="button" className="linnet-link" onClick={onCancel}>
            {words.cancel}
          </button>
        )}
        <p role="status">{busy ? words.creating : ''}</p>
      </PrivateForm>
    </Page>
  )
}
