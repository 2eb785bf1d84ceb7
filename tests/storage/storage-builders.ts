import type { Entry } from '../../src/domain/entry.ts'
import { type PassphraseKdf, PBKDF2_ID, pbkdf2WrappingKey } from '../../src/storage/encryption/key-derivation.ts'
import type { PractitionerProfile } from '../../src/storage/encryption/vault-row.ts'
import type { Draft } from '../../src/storage/record-port.ts'
import type { OpenVault, VaultKeeper } from '../../src/storage/vault-port.ts'

export const PASSPHRASE = 'orbit lantern pepper walnut'
/** Where a device's clock stands until a test moves it. */
export const NOON = Date.UTC(2026, 2, 2, 12)

export const OTHER_PASSPHRASE = 'granite saddle violin teacup'

/** The production algorithm at a cost that tests can pay many times. */
export const cheapKdf: PassphraseKdf = {
  id: PBKDF2_ID,
  floor: 2,
  iterations: 2,
  wrappingKey: pbkdf2WrappingKey,
}

export const aProfile = (over: Partial<PractitionerProfile> = {}): PractitionerProfile => ({
  id: 'author-1',
  name: 'Ruth Adeyemi',
  role: 'midwife',
  agency: 'Northfield Maternity',
  device: 'device-1',
  ...over,
})

export const anEntry = (over: Partial<Entry> = {}): Entry => ({
  id: 'e1',
  assessment: 'a1',
  slot: { question: 'TOY-01', subject: 'child-1' },
  contact: 'c1',
  kind: 'answer',
  value: { chosen: 'yes' },
  basis: { how: 'said', by: 'adult-1' },
  supersedes: [],
  author: { id: 'author-1', name: 'Ruth Adeyemi', role: 'midwife', agency: 'Northfield Maternity' },
  device: 'device-1',
  deviceSeq: 1,
  guidancePack: 'toy-1',
  recordedAt: '2025-03-01T09:00:00.000Z',
  ...over,
})

export const aDraft = (over: Partial<Draft> = {}): Draft => ({
  assessment: 'a1',
  slot: { question: 'TOY-01', subject: 'child-1' },
  contact: 'c1',
  raw: { text: 'half a sent' },
  seenHeads: ['e1'],
  caret: { field: 'text', start: 4, end: 4 },
  at: '2025-03-01T09:00:00.000Z',
  ...over,
})

/** Narrows a result that the test needs to be a success. */
export function ok<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result)}`)
  return result as Extract<T, { ok: true }>
}

export async function aVault(keeper: VaultKeeper, label = 'RA'): Promise<OpenVault & { recoveryKey: string }> {
  const created = ok(await keeper.create({ passphrase: PASSPHRASE, profile: aProfile(), label }))
  return { ...created.opened, recoveryKey: created.recoveryKey }
}
