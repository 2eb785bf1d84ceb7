import { useEffect, useState } from 'react'
import { isDone } from '../../domain/progress.ts'
import type { Question } from '../../domain/question.ts'
import { slotInWords } from '../../report/slot-words.ts'
import { useWorkspace } from '../workspace.ts'
import { AnswerForm, aboutId, domId } from './answer-form.tsx'
import { CollectionQuestion } from './collection-question.tsx'
import { questionWords as words } from './words.ts'

interface SubjectFormProps {
  question: Question
  subject: string
  /** What it is about; empty for the assessment as a whole. */
  name: string
  /** One of several: what was answered before stands as one line, so that the rest is in reach. */
  several: boolean
  /** The id of an input to return to. */
  field?: string | undefined
  /** A link leads here: its form is shown, whatever stands in it. */
  wanted: boolean
}

/** The form of a question about one subject. */
export function SubjectForm({ question, subject, name, several, field, wanted }: SubjectFormProps) {
  const { view, draftsOf } = useWorkspace()
  const collects = question.collects !== undefined || question.addsTo !== undefined
  const slot = { question: question.id, subject }
  const [folded, setFolded] = useState(
    () =>
      several &&
      !collects &&
      isDone(question, slot, view) &&
      view.record.heads(slot).length === 1 &&
      !draftsOf(question.id).some((d) => d.slot.subject === subject) &&
      !field?.startsWith(`${domId(slot)}-`),
  )
  useEffect(() => {
    if (wanted) setFolded(false)
  }, [wanted])
  return (
    <fieldset
      className={question.subjectRows ? 'nhsuk-fieldset linnet-row' : 'nhsuk-fieldset linnet-subject'}
      id={aboutId(slot)}
      tabIndex={-1}
    >
      {name && (
        <legend className="nhsuk-fieldset__legend">
          <h3 className="nhsuk-heading-s">{name}</h3>
        </legend>
      )}
      {collects && <CollectionQuestion question={question} parent={subject} />}
      {!collects && folded && (
        <p className="linnet-folded-answer">
          {slotInWords(view, slot)
            .flatMap((a) => a.lines)
            .join('. ')}{' '}
          <button type="button" className="linnet-link" onClick={() => setFolded(false)}>
            {words.changeAnswer}
            <span className="nhsuk-u-visually-hidden">: {name}</span>
          </button>
        </p>
      )}
      {!collects && !folded && (
        <AnswerForm question={question} slot={slot} inRows={question.subjectRows !== undefined} />
      )}
    </fieldset>
  )
}
