/**
 * A text in lines that fit a width, broken at spaces and after hyphens where it can be. A name is never cut: whoever draws
 * it makes room for its lines. Only what is longer than any name ends in an ellipsis; the table beside has it whole.
 */
export function linesOf(text: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = []
  let rest = shortened(text.replace(/\s+/gu, ' ').trim())
  while (rest !== '') {
    const line = firstLine(rest, (t) => widthOf(t, size, bold) <= width)
    lines.push(line.trimEnd())
    rest = rest.slice(line.length).trim()
  }
  return lines
}

/** No less than the width of a text in any font that it is drawn with, in the units of `size`: no font is at hand yet. */
export function widthOf(text: string, size: number, bold = false): number {
  return [...text].reduce((sum, c) => sum + emsOf(c, bold), 0) * size
}

const LONGEST = 90

function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= LONGEST
    ? text
    : `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
}

/** As many whole words as fit; of one that is too long by itself, as many letters. */
function firstLine(text: string, fits: (t: string) => boolean): string {
  let upTo = ''
  for (const c of text) {
    if (upTo !== '' && !fits((upTo + c).trimEnd())) break
    upTo += c
  }
  if (upTo.length === text.length || text[upTo.length] === ' ') return upTo
  const end = Math.max(upTo.lastIndexOf(' '), upTo.lastIndexOf('-') + 1)
  return end > 0 ? upTo.slice(0, end) : upTo
}

const BOLD = 1.1
const LATER_LATIN = new Set('–‘’“”')
const NARROW = new Set("iljtfrI.,:;!?'’‘“”()[] -/·ıíìîï")
const SMALL = new Set('aceksvxyz0123456789')
const CAPITAL = /\p{Lu}|[&¼½¾]/u
const WIDE = /[mwMWŵŴ@%—…æÆœŒ©®¶ŉ]/u

function emsOf(c: string, bold: boolean): number {
  if (WIDE.test(c)) return 1.02
  if (c > '\u024f' && !LATER_LATIN.has(c)) return 1.1
  return (NARROW.has(c) ? 0.45 : SMALL.has(c) ? 0.58 : CAPITAL.test(c) ? 0.8 : 0.65) * (bold ? BOLD : 1)
}
