import type { PassphraseProblem } from './encryption/passphrase-strength.ts'
import type { OpenFailure, VaultProof } from './encryption/vault-keys.ts'
import type { PractitionerProfile } from './encryption/vault-row.ts'
import type { RecordStore, StorageFailure } from './record-port.ts'

/** What the unlock screen may show before anything is opened. */
export interface VaultListing {
  id: string
  label: string
}

/** An opened vault. Closing the store forgets the keys. */
export interface OpenVault {
  listing: VaultListing
  profile: PractitionerProfile
  store: RecordStore
}

/**
 * - `not-found`: the vault was removed, perhaps in another tab. Show the list again.
 * - `read-back-differs`: the browser did not keep what was written, so nothing counts as changed. Try again.
 * - `overtaken`: another tab changed the vault at the same time. Try again.
 * - the rest: see `StorageFailure` and `OpenFailure`.
 */
export type VaultFailure = OpenFailure | StorageFailure | 'not-found' | 'read-back-differs' | 'overtaken'
export type VaultFailed = { ok: false; reason: VaultFailure }

/** `problems` say what to change in the passphrase. */
export type WeakPassphrase = { ok: false; reason: 'weak-passphrase'; problems: PassphraseProblem[] }

export interface NewVault {
  passphrase: string
  profile: PractitionerProfile
  /** Stored in plain text for the unlock screen; not a full name. */
  label: string
}

/** The vaults of this device. Several practitioners may share it; each sees only the labels of the others. */
export interface VaultKeeper {
  /** By label. `damaged` counts vaults whose row cannot be read: they are kept. */
  list(): Promise<{ ok: true; vaults: VaultListing[]; damaged: number } | VaultFailed>
  /**
   * The recovery key is shown once and stored nowhere.
   * `label-taken`, `label-empty`: choose another label.
   */
  create(
    wanted: NewVault,
  ): Promise<
    | { ok: true; opened: OpenVault; recoveryKey: string }
    | WeakPassphrase
    | { ok: false; reason: 'label-taken' | 'label-empty' }
    | VaultFailed
  >
  unlock(id: string, passphrase: string): Promise<{ ok: true; opened: OpenVault } | VaultFailed>
  /** Afterwards ask for a new passphrase: `changePassphrase` takes the same recovery key. */
  unlockWithRecovery(id: string, recoveryKey: string): Promise<{ ok: true; opened: OpenVault } | VaultFailed>
  changePassphrase(
    id: string,
    proof: VaultProof,
    newPassphrase: string,
  ): Promise<{ ok: true } | WeakPassphrase | VaultFailed>
  /** For a practitioner whose name, role or agency changed. Entries keep the author as recorded. */
  changeProfile(id: string, proof: VaultProof, profile: PractitionerProfile): Promise<{ ok: true } | VaultFailed>
  /** The old recovery key opens nothing any more; the new one is shown once. */
  replaceRecoveryKey(id: string, proof: VaultProof): Promise<{ ok: true; recoveryKey: string } | VaultFailed>
}
