import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import type { PasskeyMade, PasskeyUsed } from '../../../src/sync/api.ts'

const PRESENT_AND_VERIFIED = 0x05
const WITH_CREDENTIAL = 0x40

/** What a phone or a security key does, without the phone: WebAuthn's attestation "none" and ES256. */
export class TestPasskey {
  private readonly id = randomBytes(16)
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject }
  /** It counts each use, as a security key does; 0 for ever: it does not. */
  counter = 0

  constructor(
    readonly origin = 'http://localhost:8080',
    readonly counts = true,
  ) {
    this.keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  }

  make(options: object): PasskeyMade {
    const id = this.id.toString('base64url')
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.cosePublicKey()])
    const authData = Buffer.concat([this.head(PRESENT_AND_VERIFIED | WITH_CREDENTIAL), attested])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', Uint8Array.from(authData)],
    ])
    const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url')
    const clientDataJSON = this.clientData('webauthn.create', options).toString('base64url')
    return {
      id,
      rawId: id,
      type: 'public-key',
      response: { clientDataJSON, attestationObject },
      clientExtensionResults: {},
    }
  }

  use(options: object): PasskeyUsed {
    if (this.counts) this.counter++
    const id = this.id.toString('base64url')
    const clientData = this.clientData('webauthn.get', options)
    const authenticatorData = this.head(PRESENT_AND_VERIFIED)
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()])
    return {
      id,
      rawId: id,
      type: 'public-key',
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
      },
      clientExtensionResults: {},
    }
  }

  private head(flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    const host = createHash('sha256').update(new URL(this.origin).hostname).digest()
    return Buffer.concat([host, Buffer.from([flags]), counter])
  }

  private clientData(type: string, options: object): Buffer {
    const { challenge } = options as { challenge: string }
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }

  private cosePublicKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' })
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
      [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
    ])
    return Buffer.from(isoCBOR.encode(key as never))
  }
}
