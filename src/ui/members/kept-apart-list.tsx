import { useState } from 'react'
import type { KeptApart, MembersPorts, MembersRefusal } from './members-ports.ts'
import { ReasonForm } from './reason-form.tsx'
import { membersWords as words } from './words.ts'

interface KeptApartProps {
  entries: readonly KeptApart[]
  ports: Pick<MembersPorts, 'decide'>
  onDone(): void
}

/** What the owner of the record decides about: taking something in, or leaving it where it is. Neither deletes anything. */
export function KeptApartList({ entries, ports, onDone }: KeptApartProps) {
  const [chosen, setChosen] = useState<{ id: string; decision: 'take-in' | 'leave' }>()
  const [problem, setProblem] = useState<MembersRefusal>()
  const decide = async (reason: string) => {
    if (!chosen) return
    const decided = await ports.decide(chosen.id, chosen.decision, reason)
    setProblem(decided.ok ? undefined : decided)
    if (!decided.ok) return
    setChosen(undefined)
    onDone()
  }
  return (
    <section aria-labelledby="kept-apart">
      <h2 className="nhsuk-heading-m" id="kept-apart">
        {words.apart}
      </h2>
      <p>{words.apartLead}</p>
      {problem && <p role="alert">{words.problems[problem.problem]}</p>}
      <ul className="nhsuk-list">
        {entries.map((e) => (
          <li key={e.id} className="linnet-thing">
            <p>{e.what}</p>
            <p className="nhsuk-hint">{words.apartLine(e)}</p>
            {e.left && <p className="nhsuk-hint">{words.apartLeft}</p>}
            {chosen?.id === e.id ? (
              <ReasonForm
                id={`why-${e.id}`}
                submit={chosen.decision === 'take-in' ? words.takeIn : words.leaveIt}
                onSubmit={decide}
                onCancel={() => setChosen(undefined)}
              />
            ) : (
              <div className="linnet-acts">
                <button
                  type="button"
                  className="linnet-link"
                  onClick={() => setChosen({ id: e.id, decision: 'take-in' })}
                >
                  {words.takeIn}
                </button>
                {!e.left && (
                  <button
                    type="button"
                    className="linnet-link"
                    onClick={() => setChosen({ id: e.id, decision: 'leave' })}
                  >
                    {words.leaveIt}
                  </button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
