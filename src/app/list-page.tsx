import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { OpenVault } from '../storage/vault-port.ts'
import { type ListedAssessment, ListScreen, type UpdateOffer } from '../ui/home/list-screen.tsx'
import type { Connection } from './account/connection.ts'
import { useHidden } from './account/use-hidden.ts'
import { listAssessments, newAssessment } from './assessment-list.ts'
import { Beside, later } from './later.tsx'

const ListNotices = later(() => import('./members/list-notices.tsx').then((m) => m.ListNotices))

const SealShown = later(() => import('./account/seal-shown.tsx').then((m) => m.SealShown))

interface ListPageProps {
  vault: OpenVault
  update: UpdateOffer | undefined
  connection: Connection | null
}

export function ListPage({ vault, update, connection }: ListPageProps) {
  const [, go] = useLocation()
  const closing = useHidden(vault.store)
  const [assessments, setAssessments] = useState<readonly ListedAssessment[] | 'failed'>()
  useEffect(() => {
    let current = true
    const read = () => listAssessments(vault.store).then((found) => current && setAssessments(found ?? 'failed'))
    void read()
    const end = vault.store.subscribe((change) => change.entries && void read())
    return () => {
      current = false
      end()
    }
  }, [vault])
  const nameOf = (id: string) =>
    (Array.isArray(assessments) && assessments.find((a: ListedAssessment) => a.id === id)?.name) || ''
  const shown = Array.isArray(assessments)
    ? closing && assessments.filter((a) => !closing.hidden.has(a.id))
    : assessments
  return (
    <ListScreen
      assessments={shown}
      hidden={closing?.hidden.size ?? 0}
      update={update}
      onOpen={(id) => go(`/a/${id}`)}
      onStart={async () => {
        const id = await newAssessment(vault)
        if (id) go(`/a/${id}`)
        return id !== null
      }}
      onCases={() => go('/cases')}
      mark={(id) => closing?.glass[id]?.mark}
      more={connection && closing?.way}
    >
      {Array.isArray(shown) && shown.some((a: ListedAssessment) => a.sealed > 0) && (
        <Beside>
          <SealShown store={vault.store} connection={connection} />
        </Beside>
      )}
      {connection && (
        <Beside>
          <ListNotices vault={vault} connection={connection} nameOf={nameOf} />
        </Beside>
      )}
    </ListScreen>
  )
}
