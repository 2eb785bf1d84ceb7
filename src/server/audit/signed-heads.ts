import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { AuditHead } from './audit-chain.ts'
import { headLine } from './verify.ts'

/** The heads with a signature (Ed25519) as their last line. `privateKey` is PEM. Null: it is no such key. */
export function signedHeads(heads: readonly AuditHead[], privateKey: string): string[] | null {
  const lines = heads.map(headLine)
  try {
    const signature = sign(null, Buffer.from(lines.join('\n')), createPrivateKey(privateKey))
    return [...lines, `${SIGNATURE}${signature.toString('base64')}`]
  } catch {
    return null
  }
}

/** The lines before the signature, when it was made over them by the holder of this key (PEM, public or private). */
export function linesIfSigned(text: string, key: string): string | null {
  const lines = text.trim().split('\n')
  const last = lines.pop() ?? ''
  if (!last.startsWith(SIGNATURE)) return null
  const kept = lines.join('\n')
  try {
    const signature = Buffer.from(last.slice(SIGNATURE.length), 'base64')
    return verify(null, Buffer.from(kept), createPublicKey(key), signature) ? kept : null
  } catch {
    return null
  }
}

/** Without checking it. */
export const withoutSignature = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith(SIGNATURE))
    .join('\n')

const SIGNATURE = 'signature '
