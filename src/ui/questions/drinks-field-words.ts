const MISSING = { ml: 'the size', strength: 'the strength', count: 'how many' }
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** The words of the drinks builder, and the common containers that it offers. No container brings a strength with it. */
export const drinksFieldWords = {
  workItOut: 'Work out the units from the drinks',
  inPregnancy: 'In pregnancy the UK advice is to drink no alcohol at all.',
  drink: (n: number) => `Drink ${n}`,
  what: 'What it is',
  size: 'Size of one',
  strength: 'Strength',
  howMany: 'How many',
  fewer: (name: string) => `One fewer: ${name}`,
  more: (name: string) => `One more: ${name}`,
  minus: '−',
  plus: '+',
  remove: 'Take out',
  add: 'Add a drink',
  another: 'Another drink',
  container: (what: string, ml: number) => `${what}, ${ml} ml`,
  noDrinks: 'No drinks are listed.',
  notYet: 'The units can be added up once each drink has a size, a strength and a number.',
  total: (units: string) => `Total: ${units}`,
  unreadable: 'Use plain numbers: whole ml, strength such as 4.5, a whole number of drinks',
  missing: (fields: readonly (keyof typeof MISSING)[]) =>
    `Not yet counted: ${list.format(fields.map((f) => MISSING[f]))} missing`,
  containers: [
    { what: 'Half pint', ml: 284 },
    { what: 'Pint', ml: 568 },
    { what: 'Bottle', ml: 330 },
    { what: 'Can', ml: 440 },
    { what: 'Can', ml: 500 },
    { what: 'Glass of wine', ml: 125 },
    { what: 'Glass of wine', ml: 175 },
    { what: 'Glass of wine', ml: 250 },
    { what: 'Bottle of wine', ml: 750 },
    { what: 'Single spirit', ml: 25 },
    { what: 'Single spirit', ml: 35 },
    { what: 'Bottle of spirits', ml: 700 },
    { what: 'Large bottle of cider', ml: 2000 },
  ],
  /** Offered while a strength is typed. */
  strengths: ['3.5', '4', '4.5', '5', '6', '7.5', '8', '9', '11', '12', '13', '14', '20', '37.5', '40'],
}
