import type { OpenVault } from '../../storage/vault-port.ts'
import type { Connection } from '../account/connection.ts'
import { AgencyOffers } from './agency-offers.tsx'
import { OwnerNotices } from './owner-notices.tsx'

interface ListNoticesProps {
  vault: OpenVault
  connection: Connection
  /** What the list calls an assessment. */
  nameOf(assessment: string): string
}

/** What the practitioner's service has to tell, above the list of assessments. */
export const ListNotices = ({ vault, connection, nameOf }: ListNoticesProps) => (
  <>
    <OwnerNotices connection={connection} nameOf={nameOf} />
    <AgencyOffers vault={vault} connection={connection} />
  </>
)
