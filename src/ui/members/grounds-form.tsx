import { type ReactNode, useState } from 'react'
import type { LawfulBasis, SharingPurpose } from '../../domain/membership.ts'
import { BASES_IN_LAW, PURPOSES } from '../../guidance/whole.ts'
import { Radios } from '../controls/choices.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextArea } from '../controls/text-field.tsx'
import { FormActs } from './form-acts.tsx'
import type { Grounds, MembersRefusal } from './members-ports.ts'
import { membersWords as words } from './words.ts'

/** What a form has to say, at the field of this id. */
export interface Problem {
  field: string
  text: string
}

interface GroundsFormProps {
  /** Before the ids of its fields: there may be two forms on the page. */
  of: string
  submit: string
  /** Whom it is about. */
  children: ReactNode
  /** What is missing above. */
  missing?: readonly Problem[]
  problems: readonly Problem[]
  onProblems(problems: readonly Problem[]): void
  onInvite(grounds: Grounds): Promise<{ ok: true } | MembersRefusal>
  onInvited(): void
  onCancel(): void
}

/** Why somebody is invited, and what that rests on. Nothing is chosen beforehand. */
export function GroundsForm({
  of,
  submit,
  children,
  missing = [],
  problems,
  onProblems,
  onInvite,
  onInvited,
  onCancel,
}: GroundsFormProps) {
  const [purpose, setPurpose] = useState<SharingPurpose>()
  const [lawfulBasis, setLawfulBasis] = useState<LawfulBasis>()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const errorAt = (field: string) => problems.find((p) => p.field === field)?.text
  const send = async () => {
    if (busy) return
    if (!purpose || !lawfulBasis || missing.length > 0) {
      return onProblems([
        ...missing,
        ...(purpose ? [] : [{ field: `${of}-purpose`, text: words.purposeMissing }]),
        ...(lawfulBasis ? [] : [{ field: `${of}-basis`, text: words.basisMissing }]),
      ])
    }
    setBusy(true)
    const invited = await onInvite({ purpose, lawfulBasis, note: note.trim() })
    setBusy(false)
    if (!invited.ok) return onProblems([{ field: `${of}-purpose`, text: words.problems[invited.problem] }])
    onInvited()
  }
  return (
    <PrivateForm
      onSubmit={(e) => {
        e.preventDefault()
        void send()
      }}
    >
      {children}
      <Radios
        id={`${of}-purpose`}
        label={words.purpose}
        error={errorAt(`${of}-purpose`)}
        options={PURPOSES}
        value={purpose ?? ''}
        onChange={(id) => setPurpose(id as SharingPurpose)}
      />
      <Radios
        id={`${of}-basis`}
        label={words.basis}
        hint={words.basisHint}
        error={errorAt(`${of}-basis`)}
        options={BASES_IN_LAW}
        value={lawfulBasis ?? ''}
        onChange={(id) => setLawfulBasis(id as LawfulBasis)}
      />
      <TextArea id={`${of}-note`} label={words.note} value={note} onChange={setNote} />
      <FormActs submit={submit} busy={busy} onCancel={onCancel} />
    </PrivateForm>
  )
}
