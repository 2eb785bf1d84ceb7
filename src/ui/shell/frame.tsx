import type { ReactNode } from 'react'
import { shellWords as words } from './words.ts'

export interface FrameActions {
  onHide(): void
  onLock(): void
  onHome(): void
  onSettings(): void
}

/** The band at the top of each page and the width of what is under it. "Hide screen" is on every page of a session. */
export function Frame({ children, actions }: { children: ReactNode; actions?: FrameActions }) {
  return (
    <>
      <a className="nhsuk-skip-link" href="#main">
        {words.skip}
      </a>
      <header className="linnet-band">
        <div className="nhsuk-width-container linnet-band__inner">
          {actions ? (
            <button type="button" className="linnet-band__name" onClick={actions.onHome}>
              {words.app}
            </button>
          ) : (
            <span className="linnet-band__name">{words.app}</span>
          )}
          {actions && (
            <nav aria-label={words.session} className="linnet-band__acts">
              <button type="button" onClick={actions.onSettings}>
                {words.settings}
              </button>
              <button type="button" onClick={actions.onLock}>
                {words.lock}
              </button>
              <button type="button" className="linnet-band__hide" onClick={actions.onHide}>
                {words.hide}
              </button>
            </nav>
          )}
        </div>
      </header>
      <div className="nhsuk-width-container">{children}</div>
    </>
  )
}
