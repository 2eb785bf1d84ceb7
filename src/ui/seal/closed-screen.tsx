import { type ReactNode, useState } from 'react'
import { Page } from '../shell/page.tsx'
import { sealWords as words } from './words.ts'

interface ClosedProps {
  /** Answers with `ok`; what was begun takes the place of this page. */
  onBegin(): Promise<{ ok: boolean }>
  onList(): void
  children: ReactNode
}

/** An assessment of which nothing that is open tells who is in the room: a contact of its own comes first. */
export function ClosedScreen({ onBegin, onList, children }: ClosedProps) {
  const [state, setState] = useState<'beginning' | 'failed'>()
  const begin = async () => {
    setState('beginning')
    if (!(await onBegin()).ok) setState('failed')
  }
  return (
    <Page title={words.pageTitle}>
      {children}
      <p>{words.beginWhy}</p>
      <div className="linnet-acts">
        <button type="button" className="nhsuk-button" disabled={state === 'beginning'} onClick={() => void begin()}>
          {words.begin}
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onList}>
          {words.toList}
        </button>
      </div>
      <p role="status">{state === 'beginning' ? words.beginning : ''}</p>
      {state === 'failed' && <p role="alert">{words.beginFailed}</p>}
    </Page>
  )
}
