/**
 * Text in a picture, before any font is at hand: widths are guessed on the wide side, so that what fits here fits on the
 * screen and on paper.
 */
export function widthOf(text: string, size: number, bold = false): number {
  const ems = [...text].reduce((sum, c) => sum + emsOf(c), 0)
  return ems * size * (bold ? BOLD : 1)
}

/** The whole text, or as much of it as fits with an ellipsis. */
export function fitted(text: string, width: number, size: number, bold = false): string {
  if (widthOf(text, size, bold) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && widthOf(`${letters.join('').trimEnd()}…`, size, bold) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

const BOLD = 1.08
const NARROW = new Set("iljtfrI.,:;|!'’‘()[] -/·")
const WIDE = new Set('mwMWQ@%—…')

const LAST_LATIN = '\u0250'

function emsOf(c: string): number {
  if (NARROW.has(c)) return 0.42
  if (WIDE.has(c)) return 0.98
  if (/[A-Z]/.test(c)) return 0.74
  if (c < LAST_LATIN || '–“”'.includes(c)) return 0.63
  return 1.1
}
