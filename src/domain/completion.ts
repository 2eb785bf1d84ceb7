import { type Answer, isBlank, type PartValue } from './answer.ts'
import { type Slot, slotKey } from './entry.ts'
import type { CompletionNeed, Step } from './question.ts'
import type { AskedQuestion } from './relevance.ts'
import { WHOLE } from './subjects.ts'
import type { RecordView } from './view.ts'

export interface Outstanding extends Slot {
  /** What is missing, in a few words of the guidance. */
  says: string
}

/**
 * The slots that keep a step from being complete: what the guidance needs does not stand in them yet. Where people
 * recorded different things, each of these has to meet the need.
 */
export function outstandingIn(step: Step, view: RecordView, asked: readonly AskedQuestion[]): readonly Outstanding[] {
  if (asked.length === 0) return []
  const found = (step.completion ?? []).flatMap((need): Outstanding[] => {
    const subjects = asked.find((a) => a.question.id === need.question)?.subjects ?? []
    if (subjects.length === 0) return need.someFrom ? [{ ...need.someFrom, subject: WHOLE }] : []
    return subjects
      .filter((s) => !isMet(need, view.standing(need.question, s.id)))
      .map((s) => ({ question: need.question, subject: s.id, says: need.says }))
  })
  return [...new Map(found.map((slot) => [slotKey(slot), slot])).values()]
}

const isMet = (need: CompletionNeed, standing: readonly Answer[]): boolean =>
  standing.length > 0 && standing.every((answer) => meets(need, answer))

function meets(need: CompletionNeed, { value }: Answer): boolean {
  if (isBlank(value)) return need.blanks?.includes(value.blank) ?? false
  return need.parts.every(({ id, not = [] }) => {
    const held = optionsIn(value.parts[id])
    return held.length > 0 && held.every((option) => option.trim() !== '' && !not.includes(option))
  })
}

function optionsIn(value: PartValue | undefined): readonly string[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  return [typeof value === 'object' ? 'filled' : String(value)]
}
