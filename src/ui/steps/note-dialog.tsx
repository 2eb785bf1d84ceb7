import { useEffect, useRef, useState } from 'react'
import { NOTE_SLOT, type NoteValue } from '../../domain/entry-kinds.ts'
import { recordWords } from '../../report/words.ts'
import { Radios, Select } from '../controls/choices.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextArea } from '../controls/text-field.tsx'
import { questionWords } from '../questions/words.ts'
import { shellWords } from '../shell/words.ts'
import { useWorkspace } from '../workspace.ts'
import { stepWords as words } from './words.ts'

interface Typed {
  sense: string
  text: string
  step: string
}
const SENSES = (['seen', 'heard', 'smelled'] as const).map((id) => ({ id, label: recordWords.senses[id] }))

/** A quick observation from any page. What is typed is a draft like any other: locking does not lose it. */
export function NoteButton({ step, onHide }: { step: string | undefined; onHide(): void }) {
  const workspace = useWorkspace()
  const dialog = useRef<HTMLDialogElement>(null)
  const [draft] = useState(() => workspace.draftsOf(NOTE_SLOT)[0])
  const [subject, setSubject] = useState(() => draft?.slot.subject ?? workspace.newId())
  const [typed, setTyped] = useState<Typed>(() => readTyped(draft?.raw) ?? { sense: '', text: '', step: '' })
  const [problem, setProblem] = useState<{ field: 'sense' | 'text' | 'save'; text: string }>()
  const [saved, setSaved] = useState(false)
  const saving = useRef(false)
  const slot = { question: NOTE_SLOT, subject }
  const restored = draft !== undefined
  useEffect(() => {
    if (restored) dialog.current?.showModal()
  }, [restored])

  const change = (next: Typed) => {
    setTyped(next)
    // A step alone is no note: nothing is left to keep.
    if (next.text === '' && next.sense === '') workspace.dropDraft(slot)
    else workspace.journal({ slot, raw: next, seenHeads: [] })
  }
  const open = () => {
    setSaved(false)
    if (typed.text === '' && typed.step === '' && step) setTyped({ ...typed, step })
    dialog.current?.showModal()
  }
  const save = async () => {
    if (saving.current) return
    if (typed.sense === '') return setProblem({ field: 'sense', text: words.noteSenseMissing })
    if (typed.text.trim() === '') return setProblem({ field: 'text', text: words.noteWordsMissing })
    const value: NoteValue = {
      sense: typed.sense as NoteValue['sense'],
      words: typed.text.trim(),
      ...(typed.step && { step: typed.step }),
    }
    saving.current = true
    const result = await workspace.save({ kind: 'note', slot, value, seen: [], basis: { how: 'seen' } })
    saving.current = false
    if (!result.ok) {
      const why = questionWords.saveProblems[result.reason]
      return setProblem({ field: 'save', text: `${words.noteNotSaved}. ${why}` })
    }
    workspace.dropDraft(slot)
    setSubject(workspace.newId())
    setTyped({ sense: '', text: '', step: '' })
    setProblem(undefined)
    setSaved(true)
    dialog.current?.close()
  }
  const errorAt = (field: string) => (problem?.field === field ? problem.text : undefined)
  return (
    <>
      <div className="linnet-note-button">
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={open}>
          {words.note}
        </button>
        <p role="status" className="linnet-save">
          {saved ? words.noteSaved : ''}
        </p>
      </div>
      <dialog ref={dialog} className="linnet-dialog" aria-labelledby="note-title">
        <h2 className="nhsuk-heading-m" id="note-title">
          {words.noteTitle}
        </h2>
        {problem?.field === 'save' && (
          <p className="nhsuk-error-message" role="alert">
            {problem.text}
          </p>
        )}
        <PrivateForm>
          <Radios
            id="note-sense"
            label={words.noteSense}
            error={errorAt('sense')}
            options={SENSES}
            value={typed.sense}
            onChange={(sense) => change({ ...typed, sense })}
          />
          <TextArea
            id="note-words"
            label={words.noteWords}
            hint={words.noteWordsHint}
            error={errorAt('text')}
            value={typed.text}
            onChange={(text) => change({ ...typed, text })}
          />
          <Select
            id="note-step"
            label={words.noteStep}
            empty={words.noteLater}
            options={workspace.view.pack.steps.map((s) => ({ id: s.id, label: s.name }))}
            value={typed.step}
            onChange={(to) => change({ ...typed, step: to })}
          />
        </PrivateForm>
        <div className="linnet-acts">
          <button type="button" className="nhsuk-button" onClick={() => void save()}>
            {words.noteSave}
          </button>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            onClick={() => dialog.current?.close()}
          >
            {words.close}
          </button>
          <button type="button" className="nhsuk-button nhsuk-button--reverse" onClick={onHide}>
            {shellWords.hide}
          </button>
        </div>
      </dialog>
    </>
  )
}

function readTyped(raw: unknown): Typed | undefined {
  if (typeof raw !== 'object' || raw === null || !('text' in raw)) return undefined
  const { sense, text, step } = raw as Record<string, unknown>
  return { sense: String(sense ?? ''), text: String(text ?? ''), step: String(step ?? '') }
}
