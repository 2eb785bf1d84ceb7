/**
 * The one control in a form that its label names. The library's own way to find it looks at each pair of a label and a
 * control, which takes most of a second on a long card.
 */
export function byLabel<T extends HTMLElement = HTMLInputElement>(form: HTMLElement, name: string, selector = '*'): T {
  const found = [...form.querySelectorAll('label')]
    .filter((label) => label.textContent?.trim() === name)
    .flatMap((label) => document.getElementById(label.htmlFor) ?? [])
    .filter((control) => control.matches(selector))
  const [only, another] = found
  if (!only || another) throw new Error(`${found.length} controls named ${name}`)
  return only as T
}
