import { useCallback } from 'react'
import { WHOLE } from '../../domain/subjects.ts'
import { PURPOSES } from '../../guidance/whole.ts'
import { whenInWords } from '../../report/words.ts'
import type { OpenVault } from '../../storage/vault-port.ts'
import { offersSchema } from '../../sync/sharing-api.ts'
import { Offers } from '../../ui/members/offers.tsx'
import type { Offer } from '../../ui/members/offers-ports.ts'
import type { Connection } from '../account/connection.ts'
import { assessmentPorts } from '../assessment-ports.ts'
import { writeEntries } from '../write-entries.ts'
import { type TakeUpParts, takeUp } from './take-up.ts'
import { personInWords, useAfterRounds } from './use-after-rounds.ts'
import { whenSent } from './when-sent.ts'

interface AgencyOffersProps {
  vault: OpenVault
  connection: Connection
}

/** What is offered to the practitioner's agency, as the server told it last. */
export function AgencyOffers({ vault, connection }: AgencyOffersProps) {
  const ask = useCallback(() => readOffers(connection), [connection])
  const [offers, read] = useAfterRounds(connection.syncing, ask)
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
  return offers.map(({ assessment, invitation, by, purpose, at, takenUpBy }) => ({
    assessment,
    invitation,
    by: personInWords(people, by),
    purpose: PURPOSES.find((p) => p.id === purpose)?.label ?? '',
    at: whenInWords(at),
    takenUpBy: takenUpBy.map((id) => people.find((p) => p.id === id)?.name ?? id),
  }))
}
