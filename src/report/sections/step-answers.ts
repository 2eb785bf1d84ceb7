import type { Question, Step } from '../../domain/question.ts'
import { type AskedQuestion, askedIn } from '../../domain/relevance.ts'
import { parentOf } from '../../domain/view.ts'
import { recordedSlots } from '../recorded-slots.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import type { RowSlot } from './answer-table.ts'

/** All that was recorded in one step, in the order of its questions. */
export function recordedIn(step: Step, { view, raised }: ReportInput): readonly RowSlot[] {
  const asked = askedIn(step, view, raised, true)
  return step.questions.flatMap((question) => {
    const slots = recordedSlots(view, question)
    return slots.map((slot): RowSlot => {
      const beside = slots.filter((s) => parentOf(s.subject) === parentOf(slot.subject))
      const numbered = question.collects === 'item' && question.thing && beside.length > 1
      return {
        slot,
        ...(numbered && { thing: words.thing(question.thing ?? '', beside.indexOf(slot) + 1) }),
        ...(!isAsked(question, slot.subject, asked) && { notAskedNow: true }),
      }
    })
  })
}

/** Questions about a contact are asked at that contact only, so an earlier one is nothing to remark on. */
function isAsked(question: Question, subject: string, asked: readonly AskedQuestion[]): boolean {
  if (question.per === 'contact') return true
  const subjects = asked.find((a) => a.question.id === question.id)?.subjects ?? []
  const holder = question.collects ? parentOf(subject) : subject
  return subjects.some((s) => s.id === subject || s.id === holder)
}
