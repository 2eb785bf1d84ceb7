import { canonicalJson } from '../../domain/canonical-json.ts'
import type { Slot } from '../../domain/entry.ts'
import { hex } from '../random-id.ts'

/** A row key that is the same for the same slot and, without the vault's key, says nothing about the question. */
export async function draftName(names: CryptoKey, assessment: string, slot: Slot): Promise<string> {
  const text = canonicalJson(['draft', assessment, slot.question, slot.subject])
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', names, new TextEncoder().encode(text))))
}
