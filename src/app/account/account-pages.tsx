import { useEffect } from 'react'
import type { OpenVault } from '../../storage/vault-port.ts'
import { shellWords } from '../../ui/shell/words.ts'
import { GlassPage } from '../glass/glass-page.tsx'
import { MembersPage } from '../members/members-page.tsx'
import type { Connection } from './connection.ts'
import { PeoplePage } from './people-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { UnsentPage } from './unsent-page.tsx'

interface AccountPagesProps {
  page: string
  /** The assessment that the page is about. */
  assessment?: string | undefined
  vault: OpenVault
  connection: Connection | null
  open(): Promise<void>
}

/** The pages about the practitioner's service. */
export function AccountPages({ page, assessment, vault, connection, open }: AccountPagesProps) {
  useEffect(() => {
    if (!connection) void open()
  }, [connection, open])
  if (!connection) return <p role="status">{shellWords.loading}</p>
  if (page === 'sign-in') return <SignInPage vault={vault} connection={connection} />
  if (page === 'glass') return <GlassPage vault={vault} connection={connection} />
  if (page === 'people') return <PeoplePage client={connection.client} />
  if (page === 'members' && assessment) return <MembersPage id={assessment} vault={vault} connection={connection} />
  return <UnsentPage vault={vault} connection={connection} />
}
