import type { Drinks } from '../../domain/units.ts'

/** The drinks of a form, as one flat record of text: `3-ml` is the size in the row with key 3. A gap in the keys is a row taken out. */
export type RawDrinks = Readonly<Record<string, string>>
export const DRINK_FIELDS = ['what', 'ml', 'strength', 'count'] as const
export type DrinkField = (typeof DRINK_FIELDS)[number]
export type DrinkRow = Record<DrinkField, string> & { key: number }

export const rowsOf = (raw: RawDrinks): readonly DrinkRow[] => {
  const keys = [...new Set(Object.keys(raw).map((k) => Number.parseInt(k, 10)))].sort((a, b) => a - b)
  const held = (key: number, field: DrinkField) => raw[`${key}-${field}`] ?? ''
  return keys.map((key) => ({
    key,
    what: held(key, 'what'),
    ml: held(key, 'ml'),
    strength: held(key, 'strength'),
    count: held(key, 'count'),
  }))
}

export const withRow = (raw: RawDrinks, row: Omit<DrinkRow, 'key'>): Record<string, string> => {
  const key = Math.max(0, ...rowsOf(raw).map((r) => r.key)) + 1
  return { ...raw, ...Object.fromEntries(DRINK_FIELDS.map((f) => [`${key}-${f}`, row[f]])) }
}
export const withField = (raw: RawDrinks, key: number, field: DrinkField, text: string): Record<string, string> => ({
  ...raw,
  [`${key}-${field}`]: text,
})
export const withoutRow = (raw: RawDrinks, key: number): Record<string, string> =>
  Object.fromEntries(Object.entries(raw).filter(([k]) => Number.parseInt(k, 10) !== key))

export const rawDrinks = (drinks: readonly Drinks[]): Record<string, string> =>
  Object.fromEntries(
    drinks.flatMap((d, i) =>
      DRINK_FIELDS.flatMap((f) => (d[f] === undefined ? [] : [[`${i + 1}-${f}`, String(d[f])]])),
    ),
  )

const SHAPES = { ml: /^\d+$/, strength: /^\d+([.,]\d)?$/, count: /^\d+$/ }

/** One row; undefined while nothing is in it. */
export function drinkIn(row: DrinkRow): Drinks | undefined | 'unreadable' {
  const drink: Drinks = row.what.trim() === '' ? {} : { what: row.what.trim() }
  for (const field of ['ml', 'strength', 'count'] as const) {
    const text = row[field].trim()
    if (text === '') continue
    if (!SHAPES[field].test(text)) return 'unreadable'
    drink[field] = Number(text.replace(',', '.'))
  }
  return Object.keys(drink).length > 0 ? drink : undefined
}

/** All rows that hold something; undefined when none does. */
export function readDrinks(raw: RawDrinks): Drinks[] | undefined | 'unreadable' {
  const drinks: Drinks[] = []
  for (const row of rowsOf(raw)) {
    const drink = drinkIn(row)
    if (drink === 'unreadable') return drink
    if (drink) drinks.push(drink)
  }
  return drinks.length > 0 ? drinks : undefined
}
