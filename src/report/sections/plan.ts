import { type Answer, isBlank } from '../../domain/answer.ts'
import { notesOf } from '../../domain/notes.ts'
import type { Question } from '../../domain/question.ts'
import { partOfAnswerInWords } from '../answer-words.ts'
import type { Block, Runs } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { headInWords } from '../slot-words.ts'
import { answerTable } from './answer-table.ts'
import { noteBlocks } from './spot-notes.ts'
import { recordedIn } from './step-answers.ts'

/** The step that holds the plan, and the question whose things are its actions. */
export const PLAN = 'PLN'
const ACTIONS = 'PLN-01'

/** Who does what for the child, by when; then the rest of what was agreed. */
export function plan(input: ReportInput): readonly Block[] {
  const { view } = input
  const step = view.pack.steps.find((s) => s.id === PLAN)
  if (!step) return []
  const rows = recordedIn(step, input)
  const simple = rows.filter(({ slot }) => isOneAction(input, slot.question, slot.subject))
  const rest = answerTable(
    view,
    rows.filter((r) => !simple.includes(r)),
  )
  return [
    { kind: 'heading', level: 2, runs: words.plan },
    ...actionTable(
      input,
      simple.flatMap(({ slot }) => view.standing(slot.question, slot.subject)),
    ),
    ...(rest.length > 0 && simple.length > 0
      ? [{ kind: 'heading' as const, level: 3 as const, runs: words.otherPlan }]
      : []),
    ...rest,
    ...noteBlocks(notesOf(view.record).filter((n) => n.value?.step === PLAN)),
  ]
}

/** An action on which all agree; the others stand in the general table, with all that was recorded of them. */
function isOneAction({ view }: ReportInput, question: string, subject: string): boolean {
  const slot = { question, subject }
  const [only, second] = view.standing(question, subject)
  if (question !== ACTIONS || !only || second || isBlank(only.value)) return false
  return view.record.heads(slot).length === 1 && view.record.history(slot).every((e) => e.kind === 'answer')
}

function actionTable({ view }: ReportInput, actions: readonly Answer[]): Block[] {
  const question = view.question(ACTIONS)
  if (!question || actions.length === 0) return [{ kind: 'paragraph', runs: words.noAction }]
  return [
    {
      kind: 'table',
      columns: [{ width: 2 }, { width: 1.9 }, { width: 1.5 }, { width: 1.8 }, { width: 1.6 }],
      head: [words.action, words.whyAndFor, words.whoAndWhen, words.measure, words.recordedBy],
      rows: actions.map((action) => actionRow(question, action)),
      rowHeader: true,
    },
  ]

  function actionRow(q: Question, action: Answer): Runs[] {
    const part = (id: string) => partOfAnswerInWords(q, action.value, id, view)
    const by = part('by')
    return [
      part('what'),
      lines(part('for'), part('for-adult'), part('why'), part('contributed')),
      lines(part('who') || words.noWho, by ? words.by(by) : words.noDay),
      part('measure'),
      headInWords(view, action.entry).by,
    ]
  }
}

const lines = (...texts: readonly string[]): string => texts.filter(Boolean).join('\n')
