import type { OpenOutcome } from '../machines/session-machine.ts'
import { type LinnetDatabase, openDatabase } from '../storage/dexie-database.ts'
import { dexieVaultKeeper } from '../storage/dexie-vault-keeper.ts'
import { assessPassphrase } from '../storage/encryption/passphrase-strength.ts'
import { randomId } from '../storage/random-id.ts'
import type { OpenVault, VaultKeeper } from '../storage/vault-port.ts'
import type { SessionPorts } from '../ui/session/session-ports.ts'
import { rememberPractitioner } from './remembered.ts'

/** This device's store, and whoever has it open. The keys live in `opened` alone. */
export interface Device extends SessionPorts {
  open(): Promise<OpenOutcome>
  opened(): OpenVault | null
  /** Forgets the keys. */
  close(): void
}

export function device(): Device {
  let db: LinnetDatabase | null = null
  let keeper: VaultKeeper | null = null
  let vault: OpenVault | null = null
  let recovered: { id: string; recoveryKey: string } | null = null
  const taken = (opened: OpenVault): { ok: true } => {
    vault?.store.close()
    vault = opened
    rememberPractitioner(opened.listing.id)
    return { ok: true }
  }
  const noStore = { ok: false as const, problem: 'database-broken' as const }

  return {
    async open() {
      if (!db) {
        const result = await openDatabase()
        if (!result.ok) return { ok: false, problem: result.reason }
        db = result.db
        keeper = dexieVaultKeeper(db)
      }
      const listed = await (keeper as VaultKeeper).list()
      if (listed.ok) return { ok: true, practitioners: listed.vaults, damaged: listed.damaged }
      const known = ['quota', 'database-broken', 'locked', 'later-version'] as const
      const reason = known.find((r) => r === listed.reason)
      return { ok: false, problem: reason === 'later-version' ? 'newer-version' : (reason ?? 'unknown') }
    },
    opened: () => vault,
    close() {
      vault?.store.close()
      vault = null
      recovered = null
    },
    judge: assessPassphrase,
    async create({ passphrase, label, ...person }) {
      if (!keeper) return noStore
      const profile = { id: randomId(), device: randomId(), ...person }
      const made = await keeper.create({ passphrase, label, profile })
      if (made.ok) {
        taken(made.opened)
        return { ok: true, recoveryKey: made.recoveryKey }
      }
      if (made.reason === 'weak-passphrase') return { ok: false, problem: made.reason, weaknesses: made.problems }
      return { ok: false, problem: made.reason }
    },
    async unlock(id, passphrase) {
      if (!keeper) return noStore
      const result = await keeper.unlock(id, passphrase)
      return result.ok ? taken(result.opened) : { ok: false, problem: result.reason }
    },
    async unlockWithRecovery(id, recoveryKey) {
      if (!keeper) return noStore
      const result = await keeper.unlockWithRecovery(id, recoveryKey)
      if (!result.ok) return { ok: false, problem: result.reason }
      recovered = { id, recoveryKey }
      return taken(result.opened)
    },
    async changePassphrase(passphrase) {
      if (!keeper || !recovered) return noStore
      const changed = await keeper.changePassphrase(recovered.id, { recoveryKey: recovered.recoveryKey }, passphrase)
      if (changed.ok) {
        recovered = null
        return changed
      }
      if (changed.reason === 'weak-passphrase') {
        return { ok: false, problem: changed.reason, weaknesses: changed.problems }
      }
      return { ok: false, problem: changed.reason }
    },
  }
}
