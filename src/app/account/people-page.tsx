import { useLocation } from 'wouter'
import { PeopleScreen } from '../../ui/account/people-screen.tsx'
import { copyText } from '../copy-text.ts'
import type { AccountClient } from './account-client.ts'

export function PeoplePage({ client }: { client: AccountClient }) {
  const [, go] = useLocation()
  return (
    <PeopleScreen
      invite={client.invite}
      devices={client.devices}
      revoke={client.revoke}
      onCopy={copyText}
      onBack={() => go('/device')}
    />
  )
}
