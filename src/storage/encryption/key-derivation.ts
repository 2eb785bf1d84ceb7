import type { Bytes } from './seal.ts'

/** No wrap made by a shipped Linnet is cheaper to guess than this. Raise it here; never lower it. */
export const ITERATION_FLOOR = 600_000
/** A stored count above this is damage: deriving would hang the page. */
export const ITERATION_CEILING = 50_000_000

/** How a passphrase becomes a wrapping key. Tests pass a cheap one; the app passes `productionKdf()`. */
export interface PassphraseKdf {
  /** Names the algorithm and its version; stored with each wrap. */
  readonly id: string
  /** Wraps with fewer iterations are refused. */
  readonly floor: number
  /** What a new wrap gets, unless the old one had more. */
  readonly iterations: number
  wrappingKey(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey>
}

/** PBKDF2-SHA256 with at least `ITERATION_FLOOR` iterations, whatever is asked for. */
export function productionKdf(iterations: number = ITERATION_FLOOR): PassphraseKdf {
  return {
    id: PBKDF2_ID,
    floor: ITERATION_FLOOR,
    iterations: Math.max(iterations, ITERATION_FLOOR),
    wrappingKey: pbkdf2WrappingKey,
  }
}

export const PBKDF2_ID = 'pbkdf2-sha256/1'

/** Phones add a space after a suggested word, and keyboards differ in how they compose accents. */
export async function pbkdf2WrappingKey(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC').trim().replace(/\s+/g, ' '))
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(how, material, WRAPPING, false, ['wrapKey', 'unwrapKey'])
}

export const RECOVERY_KDF_ID = 'hkdf-sha256/1'

/** The recovery secret is 160 random bits, so it needs no slow derivation. */
export async function recoveryWrappingKey(secret: Bytes, salt: Bytes): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode('linnet recovery wrap') }
  return crypto.subtle.deriveKey(how, material, WRAPPING, false, ['wrapKey', 'unwrapKey'])
}

const WRAPPING = { name: 'AES-GCM', length: 256 }
