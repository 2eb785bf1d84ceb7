import { useState } from 'react'
import { groundsInWords } from './grounds-in-words.ts'
import type { ListedMember, MembersPorts, MembersRefusal } from './members-ports.ts'
import { ReasonForm } from './reason-form.tsx'
import { membersWords as words } from './words.ts'

type Act = { kind: 'end' | 'hand-over'; member: ListedMember } | { kind: 'leave' }
interface MemberListProps {
  members: readonly ListedMember[]
  ports: MembersPorts
}

/** Everybody who sees the record. The owner ends and hands over; everybody else can leave. */
export function MemberList({ members, ports }: MemberListProps) {
  const [act, setAct] = useState<Act>()
  const [state, setState] = useState<'done' | 'left' | MembersRefusal>()
  const self = members.find((m) => m.self)
  const carryOut = async (wanted: Act, reason: string) => {
    const done = await carriedOut(ports, wanted, reason)
    setState(done.ok ? (wanted.kind === 'leave' ? 'left' : 'done') : done)
    if (done.ok) setAct(undefined)
  }
  return (
    <section aria-labelledby="members">
      <h2 className="nhsuk-heading-m" id="members">
        {words.members}
      </h2>
      <ul className="nhsuk-list">
        {members.map((m) => (
          <li key={m.id} className="linnet-thing">
            <p>
              <strong>{m.name}</strong>, {m.role}, {m.agency}
              {m.owner && ` (${words.owner})`}
              {m.self && ` (${words.self})`}
            </p>
            <p className="nhsuk-hint">{groundsOf(m)}</p>
            {self?.owner && !m.self && (
              <div className="linnet-acts">
                <button type="button" className="linnet-link" onClick={() => setAct({ kind: 'hand-over', member: m })}>
                  {words.handOver(m.name)}
                </button>
                <button type="button" className="linnet-link" onClick={() => setAct({ kind: 'end', member: m })}>
                  {words.end(m.name)}
                </button>
              </div>
            )}
            {act && act.kind !== 'leave' && act.member.id === m.id && (
              <ReasonForm
                id={`why-${m.id}`}
                submit={act.kind === 'end' ? words.endDo : words.handOverDo}
                onSubmit={(reason) => carryOut(act, reason)}
                onCancel={() => setAct(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      {self && !self.owner && act?.kind !== 'leave' && (
        <button type="button" className="linnet-link" onClick={() => setAct({ kind: 'leave' })}>
          {words.leave}
        </button>
      )}
      {act?.kind === 'leave' && (
        <div>
          <p>{words.leaveLead}</p>
          <div className="linnet-acts">
            <button type="button" className="nhsuk-button nhsuk-button--warning" onClick={() => void carryOut(act, '')}>
              {words.leaveDo}
            </button>
            <button type="button" className="linnet-link" onClick={() => setAct(undefined)}>
              {words.cancel}
            </button>
          </div>
        </div>
      )}
      {typeof state === 'object' && <p role="alert">{words.problems[state.problem]}</p>}
      <p role="status">
        {state === 'done' && words.done}
        {state === 'left' && words.left}
      </p>
    </section>
  )
}

function carriedOut(ports: MembersPorts, act: Act, reason: string) {
  if (act.kind === 'leave') return ports.leave()
  return act.kind === 'end' ? ports.end(act.member, reason) : ports.handOver(act.member, reason)
}

const groundsOf = ({ since, tookUp, ...grounds }: ListedMember): string =>
  [words.since(since), tookUp && words.tookUp, ...groundsInWords(grounds)].filter(Boolean).join('. ')
