/** A4, in points. */
export const PAGE = { width: 595.28, height: 841.89, side: 56, top: 34, bottom: 30 }

export const BODY_WIDTH = PAGE.width - 2 * PAGE.side

export const COLOUR = {
  ink: '#212b32',
  muted: '#425563',
  rule: '#aeb7bd',
  blue: '#005eb8',
  headFill: '#e8edee',
  noteFill: '#f0f4f5',
}

/** Brings running text to 16 points. */
export const LARGE = 16 / 10.5

export const SIZE = { body: 10.5, small: 9, table: 9.5, running: 8.5 }

/** The height of a line, as a multiple of the size of the text. */
export const LEADING = { body: 1.42, table: 1.35, heading: 1.25 }

export const HEADING = {
  1: { size: 21, before: 0, after: 8, colour: COLOUR.blue },
  2: { size: 15.5, before: 12, after: 4, colour: COLOUR.blue },
  3: { size: 12.5, before: 8, after: 3, colour: COLOUR.ink },
  4: { size: 10.5, before: 6, after: 2, colour: COLOUR.ink },
}
