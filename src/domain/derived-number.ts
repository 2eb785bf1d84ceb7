import { type Answer, type AnswerValue, cells, drinksIn, numberIn } from './answer.ts'
import type { Derivation } from './question.ts'
import { asUnits, unitsOf } from './units.ts'

/** `incomplete` when something it is made from is there and something is missing; undefined when nothing is there. */
export type DerivedNumber = number | 'incomplete' | undefined

/** A number that follows from other parts of the same answer. Nothing that is missing counts as nothing. */
export function derivedNumber(derivation: Derivation, parts: Parts): DerivedNumber {
  const answer = { value: { parts } as AnswerValue } as Answer
  switch (derivation.k) {
    case 'units': {
      const drinks = drinksIn(answer, derivation.of)
      if (drinks.length === 0) return undefined
      const total = unitsOf(drinks)
      return total === 'incomplete' ? total : asUnits(total.tenths)
    }
    case 'rows':
      return rowsHolding(cells(answer, derivation.of), derivation)
    case 'sum': {
      const numbers = derivation.of.flatMap((id) => numberIn(answer, id) ?? [])
      if (numbers.length === 0) return undefined
      return numbers.length === derivation.of.length ? numbers.reduce((sum, n) => sum + n, 0) : 'incomplete'
    }
  }
}

type Parts = Extract<AnswerValue, { parts: unknown }>['parts']

/** Seven days of which one is not known do not make a count. */
function rowsHolding(
  held: Readonly<Record<string, string>>,
  { rows, cell, unknown }: Extract<Derivation, { k: 'rows' }>,
): DerivedNumber {
  const answered = rows.flatMap((row) => held[row] ?? [])
  if (answered.length === 0) return undefined
  if (answered.length < rows.length || answered.some((c) => unknown.includes(c))) return 'incomplete'
  return answered.filter((c) => c === cell).length
}
