import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { whenInWords } from '../../report/words.ts'
import { noticesSchema } from '../../sync/sharing-api.ts'
import { type Notice, Notices } from '../../ui/members/notices.tsx'
import { type AskServer, anything } from '../account/ask-server.ts'
import type { Connection } from '../account/connection.ts'
import { personInWords, useAfterRounds } from './use-after-rounds.ts'

interface OwnerNoticesProps {
  connection: Connection
  /** What the list calls an assessment. */
  nameOf(assessment: string): string
}

/** Records of this owner that somebody opened in an emergency, as the server told it last. */
export function OwnerNotices({ connection: { ask, syncing }, nameOf }: OwnerNoticesProps) {
  const [, go] = useLocation()
  const readAll = useCallback(() => readNotices(ask), [ask])
  const [notices, read] = useAfterRounds(syncing, readAll)
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
  return notices.map(({ id, assessment, who, reason, at, until }) => ({
    id,
    assessment,
    who: personInWords(people, who),
    reason,
    at: whenInWords(at),
    until: whenInWords(until),
  }))
}
