import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import type { AcceptedFields, Refusal } from '../../ui/account/account-ports.ts'
import { InvitationScreen } from '../../ui/account/invitation-screen.tsx'
import { accountClient } from './account-client.ts'
import { askServer } from './ask-server.ts'
import { acceptWithPasskey, hasPasskeys } from './passkeys.ts'
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
  // In the place of this page: the token stays in one address only.
  const byOwnSignIn = () => go(withInvitation(token), { replace: true })
  return (
    <InvitationScreen
      read={read}
      accept={(fields) => usedUp(client.accept(token, withoutSpaces(fields)))}
      acceptWithPasskey={hasPasskeys() ? (fields) => usedUp(acceptWithPasskey(client, token, fields)) : undefined}
      onOwnSignIn={byOwnSignIn}
      onDone={onDone}
    />
  )
}

/** Once it is accepted, the token leaves the address. */
async function usedUp(accepting: Promise<{ ok: true } | Refusal>): Promise<{ ok: true } | Refusal> {
  const accepted = await accepting
  if (accepted.ok) history.replaceState(null, '', location.pathname)
  return accepted
}

const withoutSpaces = ({ code, ...fields }: AcceptedFields): AcceptedFields => ({
  ...fields,
  code: code.replaceAll(/\s/g, ''),
})
