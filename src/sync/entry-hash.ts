import { canonicalJson } from '../domain/canonical-json.ts'
import type { Entry } from '../domain/entry.ts'

/** The one text of an entry: what is sent, what is stored, and what is hashed. */
export const entryText = (entry: Entry): string => canonicalJson(entry)

/** SHA-256 of an entry's text in UTF-8, in lower-case hexadecimal. The same in a browser, a worker and Node. */
export async function entryHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
