import { type Entry, entrySchema } from '../domain/entry.ts'

/**
 * The entry as it was recorded, or null if its envelope is not one that this version can hold.
 * The value itself is returned, not the parsed copy: parsing would drop fields that a later version added.
 */
export function parseEntry(value: unknown, id: string, assessment: string): Entry | null {
  if (!entrySchema.safeParse(value).success) return null
  const entry = value as Entry
  return entry.id === id && entry.assessment === assessment ? entry : null
}
