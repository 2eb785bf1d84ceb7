import { type ComponentType, useEffect, useState } from 'react'
import { stepWords as words } from './words.ts'

/** What the answers of a step come to, by step. Each is loaded when its step is first opened. */
const PANELS: Readonly<Record<string, (() => Promise<ComponentType>) | undefined>> = {
  CON: () => import('./consumption-panel.tsx').then((m) => m.ConsumptionPanel),
  CAP: () => import('../care/care-panel.tsx').then((m) => m.CarePanel),
  NET: () => import('../network/network-toggle.tsx').then((m) => m.NetworkToggle),
  SLP: () => import('../sleep/sleep-panel.tsx').then((m) => m.SleepPanel),
  TRI: () => import('../claims/claims-panel.tsx').then((m) => m.ClaimsPanel),
}

/** Stands above the questions. A panel that does not arrive says so, and takes no question with it. */
export function StepPanel({ step }: { step: string }) {
  const [panel, setPanel] = useState<{ Shown: ComponentType } | 'failed'>()
  useEffect(() => {
    let gone = false
    PANELS[step]?.().then(
      (Shown) => gone || setPanel({ Shown }),
      () => gone || setPanel('failed'),
    )
    return () => {
      gone = true
      setPanel(undefined)
    }
  }, [step])
  if (panel === 'failed') return <p role="alert">{words.panelFailed}</p>
  return panel ? <panel.Shown /> : null
}
