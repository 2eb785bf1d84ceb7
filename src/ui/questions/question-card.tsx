import type { Question } from '../../domain/question.ts'
import type { Subject } from '../../domain/subjects.ts'
import { subjectInWords } from '../../report/subject-words.ts'
import { useWorkspace } from '../workspace.ts'
import { AnswerForm, aboutId } from './answer-form.tsx'
import { CollectionQuestion } from './collection-question.tsx'
import { WhyWeAsk } from './why-we-ask.tsx'

/** One question, with its form for each subject that it is asked about. */
export function QuestionCard({ question, subjects }: { question: Question; subjects: readonly Subject[] }) {
  const { view } = useWorkspace()
  return (
    <section className="linnet-question" id={question.id} aria-labelledby={`${question.id}-title`} tabIndex={-1}>
      <h2 className="nhsuk-heading-m" id={`${question.id}-title`}>
        {question.text}
      </h2>
      {question.hint && <p className="nhsuk-hint">{question.hint}</p>}
      <WhyWeAsk question={question} />
      {subjects.map((s) => {
        const name = subjectInWords(view, s)
        return (
          <fieldset
            className={question.subjectRows ? 'nhsuk-fieldset linnet-row' : 'nhsuk-fieldset linnet-subject'}
            key={s.id}
            id={aboutId({ question: question.id, subject: s.id })}
            tabIndex={-1}
          >
            {name && (
              <legend className="nhsuk-fieldset__legend">
                <h3 className="nhsuk-heading-s">{name}</h3>
              </legend>
            )}
            {question.collects || question.addsTo ? (
              <CollectionQuestion question={question} parent={s.id} />
            ) : (
              <AnswerForm question={question} slot={{ question: question.id, subject: s.id }} />
            )}
          </fieldset>
        )
      })}
    </section>
  )
}
