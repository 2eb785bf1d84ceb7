import { useState } from 'react'
import { Radios } from '../controls/choices.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { Page } from '../shell/page.tsx'
import { codeField, deviceField } from './account-fields.ts'
import { AccountForm } from './account-form.tsx'
import type {
  Leaving,
  PasskeySignInFields,
  Refusal,
  ShownInvitation,
  SignInAgency,
  SignInFields,
} from './account-ports.ts'
import { AgencySignIn } from './agency-sign-in.tsx'
import { agencyWords } from './agency-sign-in-words.ts'
import { passkeyWords } from './passkey-words.ts'
import { CONFIRM_BY } from './problem-in-words.ts'
import { accountWords as words } from './words.ts'

interface SignInProps {
  /** What this device was called before, if it was connected. */
  device: string
  /** Those with a sign-in of their own. With none there is nothing to choose. */
  agencies: readonly SignInAgency[]
  /** True: this device has signed in by an agency's own sign-in, or comes from there. */
  byProvider?: boolean
  /** The agency whose own sign-in was used the last time. */
  before?: string | undefined
  /** With an invitation there is one way: the own sign-in of its agency. `practitioner`: for whom the device is unlocked. */
  invited?: { invitation: ShownInvitation; practitioner: string } | undefined
  /** What came of the last try, in words. */
  problem?: string | undefined
  /** Asks the server again, where it could not be asked for the ways to sign in. */
  onAgain?: (() => void) | undefined
  onSignIn(fields: SignInFields): Promise<{ ok: true } | Refusal>
  /** Where the browser has passkeys: asks for one, and signs in with it. */
  onPasskey?: ((fields: PasskeySignInFields) => Promise<{ ok: true } | Refusal>) | undefined
  /** Null: the page is being left. */
  onLeave(leaving: Leaving): Promise<Refusal | null>
  onDone(): void
  onBack(): void
}

/** Connects the store of one practitioner on this device with their account at the server. */
export function SignInScreen(props: SignInProps) {
  const { device, agencies, byProvider, before, invited, problem, onAgain, onLeave, onBack } = props
  const [how, setHow] = useState(byProvider ? 'provider' : '')
  const ownSignIn = invited?.invitation.ownSignIn
  return (
    <Page title={words.signIn}>
      {problem && (
        <p className="nhsuk-inset-text" role="alert">
          {problem}
        </p>
      )}
      {onAgain && (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onAgain}>
          {agencyWords.again}
        </button>
      )}
      <p>{words.signInLead}</p>
      {invited && ownSignIn !== undefined ? (
        <Invited {...invited} device={device} agency={ownSignIn} onLeave={onLeave} />
      ) : (
        <>
          {agencies.length > 0 && (
            <PrivateForm onSubmit={(e) => e.preventDefault()}>
              <Radios
                id="how"
                label={agencyWords.how}
                options={[
                  { id: 'provider', label: agencyWords.provider },
                  { id: 'password', label: agencyWords.password },
                ]}
                value={how}
                onChange={setHow}
              />
            </PrivateForm>
          )}
          {agencies.length === 1 && how === 'provider' && <p>{agencyWords.at(agencies[0]?.name ?? '')}</p>}
          {agencies.length > 0 && how === 'provider' && (
            <AgencySignIn agencies={agencies} before={before ?? ''} device={device} onLeave={onLeave} />
          )}
          {(agencies.length === 0 || how === 'password') && <PasswordSignIn {...props} />}
        </>
      )}
      <button type="button" className="linnet-link" onClick={onBack}>
        {words.back}
      </button>
    </Page>
  )
}

function Invited({
  invitation: { email, role, agency: name },
  practitioner,
  agency,
  device,
  onLeave,
}: NonNullable<SignInProps['invited']> & Pick<SignInProps, 'device' | 'onLeave'> & { agency: string }) {
  return (
    <>
      <p>{agencyWords.invited(email, role, name)}</p>
      <p>{agencyWords.inStoreOf(practitioner)}</p>
      <AgencySignIn agencies={[{ id: agency, name }]} before={agency} device={device} onLeave={onLeave} />
    </>
  )
}

type PasswordSignInProps = Pick<SignInProps, 'device' | 'onSignIn' | 'onPasskey' | 'onDone'>

function PasswordSignIn({ device, onSignIn, onPasskey, onDone }: PasswordSignInProps) {
  const [by, setBy] = useState('code')
  const passkey = by === 'passkey' ? onPasskey : undefined
  return (
    <AccountForm
      submit={passkey ? passkeyWords.signIn : words.signInDo}
      busy={passkey ? passkeyWords.signingIn : words.signingIn}
      fields={[
        {
          id: 'email',
          label: words.email,
          missing: words.missing.email,
          kind: 'email',
          autoComplete: 'username',
        },
        {
          id: 'password',
          label: words.password,
          missing: words.missing.password,
          kind: 'password',
          autoComplete: 'current-password',
        },
        { ...codeField, hidden: passkey !== undefined },
        deviceField(device),
      ]}
      onSubmit={async ({ code, ...fields }) => {
        const signed = await (passkey ? passkey(fields) : onSignIn({ ...fields, code }))
        if (!signed.ok) return signed
        onDone()
        return null
      }}
    >
      {(errorOf) =>
        onPasskey && (
          <Radios
            id={CONFIRM_BY}
            label={passkeyWords.how}
            error={errorOf(CONFIRM_BY)}
            options={[
              { id: 'code', label: passkeyWords.code },
              { id: 'passkey', label: passkeyWords.passkey },
            ]}
            value={by}
            onChange={setBy}
          />
        )
      }
    </AccountForm>
  )
}
