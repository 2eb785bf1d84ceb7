import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key of a folder's vouchers, made when it is first asked for. It lies beside the database and is no part of it: a
 * backup of the records does not hold it. Without it, vouchers of before are worth nothing; nothing else is lost.
 */
export function voucherKeyIn(folder: string): Uint8Array {
  const path = join(folder, 'voucher.key')
  const kept = existsSync(path) ? Buffer.from(readFileSync(path, 'utf8').trim(), 'hex') : null
  if (kept && kept.length >= BYTES) return kept
  const key = randomBytes(BYTES)
  writeFileSync(path, `${key.toString('hex')}\n`, { mode: 0o600 })
  return key
}

const BYTES = 32
