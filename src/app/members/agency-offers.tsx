import { useCallback, useEffect, useState } from 'react'
import { WHOLE } from '../../domain/subjects.ts'
import { PURPOSES } from '../../guidance/whole.ts'
import { whenInWords } from '../../report/words.ts'
import type { OpenVault } from '../../storage/vault-port.ts'
import { offersSchema } from '../../sync/sharing-api.ts'
import { Offers } from '../../ui/members/offers.tsx'
import type { Offer } from '../../ui/members/offers-ports.ts'
import type { Connection } from '../account/connection.ts'
import { useSyncView } from '../account/use-account.ts'
import { assessmentPorts } from '../assessment-ports.ts'
import { writeEntries } from '../write-entries.ts'
import { type TakeUpParts, takeUp } from './take-up.ts'
import { whenSent } from './when-sent.ts'

interface AgencyOffersProps {
  vault: OpenVault
  connection: Connection
}

/** Asked for after each round with the server; without an answer what was told last stays. */
export function AgencyOffers({ vault, connection }: AgencyOffersProps) {
  const { is } = useSyncView(connection.syncing)
  const [offers, setOffers] = useState<readonly Offer[]>([])
  const read = useCallback(() => readOffers(connection).then((found) => found && setOffers(found)), [connection])
  useEffect(() => {
    if (is === 'waiting') void read()
  }, [is, read])
  return (
    <Offers
      offers={offers}
      onTakeUp={async (offer) => {
        const taken = await takeUp(offer, partsOf(vault, connection))
        await read()
        return taken
      }}
    />
  )
}

function partsOf(vault: OpenVault, { ask, account, syncing }: Connection): TakeUpParts {
  return {
    ask,
    user: account.user() ?? '',
    store: vault.store,
    save: async (assessment, content) => {
      const written = await writeEntries([content], { ports: assessmentPorts(vault), assessment, contact: WHOLE })
      const [entry] = written.ok ? written.entries : []
      return entry ? { ok: true, entry: entry.id } : { ok: false }
    },
    sent: (assessment, entry) => whenSent(syncing, vault.store, assessment, entry),
  }
}

/** Null when it is not known. Administrators are offered nothing: they are not asked for it. */
async function readOffers({ ask, account }: Connection): Promise<Offer[] | null> {
  await account.check()
  const state = account.current()
  if (state.is !== 'signed-in' || state.access === 'administrator') return null
  const answer = await ask('/api/agency/offers', offersSchema)
  if (!answer.ok) return null
  const { offers, people } = answer.body
  const person = (id: string) => people.find((p) => p.id === id)
  return offers.map(({ assessment, invitation, by, purpose, at, takenUpBy }) => {
    const who = person(by)
    return {
      assessment,
      invitation,
      by: who ? `${who.name}, ${who.role}, ${who.agency.name}` : by,
      purpose: PURPOSES.find((p) => p.id === purpose)?.label ?? '',
      at: whenInWords(at),
      takenUpBy: takenUpBy.map((id) => person(id)?.name ?? id),
    }
  })
}
