import { useEffect, useRef, useState } from 'react'
import { FINDINGS, type FindingWord, type Source } from '../../domain/claim-status.ts'
import type { ClaimView } from '../../domain/claims.ts'
import { claimWords } from '../../report/claim-words.ts'
import { AnswerForm } from '../questions/answer-form.tsx'
import { useWorkspace } from '../workspace.ts'
import { claimsWords as words } from './words.ts'

interface FindingEditorProps {
  claim: ClaimView
  source: Source
  onClose(): void
}

/** What one source says about one claim: a tap on a word records it, and the form below it holds the rest. */
export function FindingEditor({ claim, source, onClose }: FindingEditorProps) {
  const { view, save, newId } = useWorkspace()
  const question = view.question('TRI-02')
  const frame = useRef<HTMLFieldSetElement>(null)
  const here = [...new Set(claim.findings.filter((f) => f.source === source).map((f) => f.slot.subject))]
  const [adding, setAdding] = useState(here.length === 0)
  const [problem, setProblem] = useState(false)
  useEffect(() => frame.current?.focus(), [])
  if (!question) return null
  const record = async (finding: FindingWord) => {
    setAdding(false)
    const result = await save({
      kind: 'answer',
      slot: { question: question.id, subject: `${claim.subject}:${newId()}` },
      value: { parts: { source, finding } },
      basis: { how: 'opinion' },
      seen: [],
    })
    setProblem(!result.ok)
    if (!result.ok) setAdding(true)
    frame.current?.focus()
  }
  return (
    <fieldset className="linnet-thing linnet-claim__edit" ref={frame} tabIndex={-1}>
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
        {words.editing(claimWords.columns[source], claim.label || claimWords.noLabel)}
      </legend>
      {here.map((subject) => (
        <AnswerForm
          key={subject}
          question={question}
          slot={{ question: question.id, subject }}
          blanks={false}
          done={{ label: words.done, after: onClose }}
        />
      ))}
      {problem && (
        <p className="nhsuk-error-message" role="alert">
          {words.findingNotSaved}
        </p>
      )}
      {adding ? (
        <>
          <p id="finding-says">{words.whatSays}</p>
          {/* biome-ignore lint/a11y/useSemanticElements: buttons that act at once, and not a choice to be saved. */}
          <div className="linnet-acts" role="group" aria-labelledby="finding-says">
            {FINDINGS.map((finding) => (
              <button
                type="button"
                key={finding}
                className="nhsuk-button nhsuk-button--secondary"
                onClick={() => void record(finding)}
              >
                {claimWords.cells[finding]}
              </button>
            ))}
          </div>
          <button type="button" className="linnet-link" onClick={onClose}>
            {words.close}
          </button>
        </>
      ) : (
        <button type="button" className="linnet-link" onClick={() => setAdding(true)}>
          {words.another}
        </button>
      )}
    </fieldset>
  )
}
