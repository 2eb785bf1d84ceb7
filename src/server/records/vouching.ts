import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The server's own word that it has stored an entry. It goes out with every pulled entry; a device that brings both back after
 * a restore brings back what the backup lacked, whoever recorded it.
 */
export interface Vouching {
  /** Lower-case hexadecimal. `hash` is of the entry's text, and so of its author, its id and all it says. */
  voucherFor(assessment: string, hash: string): string
  isVouched(assessment: string, hash: string, voucher: string): boolean
}

/** `key`: 32 random bytes or more. Not in a backup: whoever has a backup could otherwise write under any name. */
export function vouchingWith(key: Uint8Array): Vouching {
  if (key.length < 32) throw new Error('a key for vouchers is too short')
  const macOf = (assessment: string, hash: string): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify(['linnet entry', assessment, hash]))
      .digest()
  return {
    voucherFor: (assessment, hash) => macOf(assessment, hash).toString('hex'),
    isVouched: (assessment, hash, voucher) => {
      const given = Buffer.from(voucher, 'hex')
      const own = macOf(assessment, hash)
      return given.length === own.length && timingSafeEqual(given, own)
    },
  }
}
