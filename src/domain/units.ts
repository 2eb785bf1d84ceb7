/** Drinks of one sort, as somebody described them. What is not known yet is left out; a size is never guessed. */
export interface Drinks {
  /** A common container or free text, as said. */
  what?: string
  /** Millilitres of one. */
  ml?: number
  /** Alcohol by volume in percent, with one decimal at most. */
  strength?: number
  count?: number
}

/** What drinks come to; `incomplete` while a size, a strength or a number is missing: missing is never nothing. */
export type UnitsTotal = { tenths: number } | 'incomplete'

/**
 * UK units of several drinks (1 unit is 10 ml of alcohol: ml × % ÷ 1000), in tenths of a unit. Counted in whole numbers,
 * and rounded once at the end, so that neither order nor grouping can matter.
 */
export function unitsOf(drinks: readonly Drinks[]): UnitsTotal {
  let fine = 0
  for (const one of drinks) {
    const units = fineUnits(one)
    if (units === undefined) return 'incomplete'
    fine += units
  }
  return { tenths: Math.floor((fine + HALF_A_TENTH) / A_TENTH) }
}

/** Units in tenths as a number with one decimal, as it is stored and shown. */
export const asUnits = (tenths: number): number => tenths / 10

/** The same way round: a number that was typed, in tenths. */
export const inTenths = (units: number): number => Math.round(units * 10)

/** One ten-thousandth of a unit: ml × tenths of a percent. */
const A_TENTH = 1000
const HALF_A_TENTH = A_TENTH / 2

function fineUnits({ ml, strength, count }: Drinks): number | undefined {
  if (ml === undefined || strength === undefined || count === undefined) return undefined
  return ml * Math.round(strength * 10) * count
}
