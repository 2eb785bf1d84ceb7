import { BASES_IN_LAW, PURPOSES } from '../../guidance/whole.ts'

/** Why somebody was invited, and what that rests on; nothing for what is not known. */
export const groundsInWords = (grounds: { purpose: string | null; lawfulBasis: string | null }): string[] =>
  [
    PURPOSES.find((p) => p.id === grounds.purpose)?.label,
    BASES_IN_LAW.find((b) => b.id === grounds.lawfulBasis)?.label,
  ].filter((label) => label !== undefined)
