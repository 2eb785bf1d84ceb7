import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSigner } from '../../../src/server/audit/signer.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linnet-key-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const signerIn = (given?: string) => {
  const opened = openSigner({ folder: join(folder, 'data'), given })
  if (!opened.ok) throw new Error(opened.problem)
  return opened.signer
}

describe('the key of the audit', () => {
  test('is made once, for the server’s eyes alone, and is the same at the next start', () => {
    const [first, second] = [signerIn(), signerIn()]
    expect(second.key).toBe(first.key)
    expect(second.isSigned('text', first.sign('text'))).toBe(true)
    expect(second.isSigned('other text', first.sign('text'))).toBe(false)
    expect(statSync(join(folder, 'data', 'audit-key.pem')).mode & 0o777).toBe(0o600)
  })

  test('may be given, so that several processes sign with the same', () => {
    const given = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
    expect(signerIn(given).key).toBe(signerIn(given).key)
    expect(signerIn(given).key).not.toBe(signerIn().key)
  })

  test('that cannot be used is said, and never repeated', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const given = rsa.export({ type: 'pkcs8', format: 'pem' }) as string
    const refused = openSigner({ folder, given })
    expect(refused).toEqual({
      ok: false,
      problem: 'LINNET_AUDIT_KEY is not usable. It takes an Ed25519 private key in PEM (PKCS #8).',
    })
    writeFileSync(join(folder, 'audit-key.pem'), 'not a key')
    expect(openSigner({ folder, given: undefined })).toMatchObject({ ok: false })
  })
})
