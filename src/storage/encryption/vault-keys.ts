import { ITERATION_CEILING, type PassphraseKdf, RECOVERY_KDF_ID, recoveryWrappingKey } from './key-derivation.ts'
import { newRecoveryKey, parseRecoveryKey } from './recovery-key.ts'
import { type Bytes, openSealed, seal } from './seal.ts'
import { type PractitionerProfile, profileSchema, type VaultRow } from './vault-row.ts'

/** The keys of an opened vault. Neither can be exported; they live in memory until the vault is closed. */
export interface VaultKeys {
  /** Seals and opens records. */
  data: CryptoKey
  /** Names rows whose real key would say what was asked. */
  names: CryptoKey
}

/** Either secret opens a vault. */
export type VaultProof = { passphrase: string } | { recoveryKey: string }

/**
 * - `wrong-passphrase`, `wrong-recovery-key`: type it again, or use the other one. A wrap that was altered looks the same.
 * - `malformed-recovery-key`: a character is missing or mistyped; check it against the paper.
 * - `weakened`: the stored iteration count is below the floor, so somebody changed it. Use the recovery key.
 * - `damaged`: the vault's own row cannot be read. The records are kept; ask for help before doing anything else.
 * - `later-version`: a newer Linnet changed this vault. Update Linnet.
 */
export type OpenFailure =
  | 'wrong-passphrase'
  | 'wrong-recovery-key'
  | 'malformed-recovery-key'
  | 'weakened'
  | 'damaged'
  | 'later-version'

type Failed = { ok: false; reason: OpenFailure }
/** `raised` is the row with a costlier passphrase wrap, to be stored; null if the stored one is costly enough. */
export type OpenedVault = { ok: true; keys: VaultKeys; profile: PractitionerProfile; raised: VaultRow | null } | Failed

/** Makes a vault with new random keys. The recovery key is returned once, to be written down, and stored nowhere. */
export async function createVault(
  passphrase: string,
  profile: PractitionerProfile,
  options: { id: string; label: string; kdf: PassphraseKdf },
): Promise<{ row: VaultRow; recoveryKey: string; keys: VaultKeys }> {
  const { id, label, kdf } = options
  const dataKey = await crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'])
  const namesKey = await crypto.subtle.generateKey(HMAC, true, ['sign'])
  const iv = freshIv()
  const names = await crypto.subtle.wrapKey('raw', namesKey, dataKey, wrapWith(iv, namesWrapData(id)))
  const recoveryKey = await newRecoveryKey()
  const row: VaultRow = {
    id,
    version: 1,
    label,
    passphrase: await passphraseWrap(id, dataKey, passphrase, kdf, kdf.iterations),
    recovery: await recoveryWrap(id, dataKey, recoveryKey),
    names: { iv, bytes: new Uint8Array(names) },
    profile: await seal(dataKey, profilePlace(id), profile),
  }
  const opened = await openWithRecoveryKey(row, recoveryKey, kdf)
  if (!opened.ok) throw new Error('a new vault does not open')
  return { row, recoveryKey, keys: opened.keys }
}

export function openWithPassphrase(row: VaultRow, passphrase: string, kdf: PassphraseKdf): Promise<OpenedVault> {
  return openVaultKeys(row, { passphrase }, kdf)
}

/** After this the practitioner chooses a new passphrase: `changePassphrase` takes the same recovery key. */
export function openWithRecoveryKey(row: VaultRow, recoveryKey: string, kdf: PassphraseKdf): Promise<OpenedVault> {
  return openVaultKeys(row, { recoveryKey }, kdf)
}

/** Wraps the same data key by another passphrase: every record stays as it is. The count never goes down. */
export async function changePassphrase(
  row: VaultRow,
  proof: VaultProof,
  newPassphrase: string,
  kdf: PassphraseKdf,
): Promise<{ ok: true; row: VaultRow } | Failed> {
  const unwrapped = await unwrapDataKey(row, proof, kdf, true)
  if (!unwrapped.ok) return unwrapped
  const stored = row.passphrase.iterations
  const iterations = stored > ITERATION_CEILING ? kdf.iterations : Math.max(kdf.iterations, stored)
  const passphrase = await passphraseWrap(row.id, unwrapped.key, newPassphrase, kdf, iterations)
  return { ok: true, row: { ...row, passphrase } }
}

/** Makes a new recovery key; the old one opens nothing any more. */
export async function replaceRecoveryKey(
  row: VaultRow,
  proof: VaultProof,
  kdf: PassphraseKdf,
): Promise<{ ok: true; row: VaultRow; recoveryKey: string } | Failed> {
  const unwrapped = await unwrapDataKey(row, proof, kdf, true)
  if (!unwrapped.ok) return unwrapped
  const recoveryKey = await newRecoveryKey()
  return { ok: true, row: { ...row, recovery: await recoveryWrap(row.id, unwrapped.key, recoveryKey) }, recoveryKey }
}

/** The row with another sealed profile, for a practitioner whose role or agency changed. */
export async function withProfile(row: VaultRow, keys: VaultKeys, profile: PractitionerProfile): Promise<VaultRow> {
  return { ...row, profile: await seal(keys.data, profilePlace(row.id), profile) }
}

/** With either proof. `openWithPassphrase` and `openWithRecoveryKey` are the plainer doors. */
export async function openVaultKeys(row: VaultRow, proof: VaultProof, kdf: PassphraseKdf): Promise<OpenedVault> {
  const unwrapped = await unwrapDataKey(row, proof, kdf, false)
  if (!unwrapped.ok) return unwrapped
  const data = unwrapped.key
  const names = await namesKeyOf(row, data)
  const sealed = await openSealed(data, profilePlace(row.id), row.profile)
  if (!sealed.ok && sealed.reason === 'later-version') return { ok: false, reason: 'later-version' }
  const profile = profileSchema.safeParse(sealed.ok ? sealed.value : null)
  if (!names || !profile.success) return { ok: false, reason: 'damaged' }
  const raised = await raisedRow(row, proof, kdf)
  return { ok: true, keys: { data, names }, profile: profile.data, raised }
}

async function raisedRow(row: VaultRow, proof: VaultProof, kdf: PassphraseKdf): Promise<VaultRow | null> {
  if (!('passphrase' in proof) || row.passphrase.iterations >= kdf.iterations) return null
  const raised = await changePassphrase(row, proof, proof.passphrase, kdf)
  return raised.ok ? raised.row : null
}

/** `extractable` only inside this file, and only so that the key can be wrapped again. */
async function unwrapDataKey(
  row: VaultRow,
  proof: VaultProof,
  kdf: PassphraseKdf,
  extractable: boolean,
): Promise<{ ok: true; key: CryptoKey } | Failed> {
  const wrapping = await wrappingKeyFor(row, proof, kdf)
  if (!wrapping.ok) return wrapping
  const byPassphrase = 'passphrase' in proof
  const { iv, bytes } = byPassphrase ? row.passphrase : row.recovery
  const data = byPassphrase
    ? passphraseWrapData(row.id, row.passphrase.kdf, row.passphrase.iterations)
    : recoveryWrapData(row.id, row.recovery.kdf)
  try {
    const usages: KeyUsage[] = ['encrypt', 'decrypt', 'unwrapKey']
    const how = wrapWith(iv, data)
    return { ok: true, key: await crypto.subtle.unwrapKey('raw', bytes, wrapping.key, how, AES, extractable, usages) }
  } catch {
    return { ok: false, reason: byPassphrase ? 'wrong-passphrase' : 'wrong-recovery-key' }
  }
}

async function wrappingKeyFor(
  row: VaultRow,
  proof: VaultProof,
  kdf: PassphraseKdf,
): Promise<{ ok: true; key: CryptoKey } | Failed> {
  if ('recoveryKey' in proof) {
    if (row.recovery.kdf !== RECOVERY_KDF_ID) return { ok: false, reason: 'later-version' }
    const parsed = await parseRecoveryKey(proof.recoveryKey)
    return parsed.ok ? { ok: true, key: await recoveryWrappingKey(parsed.secret, row.recovery.salt) } : parsed
  }
  const { kdf: storedKdf, salt, iterations } = row.passphrase
  if (storedKdf !== kdf.id) return { ok: false, reason: 'later-version' }
  if (iterations < kdf.floor) return { ok: false, reason: 'weakened' }
  if (iterations > ITERATION_CEILING) return { ok: false, reason: 'damaged' }
  return { ok: true, key: await kdf.wrappingKey(proof.passphrase, salt, iterations) }
}

async function passphraseWrap(
  vault: string,
  dataKey: CryptoKey,
  passphrase: string,
  kdf: PassphraseKdf,
  iterations: number,
): Promise<VaultRow['passphrase']> {
  const salt = freshSalt()
  const iv = freshIv()
  const wrapping = await kdf.wrappingKey(passphrase, salt, iterations)
  const how = wrapWith(iv, passphraseWrapData(vault, kdf.id, iterations))
  const bytes = new Uint8Array(await crypto.subtle.wrapKey('raw', dataKey, wrapping, how))
  return { kdf: kdf.id, iterations, salt, iv, bytes }
}

async function recoveryWrap(vault: string, dataKey: CryptoKey, recoveryKey: string): Promise<VaultRow['recovery']> {
  const parsed = await parseRecoveryKey(recoveryKey)
  if (!parsed.ok) throw new Error('a new recovery key does not parse')
  const salt = freshSalt()
  const iv = freshIv()
  const wrapping = await recoveryWrappingKey(parsed.secret, salt)
  const how = wrapWith(iv, recoveryWrapData(vault, RECOVERY_KDF_ID))
  const bytes = new Uint8Array(await crypto.subtle.wrapKey('raw', dataKey, wrapping, how))
  return { kdf: RECOVERY_KDF_ID, salt, iv, bytes }
}

async function namesKeyOf(row: VaultRow, data: CryptoKey): Promise<CryptoKey | null> {
  const { iv, bytes } = row.names
  try {
    return await crypto.subtle.unwrapKey('raw', bytes, data, wrapWith(iv, namesWrapData(row.id)), HMAC, false, ['sign'])
  } catch {
    return null
  }
}

const AES = { name: 'AES-GCM', length: 256 }
const HMAC = { name: 'HMAC', hash: 'SHA-256', length: 256 }

const freshIv = (): Bytes => crypto.getRandomValues(new Uint8Array(12))
const freshSalt = (): Bytes => crypto.getRandomValues(new Uint8Array(16))
const profilePlace = (vault: string) => ({ table: 'vaults', id: vault, assessment: '' })

/** The count and the algorithm are authenticated, so a row edited by hand does not open. */
const passphraseWrapData = (vault: string, kdf: string, iterations: number) => [vault, 'passphrase', kdf, iterations]
const recoveryWrapData = (vault: string, kdf: string) => [vault, 'recovery', kdf]
const namesWrapData = (vault: string) => [vault, 'names']

function wrapWith(iv: Bytes, data: readonly (string | number)[]) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(JSON.stringify(data)) }
}
