import { useLocation } from 'wouter'
import { SignInScreen } from '../../ui/account/sign-in-screen.tsx'
import type { AccountService } from './account-service.ts'

export function SignInPage({ account }: { account: AccountService }) {
  const [, go] = useLocation()
  return (
    <SignInScreen
      device={account.deviceName()}
      onSignIn={account.signIn}
      onDone={() => go('/device', { replace: true })}
      onBack={() => go('/device')}
    />
  )
}
