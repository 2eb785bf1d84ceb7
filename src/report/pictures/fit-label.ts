const WIDE = /[mwMWQOGD@%&—…\u1100-\uffff]/u
const NARROW = /[ijlftr.,;:'’|!()[\]\- I]/u
const CAPITAL = /[A-Z]/u

/** No less than the width of a text in any font that it is drawn with: in the units of `size`. */
export function widthAtMost(text: string, size: number, bold = false): number {
  const units = [...text].reduce((sum, c) => {
    if (WIDE.test(c)) return sum + 1
    if (NARROW.test(c)) return sum + 0.42
    return sum + (CAPITAL.test(c) ? 0.74 : 0.64)
  }, 0)
  return units * size * (bold ? 1.1 : 1)
}

/** A text in so many lines that fit a width, broken at spaces where it can be; what is left over ends in an ellipsis. */
export function fitLabel(text: string, width: number, size: number, lines = 2, bold = false): readonly string[] {
  const fits = (t: string) => widthAtMost(t, size, bold) <= width
  const made: string[] = []
  let rest = text.replace(/\s+/gu, ' ').trim()
  while (rest !== '' && made.length < lines) {
    const isLast = made.length === lines - 1
    if (fits(rest)) {
      made.push(rest)
      break
    }
    const line = isLast ? `${longest(rest, (t) => fits(`${t}…`)).trimEnd()}…` : firstLine(rest, fits)
    made.push(line.trimEnd())
    rest = isLast ? '' : rest.slice(line.length).trim()
  }
  return made
}

/** As many whole words as fit; of one that is too long by itself, as many letters. */
function firstLine(text: string, fits: (t: string) => boolean): string {
  const upTo = longest(text, fits)
  if (text[upTo.length] === ' ') return upTo
  const space = upTo.lastIndexOf(' ')
  return space > 0 ? upTo.slice(0, space) : upTo
}

function longest(text: string, fits: (t: string) => boolean): string {
  let taken = ''
  for (const c of text) {
    if (!fits(taken + c)) return taken === '' ? c : taken
    taken += c
  }
  return taken
}
