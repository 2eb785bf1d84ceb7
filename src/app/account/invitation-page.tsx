import { useCallback, useState } from 'react'
import type { AcceptedFields } from '../../ui/account/account-ports.ts'
import { InvitationScreen } from '../../ui/account/invitation-screen.tsx'
import { accountClient } from './account-client.ts'
import { askServer } from './ask-server.ts'

const client = accountClient(
  askServer((...request) => fetch(...request)),
  location.origin,
)

/** Opens without a passphrase: whoever is invited may have no store on this device yet. */
export function InvitationPage({ onDone }: { onDone(): void }) {
  const [token] = useState(takeToken)
  const read = useCallback(() => client.invitation(token), [token])
  const accept = useCallback((fields: AcceptedFields) => client.accept(token, withoutSpaces(fields)), [token])
  return <InvitationScreen read={read} accept={accept} onDone={onDone} />
}

/** The address bar and the history keep no way into somebody's account. */
function takeToken(): string {
  const token = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
  return token
}

const withoutSpaces = ({ code, ...fields }: AcceptedFields): AcceptedFields => ({
  ...fields,
  code: code.replaceAll(/\s/g, ''),
})
