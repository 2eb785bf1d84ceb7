import { useEffect, useState } from 'react'
import { Page } from '../shell/page.tsx'
import { AgencyList } from './agency-list.tsx'
import { InviteAgency } from './invite-agency.tsx'
import { InviteColleague } from './invite-colleague.tsx'
import { KeptApartList } from './kept-apart-list.tsx'
import { MemberList } from './member-list.tsx'
import type { Look, MembersPorts, MembersRefusal } from './members-ports.ts'
import { RecordReference } from './record-reference.tsx'
import { membersWords as words } from './words.ts'

interface MembersProps {
  ports: MembersPorts
  /** The record's id. */
  reference: string
  /** False when it could not be copied. */
  onCopy(text: string): Promise<boolean>
  /** Rises when the server may know more than before. */
  news: number
  onBack(): void
}

/** Who sees the record, who looked into it, and how somebody comes in and goes. */
export function MembersScreen({ ports, reference, onCopy, news, onBack }: MembersProps) {
  const [listed, setListed] = useState<Awaited<ReturnType<MembersPorts['members']>>>()
  const [looked, setLooked] = useState<Awaited<ReturnType<MembersPorts['looked']>>>()
  const [apart, setApart] = useState<Awaited<ReturnType<MembersPorts['keptApart']>>>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    let gone = false
    const read = async () => {
      const [members, looks, entries] = await Promise.all([ports.members(), ports.looked(), ports.keptApart()])
      if (gone) return
      setListed(members)
      setLooked(looks)
      setApart(entries)
    }
    if (news + round >= 0) void read()
    return () => {
      gone = true
    }
  }, [ports, news, round])
  const again = () => setRound((n) => n + 1)
  const members = listed?.ok ? listed.members : []
  return (
    <Page title={words.title}>
      <p>{words.lead}</p>
      {!listed && <p role="status">{words.reading}</p>}
      {listed && !listed.ok && <NotListed refusal={listed} />}
      {listed?.ok && (
        <>
          <MemberList members={members} ports={ports} />
          <AgencyList agencies={listed.agencies} ports={ports} />
          <InviteColleague members={members} ports={ports} />
          <InviteAgency invited={listed.agencies} ports={ports} />
          <RecordReference id={reference} onCopy={onCopy} />
        </>
      )}
      {apart?.ok && apart.entries.length > 0 && <KeptApartList entries={apart.entries} ports={ports} onDone={again} />}
      {looked?.ok && <Looks looks={looked.looks} />}
      <button type="button" className="linnet-link" onClick={onBack}>
        {words.back}
      </button>
    </Page>
  )
}

const NotListed = ({ refusal: { problem } }: { refusal: MembersRefusal }) => (
  <p role="alert">{problem === 'not-found' ? words.notMember : words.problems[problem]}</p>
)

function Looks({ looks }: { looks: readonly Look[] }) {
  return (
    <section aria-labelledby="looked">
      <h2 className="nhsuk-heading-m" id="looked">
        {words.looked}
      </h2>
      <p>{looks.length === 0 ? words.noLooks : words.lookedLead}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {looks.map((look) => (
          <li key={look.number}>
            {look.at}: {look.who || words.nobody} {words.looks[look.what] ?? look.what}
            {look.reason && `. ${words.glassReason(look.reason)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
