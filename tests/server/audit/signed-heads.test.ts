import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { linesIfSigned, signedHeads, withoutSignature } from '../../../src/server/audit/signed-heads.ts'
import { readHeads } from '../../../src/server/audit/verify.ts'

const pem = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    own: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    open: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  }
}
const HEADS = [
  { assessment: 'a1', count: 3, head: 'a'.repeat(64) },
  { assessment: 'a 2', count: 1, head: 'b'.repeat(64) },
]

test('heads are read back by whoever has the public key', () => {
  const { own, open } = pem()
  const text = signedHeads(HEADS, own)?.join('\n') ?? ''
  expect(readHeads(linesIfSigned(text, open) ?? '')).toEqual(HEADS)
  expect(readHeads(linesIfSigned(`${text}\n`, own) ?? '')).toEqual(HEADS)
  expect(readHeads(withoutSignature(text))).toEqual(HEADS)
})

test('heads that were changed, shortened, or signed by somebody else are not taken', () => {
  const { own, open } = pem()
  const lines = signedHeads(HEADS, own) ?? []
  const signed = (changed: string[]) => linesIfSigned(changed.join('\n'), open)
  expect(signed(lines.map((line) => line.replace('3 a', '2 a')))).toBeNull()
  expect(signed(lines.slice(1))).toBeNull()
  expect(signed(lines.slice(0, -1))).toBeNull()
  expect(signed(signedHeads(HEADS, pem().own) ?? [])).toBeNull()
  expect(linesIfSigned(lines.join('\n'), 'no key')).toBeNull()
  expect(signedHeads(HEADS, 'no key')).toBeNull()
})
