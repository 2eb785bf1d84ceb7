import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import type { AcceptedFields } from '../../ui/account/account-ports.ts'
import { InvitationScreen } from '../../ui/account/invitation-screen.tsx'
import { accountClient } from './account-client.ts'
import { askServer } from './ask-server.ts'
import { withInvitation } from './sign-in-address.ts'

const client = accountClient(
  askServer((...request) => fetch(...request)),
  location.origin,
)

/** Opens without a passphrase: whoever is invited may have no store on this device yet. */
export function InvitationPage({ onDone }: { onDone(): void }) {
  // It stays in the address until it is used up, so that the page can be loaded again.
  const [token] = useState(() => location.hash.slice(1))
  const [, go] = useLocation()
  const read = useCallback(() => client.invitation(token), [token])
  const accept = useCallback(
    async (fields: AcceptedFields) => {
      const accepted = await client.accept(token, withoutSpaces(fields))
      if (accepted.ok) history.replaceState(null, '', location.pathname)
      return accepted
    },
    [token],
  )
  // In the place of this page: the token stays in one address only.
  const byOwnSignIn = () => go(withInvitation(token), { replace: true })
  return <InvitationScreen read={read} accept={accept} onOwnSignIn={byOwnSignIn} onDone={onDone} />
}

const withoutSpaces = ({ code, ...fields }: AcceptedFields): AcceptedFields => ({
  ...fields,
  code: code.replaceAll(/\s/g, ''),
})
