import type { Entry } from './entry.ts'
import { BLANKS, type Blank } from './question.ts'
import type { Drinks } from './units.ts'

/** Known to the precision given by its length: `2026-03-04`, `2026-03` or `2026`; `about` marks an approximate date. */
export interface DateValue {
  on: string
  about?: true
}
export interface ContactValue {
  name?: string
  role?: string
  phone?: string
  email?: string
}
export type PartValue =
  | string
  | number
  | readonly string[]
  | readonly Drinks[]
  | DateValue
  | ContactValue
  | Readonly<Record<string, string>>

/** What somebody recorded: the parts that were filled in, or one honest blank with an optional reason. */
export type AnswerValue = { parts: Readonly<Record<string, PartValue>> } | { blank: Blank; why?: string }

/** A head that holds an answer (given directly, or chosen by a resolve entry). */
export interface Answer {
  question: string
  subject: string
  value: AnswerValue
  entry: Entry
}

export const isBlank = (v: AnswerValue): v is { blank: Blank; why?: string } => 'blank' in v

/** Reads the opaque value of an entry; null when this version cannot show it. */
export function readAnswer(value: unknown): AnswerValue | null {
  if (!isMap(value)) return null
  if ('blank' in value) {
    const whole = BLANKS.includes(value.blank as Blank) && (value.why === undefined || isText(value.why))
    return whole ? (value as unknown as AnswerValue) : null
  }
  const { parts } = value
  return isMap(parts) && Object.values(parts).every(isPartValue) ? (value as unknown as AnswerValue) : null
}

function isPartValue(value: unknown): value is PartValue {
  if (Array.isArray(value)) return value.every(isText) || value.every(isDrinks)
  if (!isMap(value)) return isText(value) || Number.isFinite(value)
  const { about, ...rest } = value
  return Object.values(rest).every(isText) && (about === undefined || isText(about) || isText(value.on))
}

function isDrinks(value: unknown): value is Drinks {
  if (!isMap(value)) return false
  const { what, ...numbers } = value
  return (
    (what === undefined || isText(what)) &&
    Object.entries(numbers).every(([key, n]) => DRINK_NUMBERS.includes(key) && Number.isFinite(n))
  )
}
const DRINK_NUMBERS: readonly string[] = ['ml', 'strength', 'count'] satisfies (keyof Drinks)[]

const isText = (value: unknown): value is string => typeof value === 'string'
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function part(answer: Answer, id: string): PartValue | undefined {
  return isBlank(answer.value) ? undefined : answer.value.parts[id]
}

/** The options chosen in a single or multi part; none for a blank. */
export function chosen(answer: Answer, id: string): readonly string[] {
  const v = part(answer, id)
  if (typeof v === 'string') return [v]
  return Array.isArray(v) ? v.filter(isText) : []
}

/** The drinks listed in a part; none for a blank. */
export function drinksIn(answer: Answer, id: string): readonly Drinks[] {
  const v = part(answer, id)
  return Array.isArray(v) ? v.filter(isDrinks) : []
}

/** The option chosen in one row of a grid. */
export function cell(answer: Answer, id: string, row: string): string | undefined {
  return cells(answer, id)[row]
}
export function cells(answer: Answer, id: string): Readonly<Record<string, string>> {
  const v = part(answer, id)
  return typeof v === 'object' && !Array.isArray(v) && !('on' in v) ? (v as Record<string, string>) : {}
}

export function numberIn(answer: Answer, id: string): number | undefined {
  const v = part(answer, id)
  return typeof v === 'number' ? v : undefined
}

export function textIn(answer: Answer, id: string): string {
  const v = part(answer, id)
  return typeof v === 'string' ? v.trim() : ''
}

export function dateIn(answer: Answer, id: string): DateValue | undefined {
  const v = part(answer, id)
  return typeof v === 'object' && 'on' in v ? (v as DateValue) : undefined
}
