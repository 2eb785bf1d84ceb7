import { useState } from 'react'
import { ErrorSummary } from '../controls/error-summary.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextField } from '../controls/text-field.tsx'
import { GroundsForm } from './grounds-form.tsx'
import type { ListedMember, MembersPorts, Person } from './members-ports.ts'
import { useInviting } from './use-inviting.ts'
import { membersWords as words } from './words.ts'

interface InviteProps {
  members: readonly ListedMember[]
  ports: Pick<MembersPorts, 'find' | 'invite'>
}

/** Finds a colleague by their address, and records why they are invited and what that rests on. Nothing is chosen beforehand. */
export function InviteColleague({ members, ports }: InviteProps) {
  const [email, setEmail] = useState('')
  const [person, setPerson] = useState<Person>()
  const { state, problems, attempt, become, fail } = useInviting()
  const find = async () => {
    if (email.trim() === '') return fail([{ field: 'colleague', text: words.emailMissing }])
    become('asking')
    const found = await ports.find(email.trim())
    if (!found.ok) return fail([{ field: 'colleague', text: words.problems[found.problem] }])
    if (members.some((m) => m.id === found.person.id)) {
      return fail([{ field: 'colleague', text: words.alreadyMember }])
    }
    become()
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
          <button type="submit" className="nhsuk-button nhsuk-button--secondary" disabled={state === 'asking'}>
            {words.find}
          </button>
        </PrivateForm>
      )}
      {person && (
        <GroundsForm
          of="colleague"
          submit={words.inviteDo(person.name)}
          problems={problems}
          onProblems={fail}
          onInvite={(grounds) => ports.invite({ person, ...grounds })}
          onCancel={() => setPerson(undefined)}
          onInvited={() => {
            setPerson(undefined)
            setEmail('')
            become('invited')
          }}
        >
          <p className="nhsuk-body-l">{words.found(person.name, person.role, person.agency)}</p>
        </GroundsForm>
      )}
      <p role="status">
        {state === 'asking' && words.finding}
        {state === 'invited' && words.invited}
      </p>
    </section>
  )
}
