/** One bug, planted in the code as it is built: each text must be there exactly once, or the list is out of date. */
export interface Mutant {
  name: string
  /** Where there are several files, the text is in one of them. */
  patches: readonly { file: string | readonly string[]; find: string; replace: string }[]
}

export const one = (name: string, file: string | readonly string[], find: string, replace: string): Mutant => ({
  name,
  patches: [{ file, find, replace }],
})
