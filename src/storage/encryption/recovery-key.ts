import type { Bytes } from './seal.ts'

const SECRET_BYTES = 20
const CHECK_CHARACTERS = 4
/** Crockford's alphabet: no I, L, O or U, so that a key copied by hand can be read tolerantly. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new recovery key: 160 random bits and a checksum as nine groups of four, to be written down. Kept nowhere. */
export async function newRecoveryKey(): Promise<string> {
  const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
  const text = base32(secret) + (await checksum(secret))
  return text.match(/.{4}/g)?.join('-') ?? text
}

/**
 * Reads a recovery key as a person types it: any case, spaces and dashes, O for 0, I or L for 1.
 * `malformed-recovery-key`: a character is missing or mistyped; check it against the paper and type it again.
 */
export async function parseRecoveryKey(
  typed: string,
): Promise<{ ok: true; secret: Bytes } | { ok: false; reason: 'malformed-recovery-key' }> {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9\p{L}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const digits = Array.from(text, (character) => ALPHABET.indexOf(character))
  const secretDigits = digits.slice(0, -CHECK_CHARACTERS)
  if (digits.includes(-1) || secretDigits.length * 5 !== SECRET_BYTES * 8) return malformed
  const secret = bytesOf(secretDigits)
  return text.endsWith(await checksum(secret)) ? { ok: true, secret } : malformed
}

const malformed = { ok: false, reason: 'malformed-recovery-key' } as const

async function checksum(secret: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', secret))
  return base32(digest).slice(0, CHECK_CHARACTERS)
}

/** Five bits a character, first bit first; a last partial group is filled with zeros. */
function base32(bytes: Bytes): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

function bytesOf(digits: readonly number[]): Bytes {
  const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}
