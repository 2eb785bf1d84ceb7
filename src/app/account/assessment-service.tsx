import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { isInvented } from '../../domain/invented.ts'
import { whenInWords } from '../../report/words.ts'
import type { RecordStore } from '../../storage/record-port.ts'
import { isGlassOpen } from '../../sync/glass.ts'
import { isNotReceived } from '../../sync/outbox-state.ts'
import { outboxWords as words } from '../../ui/outbox/words.ts'
import type { Connection } from './connection.ts'
import { useReadAgain } from './use-read-again.ts'

interface AssessmentServiceProps {
  assessment: string
  store: RecordStore
  connection: Connection
}

/** In the list of steps: whether the server has received all of it, and the way to who sees it. */
export function AssessmentService({ assessment, store, connection: { syncing } }: AssessmentServiceProps) {
  const [, go] = useLocation()
  const read = useCallback(async () => {
    const [standings, memory] = await Promise.all([syncing.standings(assessment), syncing.memory()])
    if (!standings.ok || !memory.ok) return undefined
    const waiting = standings.entries.filter((e) => e.own && isNotReceived(e.state)).length
    const followed = memory.assessments.find((each) => each.assessment === assessment)
    const inEmergency = followed !== undefined && isGlassOpen(followed, Date.now())
    return { waiting, contact: memory.contact, inEmergency }
  }, [assessment, syncing])
  const state = useReadAgain(store, syncing, read)
  return (
    <section aria-labelledby="sending">
      <h2 className="nhsuk-heading-m" id="sending">
        {words.sectionTitle}
      </h2>
      {isInvented(assessment) && <p>{words.invented}</p>}
      {state && !isInvented(assessment) && (
        <p role="status">
          {state.waiting > 0 ? words.number(state.waiting) : words.allReceived}
          {state.contact !== null && ` ${words.contact(whenInWords(new Date(state.contact).toISOString()))}`}
        </p>
      )}
      <div className="linnet-acts">
        {!isInvented(assessment) && !state?.inEmergency && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            onClick={() => go(`/service/members/${assessment}`)}
          >
            {words.members}
          </button>
        )}
        <button type="button" className="linnet-link" onClick={() => go('/service/unsent')}>
          {words.title}
        </button>
      </div>
    </section>
  )
}
