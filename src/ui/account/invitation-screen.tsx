import { useEffect, useState } from 'react'
import { Radios } from '../controls/choices.tsx'
import { Page } from '../shell/page.tsx'
import { codeField } from './account-fields.ts'
import { AccountForm } from './account-form.tsx'
import type { AcceptedFields, PasskeyAcceptedFields, Refusal, ShownInvitation } from './account-ports.ts'
import { agencyWords } from './agency-sign-in-words.ts'
import { passkeyWords } from './passkey-words.ts'
import { CONFIRM_BY, problemInWords } from './problem-in-words.ts'
import { accountWords as words } from './words.ts'

interface InvitationProps {
  read(): Promise<{ ok: true; invitation: ShownInvitation } | Refusal>
  accept(fields: AcceptedFields): Promise<{ ok: true } | Refusal>
  /** Where the browser has passkeys: makes one, and sets the account up with it. */
  acceptWithPasskey?: ((fields: PasskeyAcceptedFields) => Promise<{ ok: true } | Refusal>) | undefined
  /** Goes on to the page for signing in, with the invitation: by the own sign-in of its agency. */
  onOwnSignIn(): void
  onDone(): void
}

/** What somebody does once with the link from their administrator: a name, a password, and an authenticator app or a passkey. */
export function InvitationScreen({ read, onOwnSignIn, onDone, ...ports }: InvitationProps) {
  const [found, setFound] = useState<Awaited<ReturnType<InvitationProps['read']>>>()
  const [done, setDone] = useState(false)
  useEffect(() => {
    let gone = false
    void read().then((answer) => gone || setFound(answer))
    return () => {
      gone = true
    }
  }, [read])
  if (done) {
    return (
      <Page title={words.invitationDone}>
        <p>{words.invitationNext}</p>
        <button type="button" className="nhsuk-button" onClick={onDone}>
          {words.invitationToLinnet}
        </button>
      </Page>
    )
  }
  return (
    <Page title={words.invitation}>
      {!found && <p role="status">{words.invitationLoading}</p>}
      {found && !found.ok && <p role="alert">{problemInWords(found)}</p>}
      {found?.ok && (
        <Invited {...ports} invitation={found.invitation} onOwnSignIn={onOwnSignIn} onDone={() => setDone(true)} />
      )}
    </Page>
  )
}

type InvitedProps = AcceptingProps & Pick<InvitationProps, 'onOwnSignIn'>

/** Where the agency has a sign-in of its own, a password of ours is the second choice. */
function Invited({ onOwnSignIn, ...accepting }: InvitedProps) {
  const { email, role, agency, ownSignIn } = accepting.invitation
  const [byPassword, setByPassword] = useState(ownSignIn === undefined)
  return (
    <>
      <p>{words.invitationFor(email, role, agency)}</p>
      {ownSignIn !== undefined && (
        <>
          <h2 className="nhsuk-heading-m">{agencyWords.invitationTitle(agency)}</h2>
          <p>{agencyWords.invitationSteps}</p>
          <p>{agencyWords.invitationShared}</p>
          <button type="button" className="nhsuk-button" onClick={onOwnSignIn}>
            {agencyWords.invitationDo}
          </button>
        </>
      )}
      {byPassword ? (
        <Accepting {...accepting} />
      ) : (
        <p>
          <button type="button" className="linnet-link" onClick={() => setByPassword(true)}>
            {agencyWords.invitationPassword}
          </button>
        </p>
      )}
    </>
  )
}

interface AcceptingProps extends Pick<InvitationProps, 'accept' | 'acceptWithPasskey' | 'onDone'> {
  invitation: ShownInvitation
}

function Accepting({ invitation, accept, acceptWithPasskey, onDone }: AcceptingProps) {
  const [by, setBy] = useState('app')
  const passkey = by === 'passkey' ? acceptWithPasskey : undefined
  return (
    <AccountForm
      submit={passkey ? passkeyWords.make : words.invitationDo}
      busy={passkey ? passkeyWords.making : words.invitationDoing}
      fields={[
        {
          id: 'name',
          label: words.invitationName,
          hint: words.invitationNameHint,
          missing: words.missing.name,
          autoComplete: 'name',
        },
        {
          id: 'password',
          label: words.invitationPassword,
          hint: words.invitationPasswordHint,
          missing: words.missing.password,
          kind: 'password',
          autoComplete: 'new-password',
        },
        { ...codeField, hidden: passkey !== undefined },
      ]}
      inWords={(refusal) => (refusal.problem === 'no-passkey' ? passkeyWords.notMade : problemInWords(refusal))}
      onSubmit={async ({ code, ...fields }) => {
        const accepted = await (passkey ? passkey(fields) : accept({ ...fields, code }))
        if (!accepted.ok) return accepted
        onDone()
        return null
      }}
    >
      {(errorOf) => (
        <>
          {acceptWithPasskey && (
            <Radios
              id={CONFIRM_BY}
              label={passkeyWords.howLater}
              error={errorOf(CONFIRM_BY)}
              options={[
                { id: 'app', label: passkeyWords.app },
                { id: 'passkey', label: passkeyWords.made },
              ]}
              value={by}
              onChange={setBy}
            />
          )}
          {passkey ? <AboutPasskeys /> : <AppKey {...invitation} />}
        </>
      )}
    </AccountForm>
  )
}

function AboutPasskeys() {
  return (
    <>
      <p>{passkeyWords.what}</p>
      <p>{passkeyWords.elsewhere}</p>
    </>
  )
}

/** What to put into an authenticator app. */
function AppKey({ secret, otpauth }: Pick<ShownInvitation, 'secret' | 'otpauth'>) {
  return (
    <>
      <h2 className="nhsuk-heading-m">{words.invitationSecret}</h2>
      <p className="linnet-key">{inFours(secret)}</p>
      <p>{words.invitationSecretHint}</p>
      <p>
        <a href={otpauth}>{words.invitationOpen}</a>
      </p>
    </>
  )
}

/** For typing it over. */
const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')
