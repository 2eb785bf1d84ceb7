import { notesOf } from '../../domain/notes.ts'
import type { Step } from '../../domain/question.ts'
import type { Block } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { answerTable } from './answer-table.ts'
import { PLAN } from './plan.ts'
import { noteBlocks } from './spot-notes.ts'
import { recordedIn } from './step-answers.ts'

/** Every answer by step, but for the plan, which stands further to the front. */
export function answers(input: ReportInput): readonly Block[] {
  const steps = input.view.pack.steps.filter((s) => s.id !== PLAN).flatMap((step) => stepBlocks(input, step))
  if (steps.length === 0) return []
  return [
    { kind: 'heading', level: 2, runs: words.answers },
    { kind: 'paragraph', runs: words.answersLead, leadsIn: true },
    ...steps,
  ]
}

function stepBlocks(input: ReportInput, step: Step): readonly Block[] {
  const blocks = [
    ...answerTable(input.view, recordedIn(step, input)),
    ...noteBlocks(notesOf(input.view.record).filter((n) => n.value?.step === step.id)),
  ]
  return blocks.length > 0 ? [{ kind: 'heading', level: 3, runs: step.name }, ...blocks] : []
}
