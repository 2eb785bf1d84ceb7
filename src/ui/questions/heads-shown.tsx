import { useRef, useState } from 'react'
import type { EntryContent } from '../../domain/compose.ts'
import type { Entry, Slot } from '../../domain/entry.ts'
import type { Question } from '../../domain/question.ts'
import { answerOf, type ResolveValue } from '../../domain/record.ts'
import { headInWords } from '../../report/slot-words.ts'
import { Radios } from '../controls/choices.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextField } from '../controls/text-field.tsx'
import { useWorkspace } from '../workspace.ts'
import { useSideDraft } from './side-draft.ts'
import { questionWords as words } from './words.ts'

const EMPTY = { chosen: '', why: '' }

/** Where people recorded different things: all of them, and a way to say which stands and why. Nothing is picked. */
export function HeadsShown({
  id,
  question,
  slot,
  heads,
}: {
  id: string
  question: Question
  slot: Slot
  heads: readonly Entry[]
}) {
  const workspace = useWorkspace()
  const { typed, seen, change, drop } = useSideDraft(slot, 'settle', EMPTY)
  const [problem, setProblem] = useState<{ field: 'chosen' | 'why' | 'save'; text: string }>()
  const saving = useRef(false)
  const shown = heads.map((h) => h.id)
  const newer = seen !== undefined && shown.some((h) => !seen.includes(h))
  const describe = (head: Entry): string => {
    const { lines, how, by, notes } = headInWords(workspace.view, head)
    const said = lines.join('; ') || question.text
    return `${said}${how && ` (${how})`}. ${[by, ...notes].join('. ')}`
  }
  const choosable = heads.filter((h) => h.kind === 'retract' || answerOf(h))
  const settle = async () => {
    const content = choiceOf(
      choosable.find((h) => h.id === typed.chosen),
      slot,
      typed.why.trim(),
      seen ?? shown,
    )
    if (saving.current) return
    if (!content) return setProblem({ field: 'chosen', text: words.settleMissing })
    if (typed.why.trim() === '') return setProblem({ field: 'why', text: words.whyMissing })
    saving.current = true
    const result = await workspace.save(content)
    saving.current = false
    if (!result.ok)
      return setProblem({ field: 'save', text: `${words.saveFailed}. ${words.saveProblems[result.reason]}` })
    drop()
    setProblem(undefined)
  }
  const errorAt = (field: string) => (problem?.field === field ? problem.text : undefined)
  return (
    <PrivateForm
      className="nhsuk-inset-text"
      onSubmit={(e) => {
        e.preventDefault()
        void settle()
      }}
    >
      <p>{words.disagree}</p>
      {newer && <p>{words.settleNewer}</p>}
      {problem?.field === 'save' && (
        <p className="nhsuk-error-message" role="alert">
          {problem.text}
        </p>
      )}
      {heads
        .filter((h) => !choosable.includes(h))
        .map((h) => (
          <p key={h.id}>{describe(h)}</p>
        ))}
      <Radios
        id={`${id}--settle`}
        label={words.settle}
        error={errorAt('chosen')}
        options={choosable.map((h) => ({ id: h.id, label: describe(h) }))}
        value={typed.chosen}
        onChange={(chosen) => change({ ...typed, chosen }, shown)}
      />
      <TextField
        id={`${id}--settle-why`}
        label={words.settleWhy}
        error={errorAt('why')}
        value={typed.why}
        onChange={(why) => change({ ...typed, why }, shown)}
      />
      <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={() => void settle()}>
        {words.settleConfirm}
      </button>
    </PrivateForm>
  )
}

/** What is recorded of the choice. It is known in the way in which the chosen answer is known. */
function choiceOf(head: Entry | undefined, slot: Slot, why: string, seen: readonly string[]): EntryContent | undefined {
  if (head?.kind === 'retract') return { kind: 'retract', slot, value: { why }, seen }
  const answer = head && answerOf(head)
  if (!answer) return undefined
  const value: ResolveValue = { answer: answer.value, why }
  return { kind: 'resolve', slot, value, seen, basis: answer.entry.basis }
}
