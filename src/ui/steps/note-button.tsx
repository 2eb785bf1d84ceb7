import { Suspense, useState } from 'react'
import { NOTE_SLOT } from '../../domain/entry-kinds.ts'
import { useWorkspace } from '../workspace.ts'
import { NoteDialog } from './note-later.ts'
import { stepWords as words } from './words.ts'

/** On every page. A note that was being written when the assessment was last open is there again at once. */
export function NoteButton({ step, onHide }: { step: string | undefined; onHide(): void }) {
  const workspace = useWorkspace()
  const [restored] = useState(() => workspace.draftsOf(NOTE_SLOT).length > 0)
  const [asked, setAsked] = useState<{ step: string | undefined }>()
  const [saved, setSaved] = useState(false)
  const ask = () => {
    setSaved(false)
    setAsked({ step })
  }
  return (
    <>
      <div className="linnet-note-button">
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={ask}>
          {words.note}
        </button>
        <p role="status" className="linnet-save">
          {saved ? words.noteSaved : ''}
        </p>
      </div>
      {(restored || asked) && (
        <Suspense fallback={null}>
          <NoteDialog asked={asked} onSaved={() => setSaved(true)} onHide={onHide} />
        </Suspense>
      )}
    </>
  )
}
