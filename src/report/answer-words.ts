import {
  type Answer,
  type AnswerValue,
  type ContactValue,
  type DateValue,
  isBlank,
  type PartValue,
} from '../domain/answer.ts'
import { dayOf } from '../domain/calendar.ts'
import { readOrigin } from '../domain/claim-origin.ts'
import { isOpen } from '../domain/option-open.ts'
import type { Option, Part, Question } from '../domain/question.ts'
import { HOMES, labelOf } from '../domain/subjects.ts'
import type { Drinks } from '../domain/units.ts'
import type { RecordView } from '../domain/view.ts'
import { drinksInWords } from './drink-words.ts'
import { recordWords } from './words.ts'

/**
 * An answer as lines of plain text, in the words of the question. With its subject, an option that was recorded too early
 * ("none found", and nobody has checked) is told as such.
 */
export function answerInWords(question: Question, value: AnswerValue, view: RecordView, subject?: string): string[] {
  if ('blank' in value)
    return [value.why ? `${recordWords.blanks[value.blank]}: ${value.why}` : recordWords.blanks[value.blank]]
  const lines = question.parts.flatMap((part) => {
    const held = value.parts[part.id]
    if (held === undefined) return []
    const text = partInWords(part, held, view, subject)
    return [part.label && question.parts.length > 1 ? `${part.label}: ${text}` : text]
  })
  const unknown = Object.keys(value.parts).some((id) => !question.parts.some((p) => p.id === id))
  return unknown ? [...lines, recordWords.cannotShowPart] : lines
}

/** One part of an answer; empty where nothing is recorded in it. */
export function partOfAnswerInWords(question: Question, value: AnswerValue, id: string, view: RecordView): string {
  const part = question.parts.find((p) => p.id === id)
  const held = 'blank' in value ? undefined : value.parts[id]
  return part && held !== undefined ? partInWords(part, held, view) : ''
}

/** One line for a thing in a list: its label, or what was recorded of it. */
export function thingInWords(question: Question, answer: Answer, view: RecordView): string {
  const label = labelOf(view, answer.subject)
  if (label || isBlank(answer.value)) return label
  const { parts } = answer.value
  const first = question.parts.find((p) => parts[p.id] !== undefined)
  return first ? partInWords(first, parts[first.id] ?? '', view) : ''
}

/** The rest of a thing, where its name stands beside it already. */
export function detailInWords(question: Question, answer: Answer, view: RecordView): string[] {
  const name = thingInWords(question, answer, view)
  return answerInWords(question, answer.value, view).filter((line) => line !== name && !line.endsWith(`: ${name}`))
}

function partInWords(part: Part, value: PartValue, view: RecordView, subject?: string): string {
  const labelOfOption = (options: readonly Option[], id: string) => {
    const option = options.find((o) => o.id === id)
    if (option?.after && subject !== undefined && !isOpen(option, view, subject)) return option.after.otherwise
    return option?.label ?? id
  }
  if (!fits(part, value)) return recordWords.cannotShow
  switch (part.kind) {
    case 'single':
      return labelOfOption(part.options, String(value))
    case 'multi':
      return (value as readonly string[]).map((o) => labelOfOption(part.options, o)).join('; ')
    case 'number':
      return part.unit ? `${value} ${part.unit}` : String(value)
    case 'drinks':
      return drinksInWords(value as readonly Drinks[])
    case 'date':
      return dateInWords(value as DateValue)
    case 'grid':
      return part.rows
        .flatMap((row) => {
          const cell = (value as Record<string, string>)[row.id]
          return cell === undefined ? [] : [`${row.label}: ${labelIn(part.cells, cell)}`]
        })
        .join('; ')
    case 'people':
      return (value as readonly string[]).map((id) => refInWords(view, id) || recordWords.nameless.adult).join(', ')
    case 'contact':
      return Object.values(value as ContactValue).join(', ')
    case 'verbatim':
      return `“${value}”`
    case 'origin':
      return originInWords(view, String(value))
    default:
      return String(value)
  }
}

/** What somebody or something that an answer points at is called: its label, else what was recorded of a test. */
export function refInWords(view: RecordView, id: string): string {
  const label = labelOf(view, id)
  const home = view.question(HOMES.test)
  const test = view.answersFor(HOMES.test, id)[0]
  if (label || !home || !test) return label
  const parts = ['substance', 'type', 'taken-on', 'result'].map((p) => partOfAnswerInWords(home, test.value, p, view))
  return parts.filter((text) => text !== '').join(', ')
}

/** The question of the answer that something came from. */
export const originInWords = (view: RecordView, origin: string): string => {
  const { question } = readOrigin(origin)
  return view.question(question)?.text ?? question
}

/** What another edition recorded may have another form. */
function fits(part: Part, value: unknown): boolean {
  switch (part.kind) {
    case 'multi':
    case 'people':
      return Array.isArray(value) && value.every((v) => typeof v === 'string')
    case 'drinks':
      return Array.isArray(value) && value.every((v) => typeof v === 'object')
    case 'date':
      return typeof (value as Partial<DateValue> | null)?.on === 'string'
    case 'grid':
    case 'contact':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    default:
      return typeof value === 'string' || typeof value === 'number'
  }
}

const labelIn = (options: readonly Option[], id: string): string => options.find((o) => o.id === id)?.label ?? id

/** The label of one option of a choice. */
export function optionInWords(question: Question, partId: string, option: string): string {
  const part = question.parts.find((p) => p.id === partId)
  return part && 'options' in part ? labelIn(part.options, option) : option
}

const FORMATS: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
}

/** A date to the precision to which it is known. */
export function dateInWords(date: DateValue): string {
  const day = dayOf(date.on)
  if (!day) return date.on
  const text = new Intl.DateTimeFormat('en-GB', { ...FORMATS[date.on.length], timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
  return date.about ? recordWords.about(text) : text
}
