import { type Answer, type AnswerValue, isBlank, type PartValue } from '../../domain/answer.ts'
import type { Slot } from '../../domain/entry.ts'
import type { Question } from '../../domain/question.ts'
import type { DraftInput, SaveState, Workspace } from '../workspace.ts'
import { blankIn, type RawForm, rawOf, readForm } from './form-state.ts'

/**
 * The answer that the form makes; undefined when nothing is left of it. Where a part cannot be read, what the record holds
 * of that part stays until it is mended.
 */
export function valueIn(question: Question, raw: RawForm, before: AnswerValue | undefined) {
  const blank = blankIn(raw)
  if (blank) return { value: blank as AnswerValue, problems: {} }
  const { parts, problems } = readForm(question, raw)
  const held: Readonly<Record<string, PartValue>> = before && !isBlank(before) ? before.parts : {}
  const kept = Object.fromEntries(Object.entries(held).filter(([id]) => id in problems))
  const all = { ...kept, ...parts }
  // An answer that is unreadable as a whole takes nothing back.
  const value: AnswerValue | undefined = Object.keys(all).length > 0 ? { parts: all } : undefined
  return { value: value ?? (Object.keys(problems).length > 0 ? before : undefined), problems }
}

/** What may be said about this form: another's failure in the same slot is not ours to report. */
export function noteState(state: SaveState, pending: boolean): SaveState {
  if (pending) return state === 'saving' || typeof state === 'object' ? state : 'typing'
  return state === 'saving' || state === 'saved' ? state : 'idle'
}

/** A draft that says what the record already holds was saved the moment before the app ended. */
export function draftToGoOnWith(
  workspace: Workspace,
  question: Question,
  slot: Slot,
  standing: Answer | undefined,
): DraftInput | undefined {
  const draft = workspace.draftOf(slot)
  if (!draft || !sameJson(draft.raw, rawOf(question, standing?.value))) return draft
  if (draft.basis && !sameJson(draft.basis, standing?.entry.basis)) return draft
  workspace.dropDraft(slot)
  return undefined
}

export const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  )
}
