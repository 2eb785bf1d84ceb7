import userEvent from '@testing-library/user-event'
import type { AnswerValue } from '../../../src/domain/answer.ts'
import type { Author, Entry, EntryBasis, Slot } from '../../../src/domain/entry.ts'
import { afterLeaving, composed } from './open-assessment.tsx'

/** Hands at the screen. The clock stands still while they type. */
export const hands = () => userEvent.setup({ delay: null })

/** A tap beside the form; what follows from it is done when this ends. */
export async function tapBeside(user: ReturnType<typeof hands>): Promise<void> {
  await user.click(document.body)
  await afterLeaving()
}

/** An entry that a colleague made on a device of their own. */
export function recorded(
  author: Author,
  id: string,
  slot: Slot,
  value: AnswerValue,
  { seen = [], basis }: { seen?: readonly string[]; basis?: EntryBasis } = {},
): Entry {
  const [entry] = composed([{ kind: 'answer', slot, value, seen, basis }], author)
  if (!entry) throw new Error('Nothing was made')
  return { ...entry, id }
}

export function removed(author: Author, id: string, slot: Slot, why: string, seen: readonly string[]): Entry {
  const [entry] = composed([{ kind: 'retract', slot, value: { why }, seen }], author)
  if (!entry) throw new Error('Nothing was made')
  return { ...entry, id }
}
