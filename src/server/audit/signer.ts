import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Signs how far the audit goes, so that whoever can write in the database, and no more, cannot write it anew. */
export interface AuditSigner {
  /** Which key it is: the start of the SHA-256 of its public half. */
  key: string
  /** Ed25519, in base64. */
  sign(text: string): string
  isSigned(text: string, signature: string): boolean
  /** 32 secret bytes that only holders of the key can make, another for each use. */
  secretFor(use: string): Uint8Array
}

/** The key of `LINNET_AUDIT_KEY`, or that of the data folder, which is made when it is first asked for. */
export function openSigner({
  folder,
  given,
}: {
  folder: string
  given: string | undefined
}): { ok: true; signer: AuditSigner } | { ok: false; problem: string } {
  try {
    return { ok: true, signer: signerOf(createPrivateKey(given ?? keyIn(folder))) }
  } catch {
    const where = given === undefined ? `The file ${join(folder, FILE)}` : 'LINNET_AUDIT_KEY'
    return { ok: false, problem: `${where} is not usable. It takes an Ed25519 private key in PEM (PKCS #8).` }
  }
}

const FILE = 'audit-key.pem'

/** A key of its own, for tests and trials: what it has signed cannot be checked later. */
export const newSigner = (): AuditSigner => signerOf(generateKeyPairSync('ed25519').privateKey)

export function signerOf(key: KeyObject): AuditSigner {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key is not of Ed25519')
  const open = createPublicKey(key)
  const name = createHash('sha256')
    .update(open.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
  return {
    key: name,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
    secretFor: (use) =>
      new Uint8Array(hkdfSync('sha256', key.export({ type: 'pkcs8', format: 'der' }), '', `linnet ${use}`, 32)),
    isSigned: (text, signature) => verify(null, Buffer.from(text, 'utf8'), open, Buffer.from(signature, 'base64')),
  }
}

function keyIn(folder: string): string {
  const file = join(folder, FILE)
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  mkdirSync(folder, { recursive: true })
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  try {
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // Of two processes that start at once, the first has made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
