import type { ReactNode } from 'react'
import type { Question } from '../../domain/question.ts'
import { recordWords } from '../../report/words.ts'
import { Radios } from '../controls/choices.tsx'
import { TextField } from '../controls/text-field.tsx'
import { questionWords as words } from './words.ts'

interface BlankChoiceProps {
  id: string
  question: Question
  /** What the form holds: the blank and the reason as typed, both empty when none is chosen. */
  value: Record<string, string>
  onChoose(blank: string): void
  onWhy(why: string): void
  children?: ReactNode
}

/** The honest blanks of a question. Each is an answer of its own, and none of them means "no". */
export function BlankChoice({ id, question, value, onChoose, onWhy, children }: BlankChoiceProps) {
  const { blank = '', why = '' } = value
  if (question.blanks.length === 0) return null
  const options = question.blanks.map((b) => ({ id: b, label: recordWords.blanks[b] }))
  return (
    <details className="nhsuk-details linnet-quiet" open={blank !== ''}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{words.cannotAnswer}</span>
      </summary>
      <div className="nhsuk-details__text">
        {children}
        <Radios
          id={`${id}--blank`}
          label={words.cannotAnswer}
          options={options}
          value={blank}
          clear={words.clear}
          onChange={onChoose}
        />
        {blank !== '' && <TextField id={`${id}--why`} label={words.blankWhy} value={why} onChange={onWhy} />}
      </div>
    </details>
  )
}
