/**
 * A record's id, as people write it down, read it out and paste it: 32 letters and digits. Spaces, hyphens and capitals do
 * not matter, and an address of the record is understood. Letters that are none of its own are what the eye takes for a digit.
 * `characters`: how many there are, when it is no reference.
 */
export function readReference(text: string): { ok: true; id: string } | { ok: false; characters: number } {
  const address = /\/a\/([0-9a-f]{32})(?![0-9a-z])/i.exec(text)?.[1]
  const id = (address ?? text).replace(BETWEEN, '').toLowerCase().replace(/o/g, '0').replace(/[il]/g, '1')
  return /^[0-9a-f]{32}$/.test(id) ? { ok: true, id } : { ok: false, characters: [...id].length }
}

/** In groups of four, for writing down and reading out. */
export const referenceInGroups = (id: string): string => id.replace(/(.{4})(?=.)/g, '$1 ')

/** White space, whatever looks like a hyphen, and what nobody sees. */
const BETWEEN = /[\s\p{Pd}\p{Cf}\u2212.,;:]/gu
