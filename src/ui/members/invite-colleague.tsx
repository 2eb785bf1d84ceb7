import { useState } from 'react'
import type { LawfulBasis, SharingPurpose } from '../../domain/membership.ts'
import { BASES_IN_LAW, PURPOSES } from '../../guidance/whole.ts'
import { Radios } from '../controls/choices.tsx'
import { ErrorSummary } from '../controls/error-summary.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextArea, TextField } from '../controls/text-field.tsx'
import type { ListedMember, MembersPorts, Person } from './members-ports.ts'
import { membersWords as words } from './words.ts'

interface InviteProps {
  members: readonly ListedMember[]
  ports: Pick<MembersPorts, 'find' | 'invite'>
}
interface Problem {
  field: string
  text: string
}

/** Finds a colleague by their address, and records why they are invited and what that rests on. Nothing is chosen beforehand. */
export function InviteColleague({ members, ports }: InviteProps) {
  const [email, setEmail] = useState('')
  const [person, setPerson] = useState<Person>()
  const [state, setState] = useState<'finding' | 'invited'>()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const fail = (found: readonly Problem[]) => {
    setAttempt((n) => n + 1)
    setState(undefined)
    setProblems(found)
  }
  const find = async () => {
    if (email.trim() === '') return fail([{ field: 'colleague', text: words.emailMissing }])
    setState('finding')
    setProblems([])
    const found = await ports.find(email.trim())
    if (!found.ok) return fail([{ field: 'colleague', text: words.problems[found.problem] }])
    if (members.some((m) => m.id === found.person.id)) {
      return fail([{ field: 'colleague', text: words.alreadyMember }])
    }
    setState(undefined)
    setPerson(found.person)
  }
  return (
    <section aria-labelledby="invite">
      <h2 className="nhsuk-heading-m" id="invite">
        {words.invite}
      </h2>
      <ErrorSummary key={attempt} title={words.problemTitle} items={problems} />
      {!person && (
        <PrivateForm
          onSubmit={(e) => {
            e.preventDefault()
            void find()
          }}
        >
          <TextField
            id="colleague"
            label={words.email}
            error={problems.find((p) => p.field === 'colleague')?.text}
            value={email}
            onChange={setEmail}
            inputMode="email"
          />
          <button type="submit" className="nhsuk-button nhsuk-button--secondary" disabled={state === 'finding'}>
            {words.find}
          </button>
        </PrivateForm>
      )}
      {person && (
        <Grounds
          person={person}
          problems={problems}
          onProblems={fail}
          onInvite={ports.invite}
          onCancel={() => setPerson(undefined)}
          onInvited={() => {
            setPerson(undefined)
            setEmail('')
            setProblems([])
            setState('invited')
          }}
        />
      )}
      <p role="status">
        {state === 'finding' && words.finding}
        {state === 'invited' && words.invited}
      </p>
    </section>
  )
}

interface GroundsProps {
  person: Person
  problems: readonly Problem[]
  onProblems(problems: readonly Problem[]): void
  onInvite: MembersPorts['invite']
  onInvited(): void
  onCancel(): void
}

function Grounds({ person, problems, onProblems, onInvite, onInvited, onCancel }: GroundsProps) {
  const [purpose, setPurpose] = useState<SharingPurpose>()
  const [lawfulBasis, setLawfulBasis] = useState<LawfulBasis>()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const errorAt = (field: string) => problems.find((p) => p.field === field)?.text
  const send = async () => {
    if (busy) return
    if (!purpose || !lawfulBasis) {
      return onProblems([
        ...(purpose ? [] : [{ field: 'purpose', text: words.purposeMissing }]),
        ...(lawfulBasis ? [] : [{ field: 'basis', text: words.basisMissing }]),
      ])
    }
    setBusy(true)
    const invited = await onInvite({ person, purpose, lawfulBasis, note: note.trim() })
    setBusy(false)
    if (!invited.ok) return onProblems([{ field: 'purpose', text: words.problems[invited.problem] }])
    onInvited()
  }
  return (
    <PrivateForm
      onSubmit={(e) => {
        e.preventDefault()
        void send()
      }}
    >
      <p className="nhsuk-body-l">{words.found(person.name, person.role, person.agency)}</p>
      <Radios
        id="purpose"
        label={words.purpose}
        error={errorAt('purpose')}
        options={PURPOSES}
        value={purpose ?? ''}
        onChange={(id) => setPurpose(id as SharingPurpose)}
      />
      <Radios
        id="basis"
        label={words.basis}
        hint={words.basisHint}
        error={errorAt('basis')}
        options={BASES_IN_LAW}
        value={lawfulBasis ?? ''}
        onChange={(id) => setLawfulBasis(id as LawfulBasis)}
      />
      <TextArea id="note" label={words.note} value={note} onChange={setNote} />
      <div className="linnet-acts">
        <button type="submit" className="nhsuk-button" disabled={busy}>
          {words.inviteDo(person.name)}
        </button>
        <button type="button" className="linnet-link" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </PrivateForm>
  )
}
