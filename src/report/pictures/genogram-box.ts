/** A place on a drawing. */
export interface Spot {
  x: number
  y: number
}

/** The box of one person: the symbol, of the radius `r`, and beneath it the name and a note; `h` at the least. */
export const BOX = { w: 116, h: 102, r: 20 }
/** From the top of a box to the middle of the symbol in it. */
export const MIDDLE = 24
