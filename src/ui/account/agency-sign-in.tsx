import { useState } from 'react'
import { Radios } from '../controls/choices.tsx'
import { deviceField } from './account-fields.ts'
import { AccountForm } from './account-form.tsx'
import type { Leaving, Refusal, SignInAgency } from './account-ports.ts'
import { agencyWords as words } from './agency-sign-in-words.ts'

interface AgencySignInProps {
  /** With one only, it is named above. */
  agencies: readonly SignInAgency[]
  /** The id of the agency that was used before; empty if none was. */
  before: string
  device: string
  onLeave(leaving: Leaving): Promise<Refusal | null>
}

/** Leaves for the own sign-in of an agency. */
export function AgencySignIn({ agencies, before, device, onLeave }: AgencySignInProps) {
  const only = agencies.length === 1 ? agencies[0] : undefined
  const [agency, setAgency] = useState(only?.id ?? agencies.find(({ id }) => id === before)?.id ?? '')
  return (
    <AccountForm
      submit={words.go}
      busy={words.going}
      fields={[deviceField(device)]}
      lacks={agency === '' ? [{ field: 'agency', text: words.agencyMissing }] : []}
      onSubmit={(fields) => onLeave({ agency, device: fields.device.trim() })}
    >
      {(errorOf) => (
        <>
          {!only && (
            <Radios
              id="agency"
              label={words.agency}
              error={errorOf('agency')}
              options={agencies.map(({ id, name }) => ({ id, label: name }))}
              value={agency}
              onChange={setAgency}
            />
          )}
          <p>{words.before}</p>
        </>
      )}
    </AccountForm>
  )
}
