import { type ComponentType, useEffect, useState } from 'react'

/** What the answers of a step come to, by step. Each is loaded when its step is first opened. */
const PANELS: Readonly<Record<string, (() => Promise<ComponentType>) | undefined>> = {
  CON: () => import('./consumption-panel.tsx').then((m) => m.ConsumptionPanel),
}

/** Stands above the questions. A panel that does not arrive takes no question with it. */
export function StepPanel({ step }: { step: string }) {
  const [panel, setPanel] = useState<{ Shown: ComponentType }>()
  useEffect(() => {
    let gone = false
    PANELS[step]?.().then(
      (Shown) => gone || setPanel({ Shown }),
      () => undefined,
    )
    return () => {
      gone = true
      setPanel(undefined)
    }
  }, [step])
  return panel ? <panel.Shown /> : null
}
