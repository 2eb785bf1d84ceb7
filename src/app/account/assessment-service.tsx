import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { isInvented } from '../../domain/invented.ts'
import { whenInWords } from '../../report/words.ts'
import type { RecordStore } from '../../storage/record-port.ts'
import { isNotReceived } from '../../sync/outbox-state.ts'
import { outboxWords as words } from '../../ui/outbox/words.ts'
import type { Connection } from './connection.ts'

interface AssessmentServiceProps {
  assessment: string
  store: RecordStore
  connection: Connection
}

/** In the list of steps: whether the server has received all of it, and the way to who sees it. */
export function AssessmentService({ assessment, store, connection: { syncing } }: AssessmentServiceProps) {
  const [, go] = useLocation()
  const [state, setState] = useState<{ waiting: number; contact: number | null }>()
  useEffect(() => {
    let gone = false
    const read = async () => {
      const [standings, memory] = await Promise.all([syncing.standings(assessment), syncing.memory()])
      if (gone || !standings.ok || !memory.ok) return
      const waiting = standings.entries.filter((e) => e.own && isNotReceived(e.state)).length
      setState({ waiting, contact: memory.contact })
    }
    void read()
    const ends = [syncing.subscribe(() => void read()), store.subscribe((change) => change.entries && void read())]
    return () => {
      gone = true
      for (const end of ends) end()
    }
  }, [assessment, store, syncing])
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
        {!isInvented(assessment) && (
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
