import { Page } from '../shell/page.tsx'
import { AccountForm } from './account-form.tsx'
import type { Refusal, SignInFields } from './account-ports.ts'
import { accountWords as words } from './words.ts'

interface SignInProps {
  /** What this device was called before, if it was connected. */
  device: string
  onSignIn(fields: SignInFields): Promise<{ ok: true } | Refusal>
  onDone(): void
  onBack(): void
}

/** Connects the store of one practitioner on this device with their account at the server. */
export function SignInScreen({ device, onSignIn, onDone, onBack }: SignInProps) {
  return (
    <Page title={words.signIn}>
      <p>{words.signInLead}</p>
      <AccountForm
        submit={words.signInDo}
        busy={words.signingIn}
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
          {
            id: 'code',
            label: words.code,
            hint: words.codeHint,
            missing: words.missing.code,
            kind: 'code',
            autoComplete: 'one-time-code',
          },
          { id: 'device', label: words.device, hint: words.deviceHint, missing: words.missing.device, initial: device },
        ]}
        onSubmit={async (fields) => {
          const signed = await onSignIn(fields)
          if (!signed.ok) return signed
          onDone()
          return null
        }}
      />
      <button type="button" className="linnet-link" onClick={onBack}>
        {words.back}
      </button>
    </Page>
  )
}
