import type { AnswerValue, DateValue, PartValue } from '../../domain/answer.ts'
import type { Blank, Part, Question } from '../../domain/question.ts'
import type { Drinks } from '../../domain/units.ts'
import { partSchema } from '../../domain/value-schema.ts'
import { rawDrinks, readDrinks } from './drinks-form.ts'

/** What the form holds of one part: text as typed, choices as ids. Plain JSON, so that it can be journaled as it is. */
export type RawPart = string | string[] | Record<string, string>
export type RawForm = Record<string, RawPart>

/** Where the form holds an honest blank and its reason. No part of a question has this name. */
export const LEFT_OPEN = 'left-open'
export interface BlankValue {
  blank: Blank
  why?: string
}

export type PartProblem =
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-date'
  | 'not-a-time'
  | 'too-long'
  | 'not-drinks'
  | 'not-usable'

/** The form of an answer that stands, or of none. */
export function rawOf(question: Question, value: AnswerValue | undefined): RawForm {
  const parts: Readonly<Record<string, PartValue>> = value && 'parts' in value ? value.parts : {}
  const blank: RawPart = value && 'blank' in value ? rawBlank(value) : {}
  return { ...Object.fromEntries(question.parts.map((p) => [p.id, rawPart(p, parts[p.id])])), [LEFT_OPEN]: blank }
}

export const rawBlank = ({ blank, why }: BlankValue): Record<string, string> => ({ blank, ...(why && { why }) })

/** The honest blank that is chosen; it stands for the whole answer, whatever else the form still holds. */
export function blankIn(raw: RawForm): BlankValue | undefined {
  const { blank = '', why = '' } = asRecord(raw[LEFT_OPEN])
  if (blank === '') return undefined
  return { blank: blank as Blank, ...(why.trim() && { why: why.trim() }) }
}

export const asRecord = (held: RawPart | undefined): Record<string, string> =>
  typeof held === 'object' && !Array.isArray(held) ? held : {}

function rawPart(part: Part, value: PartValue | undefined): RawPart {
  switch (part.kind) {
    case 'multi':
    case 'people':
      return Array.isArray(value) ? [...value] : []
    case 'grid':
    case 'contact':
      return typeof value === 'object' && !Array.isArray(value) ? { ...(value as Record<string, string>) } : {}
    case 'drinks':
      return Array.isArray(value) ? rawDrinks(value as readonly Drinks[]) : {}
    case 'date': {
      const date = value as DateValue | undefined
      const [year = '', month = '', day = ''] = (date?.on ?? '').split('-')
      return { year, month, day, ...(date?.about && { about: 'yes' }) }
    }
    default:
      return value === undefined ? '' : String(value)
  }
}

/** Anything was typed or chosen. */
export const holdsSomething = (raw: RawForm): boolean =>
  Object.values(raw).some((held) =>
    typeof held === 'string' ? held.trim() !== '' : Object.values(held).some((v) => v.trim() !== ''),
  )

export function isShown(part: Part, raw: RawForm): boolean {
  if (!part.when) return true
  const held = raw[part.when.part]
  const chosen = Array.isArray(held) ? held : [held]
  return part.when.is.some((o) => chosen.includes(o))
}

/** The parts that are filled in and sound, and what is wrong with the others. One bad part never holds back the rest. */
export function readForm(
  question: Question,
  raw: RawForm,
): { parts: Record<string, PartValue>; problems: Record<string, PartProblem> } {
  const parts: Record<string, PartValue> = {}
  const problems: Record<string, PartProblem> = {}
  for (const part of question.parts) {
    if (!isShown(part, raw)) continue
    const value = parsed(part, raw[part.id] ?? '')
    if (value === undefined) continue
    if (value === 'unreadable' || !partSchema(part).safeParse(value).success)
      problems[part.id] = problemWith(part, value)
    else parts[part.id] = value
  }
  return { parts, problems }
}

/** Undefined when nothing is filled in. */
function parsed(part: Part, raw: RawPart): PartValue | undefined | 'unreadable' {
  switch (part.kind) {
    case 'multi':
    case 'people':
      return Array.isArray(raw) && raw.length > 0 ? raw : undefined
    case 'grid':
    case 'contact': {
      const filled = Object.entries(raw as Record<string, string>).filter(([, v]) => v.trim() !== '')
      return filled.length > 0 ? Object.fromEntries(filled) : undefined
    }
    case 'drinks':
      return readDrinks(raw as Record<string, string>)
    case 'date':
      return parsedDate(raw as Record<string, string>, part.approximate === true)
    case 'number': {
      const text = String(raw).trim().replace(',', '.')
      if (text === '') return undefined
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : 'unreadable'
    }
    default:
      return String(raw).trim() === '' ? undefined : String(raw)
  }
}

function parsedDate(raw: Record<string, string>, approximate: boolean): PartValue | undefined | 'unreadable' {
  const [year, month, day] = [raw.year, raw.month, raw.day].map((t) => (t ?? '').trim())
  if (!year && !month && !day) return undefined
  const whole = year && month && day
  if (!year || !/^\d{4}$/.test(year) || (!whole && !approximate) || (day && !month)) return 'unreadable'
  const rest = [month, day].filter((t): t is string => !!t)
  if (rest.some((t) => !/^\d{1,2}$/.test(t))) return 'unreadable'
  const on = [year, ...rest.map((t) => t.padStart(2, '0'))].join('-')
  return raw.about === 'yes' ? { on, about: true } : { on }
}

function problemWith(part: Part, value: PartValue | 'unreadable'): PartProblem {
  switch (part.kind) {
    case 'number':
      return value === 'unreadable' ? 'not-a-number' : 'out-of-range'
    case 'date':
      return 'not-a-date'
    case 'time':
      return 'not-a-time'
    case 'drinks':
      return 'not-drinks'
    case 'text':
    case 'verbatim':
    case 'contact':
      return 'too-long'
    default:
      return 'not-usable'
  }
}
