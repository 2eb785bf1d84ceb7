import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { OpenVault } from '../../storage/vault-port.ts'
import type { Leaving, Refusal } from '../../ui/account/account-ports.ts'
import { agencyWords } from '../../ui/account/agency-sign-in-words.ts'
import { ConfirmAccountScreen } from '../../ui/account/confirm-account-screen.tsx'
import { SignInScreen } from '../../ui/account/sign-in-screen.tsx'
import { lockAndLeaveFor } from '../put-away.ts'
import type { Connection } from './connection.ts'
import { hasPasskeys, signInWithPasskey } from './passkeys.ts'
import { departureAddress, readAddress } from './sign-in-address.ts'
import { beginSignIn, confirmAccount, declineAccount, type SigningIn } from './signing-in.ts'

interface SignInPageProps {
  vault: OpenVault
  connection: Connection
}

/** Signing in, and the way back from an agency's own sign-in. */
export function SignInPage({ vault: { profile }, connection }: SignInPageProps) {
  const { account, client } = connection
  const [, go] = useLocation()
  const [address] = useState(() => readAddress(location.hash))
  const [at, setAt] = useState<SigningIn>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    let gone = false
    const begin = async () => {
      const begun = await beginSignIn(connection, address)
      if (gone) return
      // Told once. An invitation stays until it is used, so that the page can be loaded again.
      if (address.came !== null) forgetAddress()
      setAt(begun)
    }
    if (round >= 0) void begin()
    return () => {
      gone = true
    }
  }, [connection, address, round])
  useEffect(() => {
    if (at?.is === 'done') go('/device', { replace: true })
  }, [at, go])

  /** Asked once more first: a browser that leaves without a network shows an error of its own. */
  async function leave({ agency, device: name }: Leaving, anew: boolean): Promise<Refusal | null> {
    const there = await client.agencies()
    if (!there.ok) return there
    forgetAddress()
    const device = { id: profile.device, name }
    lockAndLeaveFor(departureAddress({ agency, device, invitation: address.invitation, anew }))
    return null
  }

  if (!at || at.is === 'done') return <p role="status">{agencyWords.asking}</p>
  if (at.is === 'confirming') {
    return (
      <ConfirmAccountScreen
        account={at.account}
        onConfirm={async () => setAt(await confirmAccount(connection, at.account.user))}
        onDecline={async () => setAt(await declineAccount(connection))}
      />
    )
  }
  const { agencies, invitation, problem, anew, unasked } = at
  return (
    <SignInScreen
      device={account.deviceName()}
      agencies={agencies}
      byProvider={account.provider() !== undefined || address.came !== null || anew}
      before={account.provider()}
      invited={invitation && { invitation, practitioner: profile.name }}
      problem={problem}
      onAgain={unasked ? () => setRound((n) => n + 1) : undefined}
      onSignIn={account.signIn}
      onPasskey={hasPasskeys() ? (fields) => signInWithPasskey(connection, fields) : undefined}
      onLeave={(leaving) => leave(leaving, anew)}
      onDone={() => go('/device', { replace: true })}
      onBack={() => go('/device')}
    />
  )
}

/** What came with it is over, and a token is left in no history. */
const forgetAddress = () => history.replaceState(null, '', location.pathname)
