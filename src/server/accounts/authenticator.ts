import { Secret, TOTP } from 'otpauth'

const PERIOD = 30

/** A new secret in base 32, for an authenticator app: 160 bits. */
export const newAuthenticator = (): string => new Secret({ size: 20 }).base32

/** The same as an address, for a QR code. */
export const otpauthOf = (secret: string, email: string): string => totp(secret, email).toString()

/**
 * The step (30 seconds each since 1970) that a code is of; null when it is of none. One step before and after are taken:
 * clocks differ, and people type slowly. Whoever asks must see to it that no step is used twice.
 */
export function stepOf(secret: string | null | undefined, code: string, now: number): number | null {
  const delta = totp(secret ?? NOBODYS).validate({ token: code, timestamp: now, window: 1 })
  return delta === null || secret == null ? null : Math.floor(now / 1000 / PERIOD) + delta
}

const NOBODYS = newAuthenticator()
const totp = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Linnet', label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: Secret.fromBase32(secret) })
