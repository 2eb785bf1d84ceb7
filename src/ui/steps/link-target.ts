import { aboutId } from '../questions/answer-form.tsx'

/** The question, and perhaps the field in it, to bring into sight when a step is opened. */
export interface LinkTarget {
  question: string
  /** Whom it is about, where the question has a form for each of several. */
  subject?: string | undefined
  /** The id of an input on the page. */
  field?: string | undefined
}

/** Brings a question into sight and puts the focus on it. */
export function showQuestion(question: string, subject?: string): void {
  const form = subject === undefined ? null : document.getElementById(aboutId({ question, subject }))
  const element = form ?? document.getElementById(question)
  element?.scrollIntoView({ block: 'start' })
  element?.focus()
}
