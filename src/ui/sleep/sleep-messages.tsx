import { SLEEP_ALCOHOL_AWAITS, SLEEP_ALCOHOL_SOURCES, SLEEP_SOURCES, type SleepMessage } from '../../guidance/whole.ts'
import {
  alwaysSaid,
  babyName,
  type FittedMessages,
  filled,
  messagesAboutBabies,
  messagesToAdults,
} from '../../report/sleep/sleep-messages.ts'
import { sleepWords as words } from '../../report/sleep/words.ts'
import { useWorkspace } from '../workspace.ts'

/** What to say to each adult, folded away until it is needed. */
export function SleepMessages() {
  const { view } = useWorkspace()
  const babies = messagesAboutBabies(view).filter((b) => b.messages.length > 0)
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{words.messages}</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>{words.messagesLead}</p>
        <h3 className="nhsuk-heading-s">{words.always}</h3>
        <ul>
          {alwaysSaid(view).map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
        {babies.map((b) => (
          <Fitted key={b.subject} to={b} baby={b.name} title={`${words.babysOwn}: ${b.name}`} />
        ))}
        {messagesToAdults(view).map((a) => (
          <Fitted key={a.subject} to={a} baby={babyName(view)} title={a.name} />
        ))}
      </div>
    </details>
  )
}

function Fitted({ to, baby, title }: { to: FittedMessages; baby: string; title: string }) {
  return (
    <>
      <h3 className="nhsuk-heading-s">{title}</h3>
      {to.messages.length === 0 && <p>{words.noFactors}</p>}
      <ul>
        {to.messages.map((m) => (
          <li key={m.id}>
            {filled(m.toThem, { baby })}
            <span className="linnet-detail">{sourceOf(m)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function sourceOf(m: SleepMessage): string {
  if (m.differ) return `${SLEEP_ALCOHOL_SOURCES} ${SLEEP_ALCOHOL_AWAITS}`
  const from = words.from(m.sources.map((s) => SLEEP_SOURCES[s.from]).join('; '))
  return m.awaitsSignOff ? `${from} ${words.awaits}` : from
}
