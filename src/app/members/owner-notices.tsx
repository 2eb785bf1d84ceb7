import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { whenInWords } from '../../report/words.ts'
import { noticesSchema } from '../../sync/sharing-api.ts'
import { type Notice, Notices } from '../../ui/members/notices.tsx'
import { type AskServer, anything } from '../account/ask-server.ts'
import type { Connection } from '../account/connection.ts'
import { useSyncView } from '../account/use-account.ts'

interface OwnerNoticesProps {
  connection: Connection
  /** What the list calls an assessment. */
  nameOf(assessment: string): string
}

/** Asked for after each round with the server; without an answer there is nothing to show. */
export function OwnerNotices({ connection: { ask, syncing }, nameOf }: OwnerNoticesProps) {
  const [, go] = useLocation()
  const { is } = useSyncView(syncing)
  const [notices, setNotices] = useState<readonly Omit<Notice, 'name'>[]>([])
  const read = useCallback(() => readNotices(ask).then((found) => found && setNotices(found)), [ask])
  useEffect(() => {
    if (is === 'waiting') void read()
  }, [is, read])
  return (
    <Notices
      notices={notices.map((n) => ({ ...n, name: nameOf(n.assessment) }))}
      onSeen={async (id) => {
        const told = await ask(`/api/notices/${encodeURIComponent(id)}/seen`, anything, {})
        if (told.ok) await read()
        return told.ok
      }}
      onOpen={(assessment) => go(`/service/members/${assessment}`)}
    />
  )
}

async function readNotices(ask: AskServer): Promise<Omit<Notice, 'name'>[] | null> {
  const answer = await ask('/api/notices', noticesSchema)
  if (!answer.ok) return null
  const { notices, people } = answer.body
  return notices.map(({ id, assessment, who, reason, at, until }) => {
    const person = people.find((p) => p.id === who)
    return {
      id,
      assessment,
      who: person ? `${person.name}, ${person.role}, ${person.agency.name}` : who,
      reason,
      at: whenInWords(at),
      until: whenInWords(until),
    }
  })
}
