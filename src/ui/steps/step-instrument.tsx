import { type ComponentType, lazy, Suspense } from 'react'

/** What a step shows above its questions, made from the answers of its questions; loaded when the step is opened. */
const INSTRUMENTS: Readonly<Record<string, ComponentType>> = {
  CAP: lazy(() => import('../care/care-panel.tsx').then((m) => ({ default: m.CarePanel }))),
  SLP: lazy(() => import('../sleep/sleep-panel.tsx').then((m) => ({ default: m.SleepPanel }))),
}

export function StepInstrument({ step }: { step: string }) {
  const Instrument = INSTRUMENTS[step]
  return (
    Instrument && (
      <Suspense fallback={null}>
        <Instrument />
      </Suspense>
    )
  )
}
