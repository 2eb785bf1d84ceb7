import { useState } from 'react'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextArea } from '../controls/text-field.tsx'
import { FormActs } from './form-acts.tsx'
import { membersWords as words } from './words.ts'

interface ReasonFormProps {
  id: string
  submit: string
  onSubmit(reason: string): Promise<void>
  onCancel(): void
}

/** An act that needs a reason, which stays in the record. */
export function ReasonForm({ id, submit, onSubmit, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '' || busy) return
    setBusy(true)
    await onSubmit(reason.trim())
    setBusy(false)
  }
  return (
    <PrivateForm
      onSubmit={(e) => {
        e.preventDefault()
        void send()
      }}
    >
      <TextArea
        id={id}
        label={words.reason}
        error={missing ? words.reasonMissing : undefined}
        value={reason}
        onChange={setReason}
      />
      <FormActs submit={submit} busy={busy} onCancel={onCancel} />
    </PrivateForm>
  )
}
