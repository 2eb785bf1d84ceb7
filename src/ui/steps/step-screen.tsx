import { useEffect, useState } from 'react'
import type { Step } from '../../domain/question.ts'
import { askedIn, isSafeToAskInPrivate } from '../../domain/relevance.ts'
import { ErrorSummary } from '../controls/error-summary.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { BasisChoice } from '../questions/basis-choice.tsx'
import { type FieldProblem, ProblemBoardProvider, useProblemBoard } from '../questions/problem-board.ts'
import { Page } from '../shell/page.tsx'
import { useWorkspace } from '../workspace.ts'
import { useNav } from './assessment-nav.ts'
import { ChildCards } from './child-cards.tsx'
import type { LinkTarget } from './link-target.ts'
import { Notes } from './notes.tsx'
import { StepPanel } from './step-panel.tsx'
import { StepQuestion } from './step-question.tsx'
import { useOpenQuestions } from './use-open-questions.ts'
import { stepWords as words } from './words.ts'

interface StepProps {
  step: Step
  /** A question to open at. */
  at: LinkTarget | undefined
  onShowPrivate(shown: boolean): void
}

/** One section of the assessment: its questions as they apply to this family now. */
export function StepScreen({ step, at, onShowPrivate }: StepProps) {
  const { view, raised, withPrivate, pageBasis, setPageBasis } = useWorkspace()
  const nav = useNav()
  const board = useProblemBoard()
  const [shown, setShown] = useState<{ problems: readonly FieldProblem[]; attempt: number }>()
  // An answer for one page says nothing about how the next is known.
  useEffect(() => () => setPageBasis(undefined), [setPageBasis])

  const asked = askedIn(step, view, raised, withPrivate)
  const hidden = withPrivate ? 0 : askedIn(step, view, raised, true).length - asked.length
  const questions = useOpenQuestions(asked, at)
  const asksBasis = asked.some((a) => a.question.basis === 'ask')
  const goOn = () => {
    const problems = board.all()
    if (problems.length === 0) nav.continueFrom()
    else setShown((s) => ({ problems, attempt: (s?.attempt ?? 0) + 1 }))
  }
  return (
    <Page title={step.name}>
      <ChildCards />
      {shown && (
        <ErrorSummary key={shown.attempt} title={words.problemTitle} items={shown.problems}>
          <p>{words.problemText}</p>
          <button type="button" className="linnet-link" onClick={nav.continueFrom}>
            {words.goOn}
          </button>
        </ErrorSummary>
      )}
      {hidden > 0 && (
        <div className="nhsuk-inset-text">
          <p>{words.privateHidden(hidden)}</p>
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={() => onShowPrivate(true)}>
            {words.privateShow}
          </button>
        </div>
      )}
      {withPrivate && !isSafeToAskInPrivate(view) && (
        <div className="nhsuk-inset-text">
          <p>{words.privateShown}</p>
          <button type="button" className="linnet-link" onClick={() => onShowPrivate(false)}>
            {words.privateHide}
          </button>
        </div>
      )}
      <Notes step={step.id} />
      {asksBasis && (
        <PrivateForm className="linnet-page-basis">
          <BasisChoice
            id="page-basis"
            label={words.pageBasis}
            hint={words.pageBasisHint}
            value={pageBasis}
            onChange={setPageBasis}
          />
        </PrivateForm>
      )}
      <StepPanel step={step.id} />
      {asked.length === 0 && <p>{words.nothingAsked}</p>}
      {asked.length > 1 && (
        <button type="button" className="linnet-link" aria-pressed={questions.all} onClick={questions.toggleAll}>
          {questions.all ? words.showOne : words.showAll}
        </button>
      )}
      <ProblemBoardProvider value={board}>
        {asked.map((a, i) => {
          const next = asked[i + 1]?.question.id
          return (
            <StepQuestion
              key={a.question.id}
              asked={a}
              open={questions.isOpen(a.question.id)}
              field={at?.field}
              wanted={at?.question === a.question.id ? at.subject : undefined}
              onOpen={() => questions.open(a.question.id)}
              onNext={next && !questions.all ? () => questions.goTo(next, a.question.id) : undefined}
            />
          )
        })}
      </ProblemBoardProvider>
      <div className="linnet-acts">
        <button type="button" className="nhsuk-button" onClick={goOn}>
          {words.continue}
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={nav.openTaskList}>
          {words.backToTasks}
        </button>
      </div>
    </Page>
  )
}
