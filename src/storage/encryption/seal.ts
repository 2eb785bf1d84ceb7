import { canonicalJson } from '../../domain/canonical-json.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** `version` is the format of the seal, not of what is inside. `iv` is 12 bytes, `bytes` the ciphertext with its tag. */
export interface Sealed {
  version: number
  iv: Bytes
  bytes: Bytes
}

/** Where a sealed record lives. It is authenticated, so a record moved to another place does not open. */
export interface SealedPlace {
  table: string
  id: string
  assessment: string
}

/**
 * Why a record does not open. Each is kept as it is and reported to the practitioner:
 * - `wrong-key-or-altered`: another key sealed it, or the bytes or its place changed. Restore from another copy.
 * - `malformed`: the row or what is inside has the wrong shape. Restore from another copy.
 * - `later-version`: a newer Linnet wrote it. Update Linnet.
 */
export type UnsealFailure = 'wrong-key-or-altered' | 'malformed' | 'later-version'

export type Unsealed = { ok: true; value: unknown; text: string } | { ok: false; reason: UnsealFailure }

const SEAL_VERSION = 1
const IV_BYTES = 12
/** Short answers ("yes", "no") would otherwise be told apart by their length. JSON allows trailing spaces. */
const PADDED_TO = 256

/** Seals any JSON value with a fresh random nonce. Throws `NotJson` if the value is not plain JSON. */
export async function seal(key: CryptoKey, place: SealedPlace, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const additionalData = associatedData(place, SEAL_VERSION)
  const plain = padded(new TextEncoder().encode(canonicalJson(value)))
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
  return { version: SEAL_VERSION, iv, bytes: new Uint8Array(bytes) }
}

/** Opens what `seal` made. `text` is the canonical JSON that was sealed. Never throws on bad rows. */
export async function openSealed(key: CryptoKey, place: SealedPlace, sealed: unknown): Promise<Unsealed> {
  const row = sealed as Partial<Sealed> | null | undefined
  if (typeof row?.version !== 'number' || !Number.isInteger(row.version) || row.version < 1) return malformed
  if (row.version > SEAL_VERSION) return { ok: false, reason: 'later-version' }
  const { iv, bytes } = row
  if (!isBytes(iv) || !isBytes(bytes) || iv.length !== IV_BYTES) return malformed
  let plain: ArrayBuffer
  try {
    const additionalData = associatedData(place, row.version)
    plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes)
  } catch {
    return { ok: false, reason: 'wrong-key-or-altered' }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plain).trimEnd()
    return { ok: true, value: JSON.parse(text), text }
  } catch {
    return malformed
  }
}

const malformed = { ok: false, reason: 'malformed' } as const

function associatedData(place: SealedPlace, version: number): Bytes {
  return new TextEncoder().encode(JSON.stringify([place.table, place.id, place.assessment, version]))
}

function padded(bytes: Bytes): Bytes {
  const whole = new Uint8Array(Math.ceil(bytes.length / PADDED_TO) * PADDED_TO).fill(0x20)
  whole.set(bytes)
  return whole
}

/** By tag and not `instanceof`: a row may come from another realm. */
function isBytes(value: unknown): value is Bytes {
  return Object.prototype.toString.call(value) === '[object Uint8Array]'
}
