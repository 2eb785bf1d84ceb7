import { useState } from 'react'
import { thingInWords } from '../../report/answer-words.ts'
import { AnswerForm } from '../questions/answer-form.tsx'
import { useWorkspace } from '../workspace.ts'
import { claimsWords as words } from './words.ts'

const SIGNS = 'TRI-01'

/** Signs that fit two adults: a person says whose they think each is and why, before anybody is blamed. */
export function WhoseIsIt() {
  const { view, findings } = useWorkspace()
  const [open, setOpen] = useState<string>()
  const question = view.question(SIGNS)
  const asked = findings.filter((f) => f.rule.id === 'RC-35').flatMap((f) => f.evidence.flatMap((e) => e.because))
  const signs = [
    ...new Set([...asked.filter((s) => s.question === SIGNS).map((s) => s.subject), ...(open ? [open] : [])]),
  ]
  if (!question || signs.length === 0) return null
  return (
    <div className="nhsuk-inset-text">
      <h3 className="nhsuk-heading-s">{words.whose}</h3>
      <p>{words.whoseLead}</p>
      {signs.map((subject) => {
        const answer = view.answersFor(SIGNS, subject)[0]
        const name = answer ? thingInWords(question, answer, view) : ''
        if (open === subject) {
          return (
            <fieldset className="linnet-thing" key={subject}>
              <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{name}</legend>
              <AnswerForm
                question={question}
                slot={{ question: SIGNS, subject }}
                blanks={false}
                done={{ label: words.done, after: () => setOpen(undefined) }}
              />
            </fieldset>
          )
        }
        return (
          <p key={subject}>
            {name}{' '}
            <button type="button" className="linnet-link" onClick={() => setOpen(subject)}>
              {words.whoseSay} <span className="nhsuk-u-visually-hidden">{name}</span>
            </button>
          </p>
        )
      })}
    </div>
  )
}
