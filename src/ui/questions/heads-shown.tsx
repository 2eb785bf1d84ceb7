import { type ReactNode, useRef, useState } from 'react'
import type { EntryContent } from '../../domain/compose.ts'
import type { Entry, Slot } from '../../domain/entry.ts'
import type { Question } from '../../domain/question.ts'
import { answerOf, answersOf, keptBothIn, type ResolveValue } from '../../domain/record.ts'
import { asDifference, canBeDifference } from '../../report/kept-difference.ts'
import { headInWords } from '../../report/slot-words.ts'
import { Radios } from '../controls/choices.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextField } from '../controls/text-field.tsx'
import { useWorkspace } from '../workspace.ts'
import { settleWords } from './settle-words.ts'
import { useSideDraft } from './side-draft.ts'
import { questionWords } from './words.ts'

const words = { ...questionWords, ...settleWords }

const EMPTY = { chosen: '', why: '' }
/** No entry has this id. */
const BOTH = '+'

/**
 * Where people recorded different things: all of them, and a way to say why one stands, or why they all do. Nothing is
 * picked.
 */
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
  const describe = (head: Entry): ReactNode => {
    const { lines, how, by, notes } = headInWords(workspace.view, head)
    return (
      <>
        {lines.join('; ') || question.text}{' '}
        <span className="linnet-detail">{[how, by, ...notes].filter(Boolean).join('. ')}</span>
      </>
    )
  }
  const choosable = heads.filter((h) => h.kind === 'retract' || answersOf(h).length > 0)
  const why = typed.why.trim()
  const onScreen = seen ?? shown
  /** What was there when the choice began, though somebody may have changed it since. */
  const seenHeads = workspace.view.record.history(slot).filter((e) => onScreen.includes(e.id))
  const mayKeepBoth = canBeDifference(workspace.view, question, seenHeads)
  const chosen = (): readonly EntryContent[] => {
    if (typed.chosen === BOTH) {
      return mayKeepBoth ? asDifference(workspace.view, slot, seenHeads, { why, newId: workspace.newId }) : []
    }
    const head = choosable.find((h) => h.id === typed.chosen)
    return head ? choiceOf(head, why, onScreen) : []
  }
  const settle = async () => {
    if (saving.current) return
    const contents = chosen()
    if (contents.length === 0) return setProblem({ field: 'chosen', text: words.settleMissing })
    if (why === '') return setProblem({ field: 'why', text: words.whyMissing })
    saving.current = true
    const result = await workspace.saveTogether(contents)
    saving.current = false
    if (!result.ok)
      return setProblem({ field: 'save', text: `${words.saveFailed}. ${words.saveProblems[result.reason]}` })
    drop()
    setProblem(undefined)
  }
  const errorAt = (field: string) => (problem?.field === field ? problem.text : undefined)
  return (
    <PrivateForm
      className="linnet-thing"
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
        options={[
          ...choosable.map((h) => ({ id: h.id, label: describe(h) })),
          ...(mayKeepBoth ? [{ id: BOTH, label: words.keepBoth(seenHeads.length) }] : []),
        ]}
        value={typed.chosen}
        onChange={(chosen) => change({ ...typed, chosen }, shown)}
      />
      {mayKeepBoth && <p className="nhsuk-hint">{words.keepBothHint}</p>}
      {question.private && <p className="nhsuk-hint">{words.keepBothPrivate}</p>}
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
function choiceOf(head: Entry, why: string, seen: readonly string[]): readonly EntryContent[] {
  const { slot } = head
  if (head.kind === 'retract') return [{ kind: 'retract', slot, value: { why }, seen }]
  const [answer, kept] = [answerOf(head), keptBothIn(head)]
  const value: ResolveValue | null = answer ? { answer: answer.value, why } : kept && { ...kept, why }
  return value ? [{ kind: 'resolve', slot, value, seen, basis: head.basis }] : []
}
