import { useState } from 'react'
import { referenceInGroups } from '../../domain/record-reference.ts'
import { Page } from '../shell/page.tsx'
import { glassWords as words } from './words.ts'

interface CheckProps {
  id: string
  reason: string
  onOpen(): Promise<void>
  onChange(): void
}

/** The last look before the owner is told. */
export function GlassCheck({ id, reason, onOpen, onChange }: CheckProps) {
  const [busy, setBusy] = useState(false)
  const open = async () => {
    if (busy) return
    setBusy(true)
    await onOpen()
    setBusy(false)
  }
  return (
    <Page title={words.checkTitle}>
      <h2 className="nhsuk-heading-s">{words.checkReference}</h2>
      <p className="linnet-key">{referenceInGroups(id)}</p>
      <h2 className="nhsuk-heading-s">{words.checkReason}</h2>
      <p>{reason}</p>
      <h2 className="nhsuk-heading-s">{words.what}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {words.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div className="linnet-acts">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--warning"
          disabled={busy}
          onClick={() => void open()}
        >
          {words.open}
        </button>
        <button type="button" className="linnet-link" disabled={busy} onClick={onChange}>
          {words.change}
        </button>
      </div>
      <p role="status">{busy ? words.opening : ''}</p>
    </Page>
  )
}
