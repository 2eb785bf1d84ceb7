import { type ReactNode, useEffect, useState } from 'react'
import type { Blank, Question } from '../../domain/question.ts'
import { recordWords } from '../../report/words.ts'
import { Radios } from '../controls/choices.tsx'
import { TextField } from '../controls/text-field.tsx'
import { questionWords as words } from './words.ts'

interface BlankChoiceProps {
  id: string
  question: Question
  standing: { blank: Blank; why?: string } | undefined
  onChoose(value: { blank: Blank; why?: string }): void
  children?: ReactNode
}

/** The honest blanks of a question. Each is an answer of its own, and none of them means "no". */
export function BlankChoice({ id, question, standing, onChoose, children }: BlankChoiceProps) {
  const [why, setWhy] = useState(standing?.why ?? '')
  // The choice shows at once; whether it is saved is said beneath the form.
  const [choosing, setChoosing] = useState<Blank>()
  const stands = standing?.blank
  useEffect(() => setChoosing((c) => (stands === c ? undefined : c)), [stands])
  if (question.blanks.length === 0) return null
  const options = question.blanks.map((b) => ({ id: b, label: recordWords.blanks[b] }))
  const choose = (blank: string, reason = why) => {
    setChoosing(blank as Blank)
    onChoose({ blank: blank as Blank, ...(reason.trim() && { why: reason.trim() }) })
  }
  return (
    <details className="nhsuk-details linnet-quiet" open={standing !== undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{words.cannotAnswer}</span>
      </summary>
      <div className="nhsuk-details__text">
        {children}
        <Radios
          id={`${id}-blank`}
          label={words.cannotAnswer}
          options={options}
          value={choosing ?? stands ?? ''}
          onChange={(b) => choose(b)}
        />
        {standing && (
          <TextField
            id={`${id}-why`}
            label={words.blankWhy}
            value={why}
            onChange={setWhy}
            onLeave={() => why !== (standing.why ?? '') && choose(standing.blank)}
          />
        )}
      </div>
    </details>
  )
}
