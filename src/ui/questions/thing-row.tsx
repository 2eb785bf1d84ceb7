import { useRef, useState } from 'react'
import type { Slot } from '../../domain/entry.ts'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextField } from '../controls/text-field.tsx'
import { useWorkspace } from '../workspace.ts'
import { CorrectionLines } from './correction-lines.tsx'
import { useSideDraft } from './side-draft.ts'
import { questionWords as words } from './words.ts'

interface ThingRowProps {
  id: string
  slot: Slot
  name: string
  detail: readonly string[]
  onChange(): void
}

/** One thing of a list, put away: what it is, and the ways to change it or to take it out with a reason. */
export function ThingRow({ id, slot, name, detail, onChange }: ThingRowProps) {
  const workspace = useWorkspace()
  const removal = useSideDraft(slot, 'removal', { why: '' })
  const [removing, setRemoving] = useState(removal.restored)
  const [problem, setProblem] = useState<string>()
  const saving = useRef(false)
  const shown = workspace.view.record.heads(slot).map((h) => h.id)
  const remove = async () => {
    const why = removal.typed.why.trim()
    if (saving.current) return
    if (why === '') return setProblem(words.whyMissing)
    saving.current = true
    const result = await workspace.save({ kind: 'retract', slot, value: { why }, seen: removal.seen ?? shown })
    saving.current = false
    if (!result.ok) return setProblem(`${words.saveFailed}. ${words.saveProblems[result.reason]}`)
    removal.drop()
  }
  return (
    <div className="linnet-thing">
      <p>
        <strong>{name}</strong>
        <span className="linnet-detail">{detail.join('. ')}</span>
      </p>
      <CorrectionLines slot={slot} />
      {removing ? (
        <PrivateForm
          onSubmit={(e) => {
            e.preventDefault()
            void remove()
          }}
        >
          <TextField
            id={`${id}--remove`}
            label={words.removeWhy}
            error={problem}
            value={removal.typed.why}
            onChange={(why) => removal.change({ why }, shown)}
          />
          <button type="button" className="nhsuk-button nhsuk-button--warning" onClick={() => void remove()}>
            {words.removeConfirm}
            <span className="nhsuk-u-visually-hidden"> {name}</span>
          </button>
          <button
            type="button"
            className="linnet-link"
            onClick={() => {
              removal.drop()
              setRemoving(false)
            }}
          >
            {words.cancel}
          </button>
        </PrivateForm>
      ) : (
        <>
          <button type="button" className="linnet-link" onClick={onChange}>
            {words.change}
            <span className="nhsuk-u-visually-hidden"> {name}</span>
          </button>
          <button type="button" className="linnet-link" onClick={() => setRemoving(true)}>
            {words.remove}
            <span className="nhsuk-u-visually-hidden"> {name}</span>
          </button>
        </>
      )}
    </div>
  )
}
