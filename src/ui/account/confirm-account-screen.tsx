import { useState } from 'react'
import { Page } from '../shell/page.tsx'
import { agencyWords as words } from './agency-sign-in-words.ts'

interface ConfirmAccountProps {
  /** As the agency knows whoever signed in. */
  account: { name: string; role: string; agency: string }
  onConfirm(): Promise<void>
  onDecline(): Promise<void>
}

/** The sign-in at the agency's own may have been somebody else's, who is still signed in there: so a person says yes. */
export function ConfirmAccountScreen({ account: { name, role, agency }, onConfirm, onDecline }: ConfirmAccountProps) {
  const [busy, setBusy] = useState(false)
  const once = async (act: () => Promise<void>) => {
    setBusy(true)
    await act()
    setBusy(false)
  }
  return (
    <Page title={words.confirmTitle}>
      <p>{words.confirm(name, role, agency)}</p>
      <p>{words.confirmMeans}</p>
      <div className="linnet-acts">
        <button type="button" className="nhsuk-button" disabled={busy} onClick={() => void once(onConfirm)}>
          {words.confirmDo}
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          disabled={busy}
          onClick={() => void once(onDecline)}
        >
          {words.decline}
        </button>
      </div>
      <p role="status">{busy ? words.connecting : ''}</p>
    </Page>
  )
}
