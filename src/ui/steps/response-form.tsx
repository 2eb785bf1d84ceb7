import { type FormEvent, useRef, useState } from 'react'
import { type ResponseValue, readResponse } from '../../domain/entry-kinds.ts'
import { type Evidence, isAnswered } from '../../domain/finding.ts'
import { recordWords, whenInWords } from '../../report/words.ts'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextArea } from '../controls/text-field.tsx'
import { questionWords } from '../questions/words.ts'
import { useWorkspace } from '../workspace.ts'
import { reviewWords as words } from './review-words.ts'

interface ResponseProps {
  rule: string
  evidence: Evidence
  label: string
  hint?: string | undefined
  save: string
  /** The form stands open until somebody has answered. */
  urgent: boolean
}

/** What a person says about a question that the answers raise. It is an entry of its own, and closes nothing. */
export function ResponseForm({ rule, evidence, label, hint, save, urgent }: ResponseProps) {
  const workspace = useWorkspace()
  const { subject, because } = evidence
  const slot = { question: rule, subject }
  const [text, setText] = useState(() => textOf(workspace.draftOf(slot)?.raw))
  const answered = isAnswered(workspace.view, rule, evidence)
  const [problem, setProblem] = useState<string>()
  const id = `r-${rule}-${subject}`.replace(/[^A-Za-z0-9-]/g, '_')
  const given = workspace.view.record
    .history(slot)
    .filter((e) => e.kind === 'response' && readResponse(e.value) !== null)
  const typed = useRef(text)
  const saving = useRef(false)
  const submit = async (e: FormEvent) => {
    e.preventDefault()
    if (saving.current) return
    if (text.trim() === '') return setProblem(words.responseMissing)
    const value: ResponseValue = { words: text.trim(), because }
    saving.current = true
    const result = await workspace.save({ kind: 'response', slot, value, seen: [], basis: { how: 'opinion' } })
    saving.current = false
    if (!result.ok) return setProblem(`${questionWords.saveFailed}. ${questionWords.saveProblems[result.reason]}`)
    setProblem(undefined)
    // What was typed in the meantime is not saved by this.
    if (typed.current !== text) return
    typed.current = ''
    setText('')
    workspace.dropDraft(slot)
  }
  return (
    <>
      {given.map((e) => (
        <p key={e.id}>
          <strong>{words.answered}:</strong> {(e.value as ResponseValue).words}
          <span className="linnet-detail">
            {recordWords.recordedBy(e.author.name, e.author.role, e.author.agency, whenInWords(e.recordedAt))}
          </span>
        </p>
      ))}
      {given.length > 0 && !answered && <p>{words.raisedAnew}</p>}
      <details className="nhsuk-details linnet-quiet" open={text !== '' || (urgent && !answered)}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{label}</span>
        </summary>
        <PrivateForm className="nhsuk-details__text" onSubmit={(e) => void submit(e)}>
          <TextArea
            id={id}
            label={label}
            hint={hint}
            error={problem}
            value={text}
            onChange={(v) => {
              typed.current = v
              setText(v)
              workspace.journal({ slot, raw: { text: v }, seenHeads: [] })
            }}
          />
          <button type="submit" className="nhsuk-button nhsuk-button--secondary">
            {save}
          </button>
        </PrivateForm>
      </details>
    </>
  )
}

const textOf = (raw: unknown): string =>
  typeof raw === 'object' && raw !== null && 'text' in raw ? String(raw.text) : ''
