import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { shellWords as words } from '../ui/shell/words.ts'

/** A part of the app that is loaded when it is first shown; all parts are kept for use without a network. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy(() => load().then((part) => ({ default: part })))
}

/** Says that a part is on its way, and what to do when it does not come. */
export function Arriving({ children }: { children: ReactNode }) {
  return (
    <Guarded failed={<PartFailed />}>
      <Suspense fallback={<p role="status">{words.loading}</p>}>{children}</Suspense>
    </Guarded>
  )
}

/** A part beside what the page is for: that stays on the screen and in use while the part is on its way, and when it does not come. */
export function Beside({ children }: { children: ReactNode }) {
  return (
    <Guarded failed={<Failure />}>
      <Suspense fallback={null}>{children}</Suspense>
    </Guarded>
  )
}

/** A part that did not arrive, or broke, says so; what was recorded is on the disk and in the drafts. */
export function PartFailed() {
  return (
    <main className="nhsuk-main-wrapper" id="main">
      <h1 className="nhsuk-heading-l">{words.failedTitle}</h1>
      <Failure />
    </main>
  )
}

const Failure = () => (
  <>
    <p role="alert">{words.failed}</p>
    <button type="button" className="nhsuk-button" onClick={() => location.reload()}>
      {words.reload}
    </button>
  </>
)

class Guarded extends Component<{ children: ReactNode; failed: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    return this.state.failed ? this.props.failed : this.props.children
  }
}
