import { useEffect, useState } from 'react'
import { Page } from '../shell/page.tsx'
import { codeField } from './account-fields.ts'
import { AccountForm } from './account-form.tsx'
import type { AcceptedFields, Refusal, ShownInvitation } from './account-ports.ts'
import { agencyWords } from './agency-sign-in-words.ts'
import { problemInWords } from './problem-in-words.ts'
import { accountWords as words } from './words.ts'

interface InvitationProps {
  read(): Promise<{ ok: true; invitation: ShownInvitation } | Refusal>
  accept(fields: AcceptedFields): Promise<{ ok: true } | Refusal>
  /** Goes on to the page for signing in, with the invitation: by the own sign-in of its agency. */
  onOwnSignIn(): void
  onDone(): void
}

/** What somebody does once with the link from their administrator: a name, a password and an authenticator app. */
export function InvitationScreen({ read, accept, onOwnSignIn, onDone }: InvitationProps) {
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
        <Invited invitation={found.invitation} accept={accept} onOwnSignIn={onOwnSignIn} onDone={() => setDone(true)} />
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

interface AcceptingProps extends Pick<InvitationProps, 'accept' | 'onDone'> {
  invitation: ShownInvitation
}

function Accepting({ invitation, accept, onDone }: AcceptingProps) {
  const { secret, otpauth } = invitation
  return (
    <>
      <h2 className="nhsuk-heading-m">{words.invitationSecret}</h2>
      <p className="linnet-key">{inFours(secret)}</p>
      <p>{words.invitationSecretHint}</p>
      <p>
        <a href={otpauth}>{words.invitationOpen}</a>
      </p>
      <AccountForm
        submit={words.invitationDo}
        busy={words.invitationDoing}
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
          codeField,
        ]}
        onSubmit={async (fields) => {
          const accepted = await accept(fields)
          if (!accepted.ok) return accepted
          onDone()
          return null
        }}
      />
    </>
  )
}

/** For typing it over. */
const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')
