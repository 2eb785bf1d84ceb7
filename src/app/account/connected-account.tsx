import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { AccountState } from '../../ui/account/account-ports.ts'
import { AccountSection } from '../../ui/account/account-section.tsx'
import type { Connection } from './connection.ts'
import { useAccountState } from './use-account.ts'

interface ConnectedAccountProps {
  connection: Connection | null
  open(): Promise<void>
}

/** Whether this vault is connected, and as whom the server knows the practitioner now. */
export function ConnectedAccount({ connection, open }: ConnectedAccountProps) {
  const [, go] = useLocation()
  if (connection) return <Shown connection={connection} />
  return (
    <AccountSection
      account={LOCAL}
      onConnect={() => void open().then(() => go('/service/sign-in'))}
      onSignOut={async () => ({ ok: true })}
      onPeople={() => go('/service/people')}
      onGlass={() => go('/service/glass')}
      onUnsent={() => go('/service/unsent')}
    />
  )
}

const LOCAL: AccountState = { is: 'local' }

function Shown({ connection }: { connection: Connection }) {
  const [, go] = useLocation()
  const account = useAccountState(connection)
  useEffect(() => {
    void connection.account.check()
  }, [connection])
  return (
    <AccountSection
      account={account}
      onConnect={() => go('/service/sign-in')}
      onSignOut={async () => {
        const left = await connection.account.signOut()
        if (left.ok) connection.syncing.ask()
        return left
      }}
      onPeople={() => go('/service/people')}
      onGlass={() => go('/service/glass')}
      onUnsent={() => go('/service/unsent')}
    />
  )
}
