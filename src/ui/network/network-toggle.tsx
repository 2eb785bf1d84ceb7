import { lazy, Suspense, useState } from 'react'
import { networkPanelWords as words } from './words.ts'

const NetworkPanel = lazy(() => import('./network-panel.tsx'))

/** Opens the network in pictures and tables. It is loaded and drawn only while it is open. */
export function NetworkToggle() {
  const [open, setOpen] = useState(false)
  return (
    <div className="linnet-network">
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        aria-expanded={open}
        onClick={() => setOpen((o) => !o)}
      >
        {open ? words.hide : words.show}
      </button>
      {open && (
        <Suspense fallback={<p role="status">{words.loading}</p>}>
          <NetworkPanel />
        </Suspense>
      )}
    </div>
  )
}
