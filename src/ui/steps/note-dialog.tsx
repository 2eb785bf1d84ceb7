import { useEffect, useRef, useState } from 'react'
import { NOTE_SLOT, type NoteValue } from '../../domain/entry-kinds.ts'
import { recordWords } from '../../report/words.ts'
import { Radios, Select } from '../controls/choices.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextArea } from '../controls/text-field.tsx'
import { questionWords } from '../questions/words.ts'
import { shellWords } from '../shell/words.ts'
import { useWorkspace } from '../workspace.ts'
import { noteWords as words } from './note-words.ts'
import { stepWords } from './words.ts'

interface Typed {
  sense: string
  text: string
  step: string
}
const SENSES = (['seen', 'heard', 'smelled'] as const).map((id) => ({ id, label: recordWords.senses[id] }))

interface Props {
  /** Another object each time that the dialog is asked for, with the step that is open then; none for a restored note. */
  asked: { step: string | undefined } | undefined
  onSaved(): void
  onHide(): void
}

/** A quick observation from any page. What is typed is a draft like any other: locking does not lose it. */
export function NoteDialog({ asked, onSaved, onHide }: Props) {
  const workspace = useWorkspace()
  const dialog = useRef<HTMLDialogElement>(null)
  const [draft] = useState(() => workspace.draftsOf(NOTE_SLOT)[0])
  const [subject, setSubject] = useState(() => draft?.slot.subject ?? workspace.newId())
  const [typed, setTyped] = useState<Typed>(() => readTyped(draft?.raw) ?? { sense: '', text: '', step: '' })
  const [problem, setProblem] = useState<{ field: 'sense' | 'text' | 'save'; text: string }>()
  const latest = useRef(typed)
  const saving = useRef(false)
  const slot = { question: NOTE_SLOT, subject }
  useEffect(() => {
    const step = asked?.step
    if (step) setTyped((now) => (now.text === '' && now.step === '' ? { ...now, step } : now))
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [asked])

  const change = (next: Typed) => {
    latest.current = next
    setTyped(next)
    // A step alone is no note: nothing is left to keep.
    if (next.text === '' && next.sense === '') workspace.dropDraft(slot)
    else workspace.journal({ slot, raw: next, seenHeads: [] })
  }
  const save = async () => {
    if (saving.current) return
    if (typed.sense === '') return setProblem({ field: 'sense', text: words.senseMissing })
    if (typed.text.trim() === '') return setProblem({ field: 'text', text: words.wordsMissing })
    const value: NoteValue = {
      sense: typed.sense as NoteValue['sense'],
      words: typed.text.trim(),
      ...(typed.step && { step: typed.step }),
    }
    const saved = latest.current
    saving.current = true
    const result = await workspace.save({ kind: 'note', slot, value, seen: [], basis: { how: 'seen' } })
    saving.current = false
    if (!result.ok) {
      const why = questionWords.saveProblems[result.reason]
      return setProblem({ field: 'save', text: `${words.notSaved}. ${why}` })
    }
    const next = workspace.newId()
    workspace.dropDraft(slot)
    setSubject(next)
    setProblem(undefined)
    onSaved()
    // What was typed in the meantime is not saved by this, and is the draft of a further note.
    if (latest.current !== saved)
      return workspace.journal({ slot: { ...slot, subject: next }, raw: latest.current, seenHeads: [] })
    setTyped({ sense: '', text: '', step: '' })
    dialog.current?.close()
  }
  const errorAt = (field: string) => (problem?.field === field ? problem.text : undefined)
  return (
    <dialog ref={dialog} className="linnet-dialog" aria-labelledby="note-title">
      <h2 className="nhsuk-heading-m" id="note-title">
        {words.title}
      </h2>
      {problem?.field === 'save' && (
        <p className="nhsuk-error-message" role="alert">
          {problem.text}
        </p>
      )}
      <PrivateForm>
        <Radios
          id="note-sense"
          label={words.sense}
          error={errorAt('sense')}
          options={SENSES}
          value={typed.sense}
          onChange={(sense) => change({ ...typed, sense })}
        />
        <TextArea
          id="note-words"
          label={words.words}
          hint={words.wordsHint}
          error={errorAt('text')}
          value={typed.text}
          onChange={(text) => change({ ...typed, text })}
        />
        <Select
          id="note-step"
          label={words.step}
          empty={words.later}
          options={workspace.view.pack.steps.map((s) => ({ id: s.id, label: s.name }))}
          value={typed.step}
          onChange={(to) => change({ ...typed, step: to })}
        />
      </PrivateForm>
      <div className="linnet-acts">
        <button type="button" className="nhsuk-button" onClick={() => void save()}>
          {words.save}
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={() => dialog.current?.close()}>
          {stepWords.close}
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--reverse" onClick={onHide}>
          {shellWords.hide}
        </button>
      </div>
    </dialog>
  )
}

function readTyped(raw: unknown): Typed | undefined {
  if (typeof raw !== 'object' || raw === null || !('text' in raw)) return undefined
  const { sense, text, step } = raw as Record<string, unknown>
  return { sense: String(sense ?? ''), text: String(text ?? ''), step: String(step ?? '') }
}
