import type { Question } from '../../domain/question.ts'
import type { Subject } from '../../domain/subjects.ts'
import { subjectInWords } from '../../report/subject-words.ts'
import { useWorkspace } from '../workspace.ts'
import { SubjectForm } from './subject-form.tsx'
import { WhyWeAsk } from './why-we-ask.tsx'

interface QuestionCardProps {
  question: Question
  subjects: readonly Subject[]
  /** The id of an input to return to. */
  field?: string | undefined
  /** The subject that a link leads to. */
  wanted?: string | undefined
}

/** One question, with its form for each subject that it is asked about. */
export function QuestionCard({ question, subjects, field, wanted }: QuestionCardProps) {
  const { view } = useWorkspace()
  return (
    <section className="linnet-question" id={question.id} aria-labelledby={`${question.id}-title`} tabIndex={-1}>
      <h2 className="nhsuk-heading-m" id={`${question.id}-title`}>
        {question.text}
      </h2>
      {question.hint && <p className="nhsuk-hint">{question.hint}</p>}
      <WhyWeAsk question={question} />
      {subjects.map((s) => (
        <SubjectForm
          key={s.id}
          question={question}
          subject={s.id}
          name={subjectInWords(view, s)}
          several={subjects.length > 1}
          field={field}
          wanted={wanted === s.id}
        />
      ))}
    </section>
  )
}
