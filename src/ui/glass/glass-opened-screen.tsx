import { Page } from '../shell/page.tsx'
import { glassWords as words } from './words.ts'

interface OpenedProps {
  /** In words; null for a member. */
  until: string | null
  state: keyof typeof words.state
  onAgain(): void
  onList(): void
}

/** The record is on its way to this device; it is shown once it is there. */
export function GlassOpenedScreen({ until, state, onAgain, onList }: OpenedProps) {
  return (
    <Page title={until === null ? words.memberTitle : words.openedTitle}>
      <p>{until === null ? words.memberText : words.openedText(until)}</p>
      <p role="status">{words.state[state]}</p>
      <div className="linnet-acts">
        {state === 'waiting' && (
          <button type="button" className="nhsuk-button" onClick={onAgain}>
            {words.again}
          </button>
        )}
        <button type="button" className="linnet-link" onClick={onList}>
          {words.toList}
        </button>
      </div>
    </Page>
  )
}
