import type { OpenProblem } from '../../machines/session-machine.ts'
import { Page } from '../shell/page.tsx'
import { sessionWords as words } from './words.ts'

/** The store would not open: which problem it is, and what to do. Nothing is deleted. */
export function UnavailableScreen({ problem, onRetry }: { problem: OpenProblem; onRetry(): void }) {
  return (
    <Page title={words.unavailableTitle}>
      <p role="alert">{words.unavailable[problem]}</p>
      <button type="button" className="nhsuk-button" onClick={onRetry}>
        {words.tryAgain}
      </button>
    </Page>
  )
}
