import { canonicalJson } from '../domain/canonical-json.ts'
import type { EntrySealer } from './sealed-entries.ts'

/** Seals nothing, at once: for tests of screens, which do not wait for a cipher. Never for a disk. */
export const plainSealer: EntrySealer = {
  seal: async (_, value) => ({
    version: 1,
    iv: new Uint8Array(12),
    bytes: new Uint8Array(new TextEncoder().encode(canonicalJson(value))),
  }),
  open: async (_, row) => {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(row.bytes)
      return { ok: true, value: JSON.parse(text), text }
    } catch {
      return { ok: false, reason: 'malformed' }
    }
  },
}
