import { useEffect, useState } from 'react'
import { Radios } from '../controls/choices.tsx'
import { CopyButton } from '../controls/copy-button.tsx'
import { Page } from '../shell/page.tsx'
import { AccountForm } from './account-form.tsx'
import type { Access, ListedDevice, Refusal } from './account-ports.ts'
import { problemInWords } from './problem-in-words.ts'
import { accountWords as words } from './words.ts'

interface PeopleProps {
  /** `until` is in words. */
  invite(wanted: {
    email: string
    role: string
    access: Access
  }): Promise<{ ok: true; link: string; until: string } | Refusal>
  devices(): Promise<{ ok: true; devices: readonly ListedDevice[] } | Refusal>
  revoke(id: string): Promise<{ ok: true } | Refusal>
  /** False when it could not be copied. */
  onCopy(text: string): Promise<boolean>
  onBack(): void
}

/** What an administrator does for the agency. No record is opened by it. */
export function PeopleScreen({ invite, devices, revoke, onCopy, onBack }: PeopleProps) {
  const [access, setAccess] = useState<Access>('practitioner')
  const [made, setMade] = useState<{ link: string; until: string }>()
  return (
    <Page title={words.people}>
      <p>{words.peopleLead}</p>
      <h2 className="nhsuk-heading-m">{words.invite}</h2>
      <AccountForm
        submit={words.inviteDo}
        busy={words.inviteDo}
        fields={[
          { id: 'email', label: words.inviteEmail, missing: words.missing.inviteEmail, kind: 'email' },
          { id: 'role', label: words.inviteRole, missing: words.missing.role },
        ]}
        onSubmit={async ({ email, role }) => {
          const invited = await invite({ email, role, access })
          if (!invited.ok) return invited
          setMade(invited)
          return null
        }}
      >
        <Radios
          id="access"
          label={words.inviteAccess}
          options={(['practitioner', 'supervisor', 'administrator'] as const).map((id) => ({
            id,
            label: words.access[id],
          }))}
          value={access}
          onChange={(chosen) => setAccess(chosen as Access)}
        />
      </AccountForm>
      {made && (
        <div className="nhsuk-inset-text">
          <p role="status">
            {words.inviteLink} {made.until}:
          </p>
          <p>
            <strong>{made.link}</strong>
          </p>
          <CopyButton key={made.link} text={made.link} words={words.linkCopy} onCopy={onCopy} />
        </div>
      )}
      <Devices devices={devices} revoke={revoke} />
      <button type="button" className="linnet-link" onClick={onBack}>
        {words.back}
      </button>
    </Page>
  )
}

function Devices({ devices, revoke }: Pick<PeopleProps, 'devices' | 'revoke'>) {
  const [listed, setListed] = useState<Awaited<ReturnType<PeopleProps['devices']>>>()
  const [asking, setAsking] = useState<ListedDevice>()
  const [problem, setProblem] = useState<Refusal>()
  const [read, setRead] = useState(0)
  useEffect(() => {
    let gone = false
    if (read >= 0) void devices().then((answer) => gone || setListed(answer))
    return () => {
      gone = true
    }
  }, [devices, read])
  const revokeNow = async (device: ListedDevice) => {
    const done = await revoke(device.id)
    setProblem(done.ok ? undefined : done)
    if (!done.ok) return
    setAsking(undefined)
    setRead((n) => n + 1)
  }
  return (
    <section aria-labelledby="devices">
      <h2 className="nhsuk-heading-m" id="devices">
        {words.devices}
      </h2>
      {listed && !listed.ok && <p role="alert">{problemInWords(listed)}</p>}
      {problem && <p role="alert">{problemInWords(problem)}</p>}
      {listed?.ok && listed.devices.length === 0 && <p>{words.noDevices}</p>}
      {listed?.ok && listed.devices.length > 0 && (
        <ul className="nhsuk-list">
          {listed.devices.map((d) => (
            <li key={d.id} className="linnet-thing">
              <p>
                {d.name}, {d.user}. {words.deviceSeen}: {d.lastSeen}
              </p>
              {d.revoked && <p>{words.revokedState}</p>}
              {!d.revoked && asking?.id !== d.id && (
                <button type="button" className="linnet-link" onClick={() => setAsking(d)}>
                  {words.revoke(d.name, d.user)}
                </button>
              )}
              {asking?.id === d.id && !d.revoked && (
                <div>
                  <p>{words.revokeConfirm}</p>
                  <div className="linnet-acts">
                    <button
                      type="button"
                      className="nhsuk-button nhsuk-button--warning"
                      onClick={() => void revokeNow(d)}
                    >
                      {words.revokeDo}
                    </button>
                    <button type="button" className="linnet-link" onClick={() => setAsking(undefined)}>
                      {words.cancel}
                    </button>
                  </div>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
