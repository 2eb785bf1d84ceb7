import { STEP_IDS, type StepId } from '../guidance/index.ts'

/** A place in the open assessment, as the address bar shows it: random ids and step ids only. */
export type Place = 'tasks' | 'check' | 'finished' | 'now' | 'export' | StepId

const isStep = (word: string): word is StepId => (STEP_IDS as readonly string[]).includes(word)

export function placeIn(rest: string): Place {
  const word = rest.split('/').filter(Boolean)[0] ?? 'tasks'
  if (isStep(word)) return word
  return word === 'check' || word === 'finished' || word === 'now' || word === 'export' ? word : 'tasks'
}

export const pathTo = (assessment: string, place: Place): string =>
  place === 'tasks' ? `/a/${assessment}` : `/a/${assessment}/${place}`

/** The sheet for the family belongs to the step on safer sleep, and has an address of its own. */
export const pathToFamilySheet = (assessment: string): string => `${pathTo(assessment, 'SLP')}/sheet`

/** The place that a state of the chart stands for. */
export function placeOf(value: unknown): Place {
  if (value === 'interruption') return 'now'
  const inner = typeof value === 'object' && value !== null && 'open' in value ? String(value.open) : 'taskList'
  if (inner === 'checkAnswers') return 'check'
  if (inner === 'completed') return 'finished'
  return isStep(inner) ? inner : 'tasks'
}
