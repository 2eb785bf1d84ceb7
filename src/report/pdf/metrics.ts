export type FontKey = 'regular' | 'bold' | 'italic'

/** What the layout has to know of the fonts. Lengths are for text at size 1. */
export interface Metrics {
  width(font: FontKey, text: string): number
  ascent(font: FontKey): number
  descent(font: FontKey): number
  has(font: FontKey, codePoint: number): boolean
}
