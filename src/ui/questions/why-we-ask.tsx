import type { Question } from '../../domain/question.ts'
import { SourcesDetails } from './sources-details.tsx'
import { questionWords as words } from './words.ts'

/** One line on why this is asked; the requirements behind it come when it is opened. */
export function WhyWeAsk({ question }: { question: Question }) {
  return (
    <SourcesDetails summary={words.why} requirements={question.requirements}>
      <p>{question.why}</p>
    </SourcesDetails>
  )
}
