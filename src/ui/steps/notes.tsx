import { Suspense } from 'react'
import { useWorkspace } from '../workspace.ts'
import { FiledNotes, NotesToFile } from './note-later.ts'

/** The notes that belong to a step, or those that wait for one. */
export function Notes({ step }: { step?: string }) {
  const { view } = useWorkspace()
  if (view.record.ofKind('note').length === 0) return null
  return <Suspense fallback={null}>{step ? <FiledNotes step={step} /> : <NotesToFile />}</Suspense>
}
