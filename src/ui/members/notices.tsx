import { useState } from 'react'
import { membersWords as words } from './words.ts'

/** Somebody who is no member has read a record of which the practitioner is the owner. */
export interface Notice {
  id: string
  assessment: string
  /** As the list of assessments names it; empty when it is not on this device. */
  name: string
  who: string
  reason: string
  /** In words. */
  at: string
  until: string
}

interface NoticesProps {
  notices: readonly Notice[]
  /** False when the server did not take it. */
  onSeen(id: string): Promise<boolean>
  onOpen(assessment: string): void
}

/** What the owner of a record must know. Each stays until the owner says that they have seen it. */
export function Notices({ notices, onSeen, onOpen }: NoticesProps) {
  const [failed, setFailed] = useState(false)
  if (notices.length === 0) return null
  return (
    <section aria-labelledby="notices">
      <h2 className="nhsuk-heading-m" id="notices">
        {words.notices}
      </h2>
      {failed && <p role="alert">{words.problems.trouble}</p>}
      {notices.map((n) => (
        <div className="nhsuk-warning-callout" key={n.id}>
          <h3 className="nhsuk-warning-callout__label">{n.name || words.unnamed}</h3>
          <p>{words.glassBroken(n.who, n.at, n.until)}</p>
          <p>{words.glassReason(n.reason)}</p>
          <p>{words.glassNext}</p>
          <div className="linnet-acts">
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary"
              onClick={() => void onSeen(n.id).then((done) => setFailed(!done))}
            >
              {words.seen}
            </button>
            <button type="button" className="linnet-link" onClick={() => onOpen(n.assessment)}>
              {words.glassMembers}
            </button>
          </div>
        </div>
      ))}
    </section>
  )
}
