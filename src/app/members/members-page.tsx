import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Entry } from '../../domain/entry.ts'
import { openingPack } from '../../guidance/index.ts'
import type { OpenVault } from '../../storage/vault-port.ts'
import type { MembersPorts } from '../../ui/members/members-ports.ts'
import { MembersScreen } from '../../ui/members/members-screen.tsx'
import { membersWords } from '../../ui/members/words.ts'
import { shellWords } from '../../ui/shell/words.ts'
import type { Connection } from '../account/connection.ts'
import { useSyncView } from '../account/use-account.ts'
import { assessmentPorts } from '../assessment-ports.ts'
import { copyText } from '../copy-text.ts'
import { type OpenAssessment, openAssessment } from '../open-assessment.ts'
import { membersClient } from './members-client.ts'

interface MembersPageProps {
  id: string
  vault: OpenVault
  connection: Connection
}

export function MembersPage({ id, vault, connection }: MembersPageProps) {
  const [, go] = useLocation()
  const [ports, setPorts] = useState<MembersPorts | 'failed'>()
  const [news, setNews] = useState(0)
  useEffect(() => {
    let gone = false
    let open: OpenAssessment | undefined
    void openAssessment(id, assessmentPorts(vault)).then((result) => {
      if (!result.ok) return setPorts('failed')
      if (gone) return result.assessment.close()
      open = result.assessment
      setPorts(portsOf(open, connection))
    })
    return () => {
      gone = true
      open?.close()
    }
  }, [id, vault, connection])
  const { is } = useSyncView(connection.syncing)
  // After each round the server may know more.
  useEffect(() => {
    if (is !== 'running') setNews((n) => n + 1)
  }, [is])
  if (ports === 'failed') return <p role="alert">{membersWords.problems.trouble}</p>
  if (!ports) return <p role="status">{shellWords.loading}</p>
  return <MembersScreen ports={ports} reference={id} onCopy={copyText} news={news} onBack={() => go(`/a/${id}`)} />
}

const portsOf = (open: OpenAssessment, { ask, account, syncing }: Connection): MembersPorts =>
  membersClient({
    assessment: open.id,
    user: account.user() ?? '',
    ask,
    save: (content) => open.current().save(content),
    known: (slot) =>
      open
        .current()
        .view.record.history(slot)
        .map((entry) => entry.id),
    describe: (text) => describe(open, text),
    send: syncing.ask,
  })

/** What was kept apart, by the question that it answers. */
function describe(open: OpenAssessment, text: string): string {
  try {
    const { slot } = JSON.parse(text) as Partial<Entry>
    const question = slot && (open.current().view.question(slot.question) ?? openingQuestion(slot.question))
    return question?.text ?? slot?.question ?? membersWords.unknownEntry
  } catch {
    return membersWords.unknownEntry
  }
}

const openingQuestion = (id: string) => openingPack.steps.flatMap((s) => s.questions).find((q) => q.id === id)
