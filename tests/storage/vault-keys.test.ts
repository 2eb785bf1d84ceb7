// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { ITERATION_FLOOR, productionKdf } from '../../src/storage/encryption/key-derivation.ts'
import { openSealed, seal } from '../../src/storage/encryption/seal.ts'
import {
  changePassphrase,
  createVault,
  openWithPassphrase,
  openWithRecoveryKey,
  replaceRecoveryKey,
  withProfile,
} from '../../src/storage/encryption/vault-keys.ts'
import type { VaultRow } from '../../src/storage/encryption/vault-row.ts'
import { aProfile, cheapKdf, OTHER_PASSPHRASE, ok, PASSPHRASE } from './storage-builders.ts'

const newVault = (id = 'v1', kdf = cheapKdf) => createVault(PASSPHRASE, aProfile(), { id, label: 'RA', kdf })
const place = { table: 'entries', id: 'e1', assessment: 'a1' }
const costing = (iterations: number) => ({ ...cheapKdf, iterations })

/** The value if these keys open it, otherwise why not. */
async function reading(keys: { data: CryptoKey }, sealed: unknown) {
  const opened = await openSealed(keys.data, place, sealed)
  return opened.ok ? opened.value : opened.reason
}

describe('a vault', () => {
  test('opens by its passphrase or its recovery key, to the same records and profile', async () => {
    const { row, recoveryKey, keys } = await newVault()
    const sealed = await seal(keys.data, place, 'kept')
    for (const opened of [
      ok(await openWithPassphrase(row, PASSPHRASE, cheapKdf)),
      ok(await openWithRecoveryKey(row, recoveryKey, cheapKdf)),
    ]) {
      expect(opened.profile).toEqual(aProfile())
      expect(await reading(opened.keys, sealed)).toBe('kept')
    }
  })

  test('refuses a wrong passphrase, a wrong recovery key and a mistyped one, each by name', async () => {
    const { row, recoveryKey } = await newVault()
    const other = await newVault('v2')
    expect(await openWithPassphrase(row, OTHER_PASSPHRASE, cheapKdf)).toEqual({ ok: false, reason: 'wrong-passphrase' })
    expect(await openWithRecoveryKey(row, other.recoveryKey, cheapKdf)).toEqual({
      ok: false,
      reason: 'wrong-recovery-key',
    })
    expect(await openWithRecoveryKey(row, recoveryKey.slice(1), cheapKdf)).toEqual({
      ok: false,
      reason: 'malformed-recovery-key',
    })
  })

  test('does not mind a trailing space, doubled spaces or another composition of accents', async () => {
    const { row } = await createVault('café lantern pepper walnut', aProfile(), {
      id: 'v1',
      label: 'RA',
      kdf: cheapKdf,
    })
    ok(await openWithPassphrase(row, ' cafe\u0301  lantern pepper walnut ', cheapKdf))
  })

  test('never hands out a key that can be exported', async () => {
    const { row, recoveryKey, keys } = await newVault()
    const opened = ok(await openWithPassphrase(row, PASSPHRASE, cheapKdf)).keys
    const recovered = ok(await openWithRecoveryKey(row, recoveryKey, cheapKdf)).keys
    for (const key of [keys, opened, recovered].flatMap(({ data, names }) => [data, names])) {
      expect(key.extractable).toBe(false)
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
    }
  })

  test('two vaults with one passphrase share no key', async () => {
    const [first, second] = [await newVault('v1'), await newVault('v2')]
    expect(await reading(second.keys, await seal(first.keys.data, place, 'hers'))).toBe('wrong-key-or-altered')
  })

  test('a row whose wraps were moved to another vault does not open', async () => {
    const { row, recoveryKey } = await newVault()
    const moved = { ...row, id: 'v2' }
    expect(await openWithPassphrase(moved, PASSPHRASE, cheapKdf)).toMatchObject({ reason: 'wrong-passphrase' })
    expect(await openWithRecoveryKey(moved, recoveryKey, cheapKdf)).toMatchObject({ reason: 'wrong-recovery-key' })
  })

  test('a broken profile or names key is reported as damage, not as a wrong passphrase', async () => {
    const { row } = await newVault()
    const bytes = new Uint8Array(48)
    for (const damaged of [
      { ...row, profile: { ...row.profile, bytes } },
      { ...row, names: { ...row.names, bytes } },
    ])
      expect(await openWithPassphrase(damaged, PASSPHRASE, cheapKdf)).toEqual({ ok: false, reason: 'damaged' })
  })

  test('wraps of an unknown algorithm ask for a later version', async () => {
    const { row, recoveryKey } = await newVault()
    const later = (part: 'passphrase' | 'recovery'): VaultRow => ({
      ...row,
      [part]: { ...row[part], kdf: 'argon2id/1' },
    })
    expect(await openWithPassphrase(later('passphrase'), PASSPHRASE, cheapKdf)).toMatchObject({
      reason: 'later-version',
    })
    expect(await openWithRecoveryKey(later('recovery'), recoveryKey, cheapKdf)).toMatchObject({
      reason: 'later-version',
    })
  })

  test('a changed profile is sealed under the same key', async () => {
    const { row, keys } = await newVault()
    const moved = aProfile({ agency: 'Southfield Maternity' })
    const changed = await withProfile(row, keys, moved)
    expect(ok(await openWithPassphrase(changed, PASSPHRASE, cheapKdf)).profile).toEqual(moved)
  })
})

describe('changing a secret', () => {
  test('a new passphrase opens the old records, the old one opens nothing, the recovery key still works', async () => {
    const { row, recoveryKey, keys } = await newVault()
    const sealed = await seal(keys.data, place, 'kept')
    const changed = ok(await changePassphrase(row, { passphrase: PASSPHRASE }, OTHER_PASSPHRASE, cheapKdf)).row
    expect(await openWithPassphrase(changed, PASSPHRASE, cheapKdf)).toMatchObject({ reason: 'wrong-passphrase' })
    const opened = ok(await openWithPassphrase(changed, OTHER_PASSPHRASE, cheapKdf))
    expect(await reading(opened.keys, sealed)).toBe('kept')
    ok(await openWithRecoveryKey(changed, recoveryKey, cheapKdf))
  })

  test('after a forgotten passphrase the recovery key sets a new one', async () => {
    const { row, recoveryKey, keys } = await newVault()
    const sealed = await seal(keys.data, place, 'kept')
    const changed = ok(await changePassphrase(row, { recoveryKey }, OTHER_PASSPHRASE, cheapKdf)).row
    const opened = ok(await openWithPassphrase(changed, OTHER_PASSPHRASE, cheapKdf))
    expect(await reading(opened.keys, sealed)).toBe('kept')
  })

  test('a wrong proof changes nothing', async () => {
    const { row } = await newVault()
    expect(await changePassphrase(row, { passphrase: 'not it' }, OTHER_PASSPHRASE, cheapKdf)).toEqual({
      ok: false,
      reason: 'wrong-passphrase',
    })
    expect(await replaceRecoveryKey(row, { passphrase: 'not it' }, cheapKdf)).toEqual({
      ok: false,
      reason: 'wrong-passphrase',
    })
  })

  test('a replaced recovery key takes over from the old one', async () => {
    const { row, recoveryKey } = await newVault()
    const replaced = ok(await replaceRecoveryKey(row, { passphrase: PASSPHRASE }, cheapKdf))
    ok(await openWithRecoveryKey(replaced.row, replaced.recoveryKey, cheapKdf))
    expect(await openWithRecoveryKey(replaced.row, recoveryKey, cheapKdf)).toMatchObject({
      reason: 'wrong-recovery-key',
    })
  })
})

describe('the iteration count', () => {
  test('in production is never below the floor, whatever is asked for', async () => {
    expect(ITERATION_FLOOR).toBe(600_000)
    expect(productionKdf(1).iterations).toBe(ITERATION_FLOOR)
    expect(productionKdf(700_000)).toMatchObject({ floor: ITERATION_FLOOR, iterations: 700_000 })
    const { row } = await newVault('v1', productionKdf(1))
    expect(row.passphrase).toMatchObject({ kdf: 'pbkdf2-sha256/1', iterations: ITERATION_FLOOR })
    ok(await openWithPassphrase(row, PASSPHRASE, productionKdf()))
  })

  test('a wrap below the floor is refused by passphrase; the recovery key still opens and a new passphrase is strong', async () => {
    const { row, recoveryKey } = await newVault('v1', costing(2))
    const strict = { ...cheapKdf, floor: 5, iterations: 5 }
    expect(await openWithPassphrase(row, PASSPHRASE, strict)).toEqual({ ok: false, reason: 'weakened' })
    ok(await openWithRecoveryKey(row, recoveryKey, strict))
    const changed = ok(await changePassphrase(row, { recoveryKey }, OTHER_PASSPHRASE, strict)).row
    expect(changed.passphrase.iterations).toBe(5)
  })

  test('cannot be lowered by editing the row', async () => {
    const { row } = await newVault('v1', costing(9))
    const edited = { ...row, passphrase: { ...row.passphrase, iterations: 3 } }
    expect(await openWithPassphrase(edited, PASSPHRASE, cheapKdf)).toEqual({ ok: false, reason: 'wrong-passphrase' })
  })

  test('does not fall when the passphrase is changed by an app that asks for less', async () => {
    const { row } = await newVault('v1', costing(9))
    const changed = ok(await changePassphrase(row, { passphrase: PASSPHRASE }, OTHER_PASSPHRASE, costing(3))).row
    expect(changed.passphrase.iterations).toBe(9)
  })

  test('rises on opening when the app asks for more, and only then', async () => {
    const { row } = await newVault('v1', costing(3))
    expect(ok(await openWithPassphrase(row, PASSPHRASE, costing(3))).raised).toBeNull()
    const { raised } = ok(await openWithPassphrase(row, PASSPHRASE, costing(8)))
    expect(raised?.passphrase.iterations).toBe(8)
    if (raised) ok(await openWithPassphrase(raised, PASSPHRASE, costing(8)))
  })

  test('that would hang the page is damage, and the recovery key repairs it', async () => {
    const { row, recoveryKey } = await newVault()
    const absurd = { ...row, passphrase: { ...row.passphrase, iterations: 2 ** 40 } }
    expect(await openWithPassphrase(absurd, PASSPHRASE, cheapKdf)).toEqual({ ok: false, reason: 'damaged' })
    const repaired = ok(await changePassphrase(absurd, { recoveryKey }, PASSPHRASE, cheapKdf)).row
    ok(await openWithPassphrase(repaired, PASSPHRASE, cheapKdf))
  })
})
