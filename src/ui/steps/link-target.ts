import type { Slot } from '../../domain/entry.ts'

/** The question to bring into sight after a step has been opened. */
export type LinkTarget = Pick<Slot, 'question'>

/** Brings a question into sight and puts the focus on it. */
export function showQuestion({ question }: LinkTarget): void {
  const element = document.getElementById(question)
  element?.scrollIntoView({ block: 'start' })
  element?.focus()
}
