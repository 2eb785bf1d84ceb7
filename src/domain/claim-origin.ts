import type { Slot } from './entry.ts'

/** What an offered claim is made from, as it is kept with the claim: its question and subject first. */
export const writeOrigin = (parts: readonly string[]): string => parts.join('|')

/** The slot that an origin names. */
export function readOrigin(origin: string): Slot {
  const [question = '', subject = ''] = origin.split('|')
  return { question, subject }
}
