import { type PassphraseKdf, productionKdf } from './encryption/key-derivation.ts'
import { assessPassphrase } from './encryption/passphrase-strength.ts'
import {
  changePassphrase,
  createVault,
  type OpenedVault,
  openVaultKeys,
  openWithPassphrase,
  openWithRecoveryKey,
  replaceRecoveryKey,
  type VaultKeys,
  withProfile,
} from './encryption/vault-keys.ts'
import { type VaultRow, vaultRowSchema } from './encryption/vault-row.ts'
import { randomId } from './random-id.ts'
import type { RecordStore } from './record-port.ts'
import { failureOf } from './storage-failure.ts'
import type { OpenVault, VaultFailed, VaultKeeper } from './vault-port.ts'

/** Where vault rows are kept. Rows come back as they were found: they are parsed here. */
export interface VaultShelf {
  all(): Promise<unknown[]>
  get(id: string): Promise<unknown>
  /** In one transaction: writes `next` if what is there passes `mayReplace` (undefined: nothing is there). */
  replace(next: VaultRow, mayReplace: (current: unknown) => boolean): Promise<boolean>
  openStore(vault: string, keys: VaultKeys): RecordStore
}

/** The keeper over any shelf. The app leaves `kdf` as it is. */
export function vaultKeeper(shelf: VaultShelf, kdf: PassphraseKdf = productionKdf()): VaultKeeper {
  async function found(id: string): Promise<{ ok: true; row: VaultRow } | VaultFailed> {
    const stored = await shelf.get(id)
    if (stored === undefined) return { ok: false, reason: 'not-found' }
    const row = vaultRowSchema.safeParse(stored)
    if (row.success) return { ok: true, row: row.data }
    const version = (stored as { version?: unknown }).version
    return { ok: false, reason: typeof version === 'number' && version > 1 ? 'later-version' : 'damaged' }
  }

  /** Writes a changed row over the one that was read, and puts that one back if the new one does not read back. */
  async function store(next: VaultRow, before: VaultRow): Promise<{ ok: true } | VaultFailed> {
    const unchanged = (current: unknown) => sameRow(current, before)
    if (!(await shelf.replace(next, unchanged))) return { ok: false, reason: 'overtaken' }
    if (sameRow(await shelf.get(next.id), next)) return { ok: true }
    await shelf.replace(before, (current) => current !== undefined)
    return { ok: false, reason: 'read-back-differs' }
  }

  async function unlock(id: string, open: (row: VaultRow) => Promise<OpenedVault>) {
    const stored = await found(id)
    if (!stored.ok) return stored
    const opened = await open(stored.row)
    if (!opened.ok) return opened
    // A failure here is harmless: the vault is open and its wrap as strong as before; the next unlock tries again.
    if (opened.raised) await store(opened.raised, stored.row).catch(() => undefined)
    return { ok: true as const, opened: openVault(stored.row, opened) }
  }

  function openVault(row: VaultRow, opened: { keys: VaultKeys; profile: OpenVault['profile'] }): OpenVault {
    const { id, label } = row
    return { listing: { id, label }, profile: opened.profile, store: shelf.openStore(id, opened.keys) }
  }

  return {
    list: () =>
      answering(async () => {
        const rows = (await shelf.all()).map((row) => vaultRowSchema.safeParse(row))
        const vaults = rows.flatMap((row) => (row.success ? [{ id: row.data.id, label: row.data.label }] : []))
        vaults.sort((a, b) => a.label.localeCompare(b.label))
        return { ok: true as const, vaults, damaged: rows.length - vaults.length }
      }),

    create: ({ passphrase, profile, label: typedLabel }) =>
      answering(async () => {
        const label = typedLabel.trim()
        if (label === '') return { ok: false as const, reason: 'label-empty' as const }
        const rows = (await shelf.all()) as { label?: unknown }[]
        if (rows.some((row) => row.label === label)) return { ok: false as const, reason: 'label-taken' as const }
        const weak = await weakness(passphrase, [profile.name, profile.agency])
        if (weak) return weak
        const { row, recoveryKey, keys } = await createVault(passphrase, profile, { id: randomId(), label, kdf })
        if (!(await shelf.replace(row, (current) => current === undefined))) throw new Error('a random id was taken')
        if (!sameRow(await shelf.get(row.id), row)) return { ok: false as const, reason: 'read-back-differs' as const }
        return { ok: true as const, opened: openVault(row, { keys, profile }), recoveryKey }
      }),

    unlock: (id, passphrase) => answering(() => unlock(id, (row) => openWithPassphrase(row, passphrase, kdf))),
    unlockWithRecovery: (id, recoveryKey) =>
      answering(() => unlock(id, (row) => openWithRecoveryKey(row, recoveryKey, kdf))),

    changePassphrase: (id, proof, newPassphrase) =>
      answering(async () => {
        const stored = await found(id)
        if (!stored.ok) return stored
        const weak = await weakness(newPassphrase, [])
        if (weak) return weak
        const changed = await changePassphrase(stored.row, proof, newPassphrase, kdf)
        return changed.ok ? store(changed.row, stored.row) : changed
      }),

    changeProfile: (id, proof, profile) =>
      answering(async () => {
        const stored = await found(id)
        if (!stored.ok) return stored
        const opened = await openVaultKeys(stored.row, proof, kdf)
        return opened.ok ? store(await withProfile(stored.row, opened.keys, profile), stored.row) : opened
      }),

    replaceRecoveryKey: (id, proof) =>
      answering(async () => {
        const stored = await found(id)
        if (!stored.ok) return stored
        const replaced = await replaceRecoveryKey(stored.row, proof, kdf)
        if (!replaced.ok) return replaced
        const kept = await store(replaced.row, stored.row)
        return kept.ok ? { ok: true as const, recoveryKey: replaced.recoveryKey } : kept
      }),
  }
}

async function weakness(passphrase: string, personal: readonly string[]) {
  const { acceptable, reasons } = await assessPassphrase(passphrase, personal)
  return acceptable ? null : ({ ok: false, reason: 'weak-passphrase', problems: reasons } as const)
}

async function answering<T>(task: () => Promise<T>): Promise<T | VaultFailed> {
  try {
    return await task()
  } catch (error) {
    return { ok: false, reason: failureOf(error) }
  }
}

/** Bytes are compared by content: a row read back is another object. */
function sameRow(a: unknown, b: VaultRow): boolean {
  return plain(a) === plain(b)
}

const plain = (row: unknown): string =>
  JSON.stringify(row, (_, value: unknown) =>
    Object.prototype.toString.call(value) === '[object Uint8Array]' ? Array.from(value as Uint8Array) : sorted(value),
  )

const sorted = (value: unknown): unknown =>
  Object.prototype.toString.call(value) === '[object Object]'
    ? Object.fromEntries(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
