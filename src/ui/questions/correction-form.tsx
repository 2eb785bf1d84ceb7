import { useRef, useState } from 'react'
import type { Slot } from '../../domain/entry.ts'
import type { CorrectionValue } from '../../domain/entry-kinds.ts'
import { TextArea, TextField } from '../controls/text-field.tsx'
import { useWorkspace } from '../workspace.ts'
import { CorrectionLines } from './correction-lines.tsx'
import { useSideDraft } from './side-draft.ts'
import { questionWords as words } from './words.ts'

const EMPTY = { words: '', why: '' }

/** What was mended beside words that are kept as they were said, and the way to mend them. */
export function CorrectionForm({ id, slot, part }: { id: string; slot: Slot; part: string }) {
  const workspace = useWorkspace()
  const draft = useSideDraft(slot, `${part}/correction`, EMPTY)
  const [open, setOpen] = useState(draft.restored)
  const [problem, setProblem] = useState<{ field: 'words' | 'why' | 'save'; text: string }>()
  const saving = useRef(false)
  const { typed } = draft
  const save = async () => {
    if (saving.current) return
    if (typed.words.trim() === '') return setProblem({ field: 'words', text: words.correctionMissing })
    if (typed.why.trim() === '') return setProblem({ field: 'why', text: words.whyMissing })
    const value: CorrectionValue = { part, words: typed.words.trim(), why: typed.why.trim() }
    saving.current = true
    const result = await workspace.save({ kind: 'correction', slot, value, seen: [] })
    saving.current = false
    if (!result.ok)
      return setProblem({ field: 'save', text: `${words.saveFailed}. ${words.saveProblems[result.reason]}` })
    setProblem(undefined)
    if (draft.drop(typed)) setOpen(false)
  }
  const errorAt = (field: string) => (problem?.field === field ? problem.text : undefined)
  return (
    <div className="linnet-correction">
      <CorrectionLines slot={slot} part={part} />
      {open ? (
        <fieldset className="nhsuk-fieldset linnet-thing">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{words.correction}</legend>
          {problem?.field === 'save' && (
            <p className="nhsuk-error-message" role="alert">
              {problem.text}
            </p>
          )}
          <TextArea
            id={`${id}--correction`}
            label={words.correctionWords}
            error={errorAt('words')}
            value={typed.words}
            onChange={(text) => draft.change({ ...typed, words: text })}
          />
          <TextField
            id={`${id}--correction-why`}
            label={words.correctionWhy}
            error={errorAt('why')}
            value={typed.why}
            onChange={(why) => draft.change({ ...typed, why })}
          />
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={() => void save()}>
            {words.saveCorrection}
          </button>{' '}
          <button
            type="button"
            className="linnet-link"
            onClick={() => {
              draft.drop()
              setOpen(false)
            }}
          >
            {words.cancel}
          </button>
        </fieldset>
      ) : (
        <button type="button" className="linnet-link" onClick={() => setOpen(true)}>
          {words.addCorrection}
        </button>
      )}
    </div>
  )
}
