import type { FontKey, Metrics } from './metrics.ts'

const REPLACEMENT = '\ufffd'

/** Makes text printable with the fonts there are, and remembers the characters that they do not have. */
export class TextCleaner {
  readonly #metrics: Metrics
  readonly #missing = new Set<string>()

  constructor(metrics: Metrics) {
    this.#metrics = metrics
  }

  /** The text with each character the font lacks as U+FFFD, which shows that something is not there. */
  printable(text: string, font: FontKey): string {
    return [...plain(text)].map((c) => (c === '\n' || this.#has(font, c) ? c : this.#lacking(c))).join('')
  }

  warnings(): string[] {
    if (this.#missing.size === 0) return []
    const listed = [...this.#missing].map((c) => `${c} (${codeOf(c)})`).join(', ')
    return [`These characters cannot be printed and are shown as ${REPLACEMENT}: ${listed}`]
  }

  #has(font: FontKey, character: string): boolean {
    return this.#metrics.has(font, character.codePointAt(0) ?? 0)
  }

  #lacking(character: string): string {
    if (character !== REPLACEMENT) this.#missing.add(character)
    return REPLACEMENT
  }
}

/** Text without what a page does not show: control characters, direction marks, soft hyphens, odd spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/[\u2007\u202f]/g, '\u00a0')
    .replace(/[\t\u2000-\u2006\u2008-\u200a\u205f\u3000]/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/\p{Cs}/gu, REPLACEMENT)
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
