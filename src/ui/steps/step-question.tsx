import { isDone } from '../../domain/progress.ts'
import type { Question } from '../../domain/question.ts'
import type { AskedQuestion } from '../../domain/relevance.ts'
import type { RecordView } from '../../domain/view.ts'
import { thingInWords } from '../../report/answer-words.ts'
import { slotInWords } from '../../report/slot-words.ts'
import { QuestionCard } from '../questions/question-card.tsx'
import { useWorkspace } from '../workspace.ts'
import { stepWords as words } from './words.ts'

interface StepQuestionProps {
  asked: AskedQuestion
  open: boolean
  /** The id of an input to return to. */
  field?: string | undefined
  /** The subject that a link leads to. */
  wanted?: string | undefined
  onOpen(): void
  /** Opens the question after this one; left out for the last. */
  onNext: (() => void) | undefined
}

/** A question of a step: its forms while it is being answered, otherwise one line on what stands in it. */
export function StepQuestion({ asked, open, field, wanted, onOpen, onNext }: StepQuestionProps) {
  const { view } = useWorkspace()
  const { question, subjects } = asked
  if (!open) {
    return (
      <section className="linnet-question linnet-folded" id={question.id} aria-labelledby={`${question.id}-title`}>
        <h2 className="linnet-folded__title" id={`${question.id}-title`}>
          <button type="button" className="linnet-link" aria-expanded={false} onClick={onOpen}>
            {question.text}
          </button>
        </h2>
        <p className="linnet-detail linnet-folded__state">{stateInWords(asked, view)}</p>
      </section>
    )
  }
  return (
    <>
      <QuestionCard question={question} subjects={subjects} field={field} wanted={wanted} />
      {onNext && (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onNext}>
          {words.nextQuestion}
        </button>
      )}
    </>
  )
}

/** Nobody needs to do anything more with this question now. */
export const isAllDone = ({ question, subjects }: AskedQuestion, view: RecordView): boolean =>
  subjects.every((s) => isDone(question, { question: homeOf(question), subject: s.id }, view))

const homeOf = (question: Question): string => question.addsTo ?? question.id

function stateInWords({ question, subjects }: AskedQuestion, view: RecordView): string {
  const home = homeOf(question)
  const slots = subjects.map((s) => ({ question: home, subject: s.id }))
  const things = question.collects || question.addsTo ? slots.flatMap((s) => view.items(home, s.subject)) : []
  if ([...slots, ...things].some((s) => view.record.heads(s).length > 1)) return words.peopleDisagree
  if (things.length > 0) {
    return things.map((t) => thingInWords(question, t, view) || words.noName).join(', ')
  }
  const done = slots.filter((s) => isDone(question, s, view))
  if (done.length === 0) return words.notAnswered
  if (slots.length > 1) return words.answeredOf(done.length, slots.length)
  return slots.flatMap((s) => slotInWords(view, s).flatMap((a) => a.lines)).join('. ')
}
