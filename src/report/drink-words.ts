import { asUnits, type Drinks, unitsOf } from '../domain/units.ts'

const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** Words for alcohol counted in UK units; the screens and the reports say the same. */
export const drinkWords = {
  units: (n: number) => `${oneDecimal.format(n)} UK units`,
  /** One sort of drink: "2 × Pint, 568 ml at 4%". */
  sort: ({ what, ml, strength, count }: Drinks) => {
    const size = ml === undefined ? 'size not known' : `${number.format(ml)} ml`
    const alcohol = strength === undefined ? 'strength not known' : `at ${number.format(strength)}%`
    const said = [what, size].filter(Boolean).join(', ')
    return `${count === undefined ? 'How many not known' : number.format(count)} × ${said} ${alcohol}`
  },
  inAll: (units: string) => `in all ${units}`,
  notAddedUp: 'cannot be added up, as something is not known',
}

export const drinksInWords = (drinks: readonly Drinks[]): string =>
  [...drinks.map(drinkWords.sort), totalInWords(drinks)].join('; ')

function totalInWords(drinks: readonly Drinks[]): string {
  const total = unitsOf(drinks)
  return total === 'incomplete' ? drinkWords.notAddedUp : drinkWords.inAll(drinkWords.units(asUnits(total.tenths)))
}
