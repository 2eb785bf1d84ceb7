import * as z from 'zod/mini'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { hex, randomId } from '../random-id.ts'
import { ITERATION_CEILING, type PassphraseKdf } from './key-derivation.ts'
import { type Bytes, openSealed, seal } from './seal.ts'

/**
 * Why a file does not open. Nothing was changed by trying.
 * - `not-this-kind`: it is no such file of Linnet's. Choose another file.
 * - `damaged`: part of it is missing or changed. Use another copy, or save it anew where it came from.
 * - `later-version`: a newer Linnet made it. Update Linnet.
 * - `weakened`: somebody made it cheap to guess. Do not trust it; save it anew where it came from.
 * - `wrong-passphrase`: type it again; it is the one that was chosen for this file.
 */
export type OpenFileFailure = 'not-this-kind' | 'damaged' | 'later-version' | 'weakened' | 'wrong-passphrase'

const VERSION = 1

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+=*$/))
const fileSchema = z.object({
  linnet: z.string(),
  version: z.literal(VERSION),
  id: z.string(),
  kdf: z.string(),
  iterations: z.int().check(z.minimum(1)),
  salt: base64,
  keyIv: base64,
  key: base64,
  seal: z.int(),
  iv: base64,
  bytes: base64,
  check: z.string(),
})
type LockedFile = z.infer<typeof fileSchema>

/** Any JSON as a text file of one line that opens with this passphrase only: a random key, wrapped by it as a vault's is. */
export async function lockedFile(
  kind: string,
  content: unknown,
  passphrase: string,
  kdf: PassphraseKdf,
): Promise<string> {
  const id = randomId()
  const key = await crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt'])
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const keyIv = crypto.getRandomValues(new Uint8Array(12))
  const wrapping = await kdf.wrappingKey(passphrase, salt, kdf.iterations)
  const how = wrapWith(keyIv, kind, id, kdf.id, kdf.iterations)
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('raw', key, wrapping, how))
  const sealed = await seal(key, { table: kind, id, assessment: '' }, content)
  const file: Omit<LockedFile, 'check'> = {
    linnet: kind,
    version: VERSION,
    id,
    kdf: kdf.id,
    iterations: kdf.iterations,
    salt: toBase64(salt),
    keyIv: toBase64(keyIv),
    key: toBase64(wrapped),
    seal: sealed.version,
    iv: toBase64(sealed.iv),
    bytes: toBase64(sealed.bytes),
  }
  return `${canonicalJson({ ...file, check: await checkOf(file) })}\n`
}

/** Never throws, whatever the text. */
export async function openFile(
  kind: string,
  text: string,
  passphrase: string,
  kdf: PassphraseKdf,
): Promise<{ ok: true; content: unknown } | { ok: false; reason: OpenFileFailure }> {
  const read = await fileOf(kind, text)
  if (!read.ok) return read
  const { file } = read
  if (file.kdf !== kdf.id) return { ok: false, reason: 'later-version' }
  if (file.iterations < kdf.floor) return { ok: false, reason: 'weakened' }
  if (file.iterations > ITERATION_CEILING) return { ok: false, reason: 'damaged' }
  const wrapping = await kdf.wrappingKey(passphrase, fromBase64(file.salt), file.iterations)
  const how = wrapWith(fromBase64(file.keyIv), kind, file.id, file.kdf, file.iterations)
  let key: CryptoKey
  try {
    key = await crypto.subtle.unwrapKey('raw', fromBase64(file.key), wrapping, how, AES, false, ['decrypt'])
  } catch {
    return { ok: false, reason: 'wrong-passphrase' }
  }
  const row = { version: file.seal, iv: fromBase64(file.iv), bytes: fromBase64(file.bytes) }
  const opened = await openSealed(key, { table: kind, id: file.id, assessment: '' }, row)
  if (opened.ok) return { ok: true, content: opened.value }
  return { ok: false, reason: opened.reason === 'later-version' ? 'later-version' : 'damaged' }
}

async function fileOf(
  kind: string,
  text: string,
): Promise<{ ok: true; file: LockedFile } | { ok: false; reason: OpenFileFailure }> {
  const value = parsed(text)
  if (value === undefined) {
    const begins = text.includes(`"linnet":"${kind}"`) || text.trimStart().startsWith('{"bytes":"')
    return { ok: false, reason: begins ? 'damaged' : 'not-this-kind' }
  }
  const { linnet, version } = (value ?? {}) as { linnet?: unknown; version?: unknown }
  if (linnet !== kind) return { ok: false, reason: 'not-this-kind' }
  if (typeof version === 'number' && version > VERSION) return { ok: false, reason: 'later-version' }
  const file = fileSchema.safeParse(value)
  if (!file.success) return { ok: false, reason: 'damaged' }
  const { check, ...rest } = file.data
  return (await checkOf(rest)) === check ? { ok: true, file: file.data } : { ok: false, reason: 'damaged' }
}

const AES = { name: 'AES-GCM', length: 256 }

function wrapWith(iv: Bytes, kind: string, id: string, kdf: string, iterations: number) {
  const additionalData = new TextEncoder().encode(JSON.stringify([kind, VERSION, id, kdf, iterations]))
  return { name: 'AES-GCM', iv, additionalData }
}

/** Not against anybody: so that a damaged file is told from a mistyped passphrase. */
async function checkOf(file: Omit<LockedFile, 'check'>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(file)))
  return hex(new Uint8Array(digest)).slice(0, 16)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const toBase64 = (bytes: Bytes): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** What is not base64 is empty, and opens nothing. */
function fromBase64(text: string): Bytes {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
