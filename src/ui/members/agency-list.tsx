import { useState } from 'react'
import { agencyWords as words } from './agency-words.ts'
import { groundsInWords } from './grounds-in-words.ts'
import type { InvitedAgency, MembersPorts, MembersRefusal } from './members-ports.ts'
import { ReasonForm } from './reason-form.tsx'
import { membersWords } from './words.ts'

interface AgencyListProps {
  agencies: readonly InvitedAgency[]
  ports: Pick<MembersPorts, 'endAgency'>
}

/** Agencies that are invited, and who of them has taken the record up. The owner, or whoever invited one, ends it. */
export function AgencyList({ agencies, ports }: AgencyListProps) {
  const [ending, setEnding] = useState<string>()
  const [state, setState] = useState<'done' | MembersRefusal>()
  const end = async (agency: InvitedAgency, reason: string) => {
    const done = await ports.endAgency(agency, reason)
    setState(done.ok ? 'done' : done)
    if (done.ok) setEnding(undefined)
  }
  if (agencies.length === 0 && state === undefined) return null
  return (
    <section aria-labelledby="agencies">
      <h2 className="nhsuk-heading-m" id="agencies">
        {words.title}
      </h2>
      <ul className="nhsuk-list" hidden={agencies.length === 0}>
        {agencies.map((a) => (
          <li key={a.id} className="linnet-thing">
            <p>
              <strong>{words.line(a.name)}</strong>, {words.takenUp(a.takenUpBy)}
            </p>
            <p className="nhsuk-hint">{groundsOf(a)}</p>
            {a.mayEnd && ending !== a.id && (
              <button type="button" className="linnet-link" onClick={() => setEnding(a.id)}>
                {words.end(a.name)}
              </button>
            )}
            {ending === a.id && (
              <>
                <p>{words.endLead}</p>
                <ReasonForm
                  id={`why-${a.id}`}
                  submit={words.endDo}
                  onSubmit={(reason) => end(a, reason)}
                  onCancel={() => setEnding(undefined)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {typeof state === 'object' && <p role="alert">{membersWords.problems[state.problem]}</p>}
      <p role="status">{state === 'done' && membersWords.done}</p>
    </section>
  )
}

const groundsOf = ({ by, since, ...grounds }: InvitedAgency): string =>
  [words.by(by, membersWords.since(since)), ...groundsInWords(grounds)].join('. ')
