/** The question, and perhaps the field in it, to bring into sight when a step is opened. */
export interface LinkTarget {
  question: string
  /** The id of an input on the page. */
  field?: string | undefined
}

/** Brings a question into sight and puts the focus on it. */
export function showQuestion(question: string): void {
  const element = document.getElementById(question)
  element?.scrollIntoView({ block: 'start' })
  element?.focus()
}
