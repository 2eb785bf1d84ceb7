/** How much is still not known, in the same words wherever it is said. */
export const unknownCount = (n: number): string => `${n} ${n === 1 ? 'thing is' : 'things are'} still not known`
