// @vitest-environment node
import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { dexieVaultKeeper } from '../../src/storage/dexie-vault-keeper.ts'
import { memoryDevice } from '../../src/storage/memory-device.ts'
import { memoryVaultKeeper } from '../../src/storage/memory-vault-keeper.ts'
import type { VaultKeeper } from '../../src/storage/vault-port.ts'
import { aDexieDevice } from './dexie-device.ts'
import { aDraft, anEntry, aProfile, aVault, cheapKdf, OTHER_PASSPHRASE, ok, PASSPHRASE } from './storage-builders.ts'

const implementations: [string, () => Promise<VaultKeeper>][] = [
  ['Dexie', async () => (await aDexieDevice()).keeper],
  ['memory', async () => memoryVaultKeeper(memoryDevice(), cheapKdf)],
]

describe.each(implementations)('the vault keeper over %s', (_, newKeeper) => {
  test('lists vaults by label, and no more than that', async () => {
    const keeper = await newKeeper()
    const second = await aVault(keeper, 'RA')
    const first = await aVault(keeper, ' JB ')
    expect(await keeper.list()).toEqual({ ok: true, vaults: [first.listing, second.listing], damaged: 0 })
    expect(Object.keys(first.listing).sort()).toEqual(['id', 'label'])
  })

  test('wants a label of its own and a strong passphrase', async () => {
    const keeper = await newKeeper()
    await aVault(keeper, 'RA')
    const wanted = { passphrase: PASSPHRASE, profile: aProfile(), label: 'JB' }
    expect(await keeper.create({ ...wanted, label: 'RA ' })).toEqual({ ok: false, reason: 'label-taken' })
    expect(await keeper.create({ ...wanted, label: ' ' })).toEqual({ ok: false, reason: 'label-empty' })
    expect(await keeper.create({ ...wanted, passphrase: 'short' })).toEqual({
      ok: false,
      reason: 'weak-passphrase',
      problems: ['too-short'],
    })
    expect(ok(await keeper.list()).vaults).toHaveLength(1)
  })

  test('unlocks with the passphrase, after a change with the new one only, and everything is there', async () => {
    const keeper = await newKeeper()
    const { store, listing, profile } = await aVault(keeper)
    expect(profile).toEqual(aProfile())
    ok(await store.append([anEntry()]))
    ok(await store.journal(aDraft()))
    store.close()
    expect(await keeper.unlock(listing.id, OTHER_PASSPHRASE)).toEqual({ ok: false, reason: 'wrong-passphrase' })
    ok(await keeper.changePassphrase(listing.id, { passphrase: PASSPHRASE }, OTHER_PASSPHRASE))
    expect(await keeper.unlock(listing.id, PASSPHRASE)).toEqual({ ok: false, reason: 'wrong-passphrase' })
    const again = ok(await keeper.unlock(listing.id, OTHER_PASSPHRASE)).opened
    expect(ok(await again.store.load('a1')).entries).toEqual([anEntry()])
    expect(ok(await again.store.drafts('a1')).drafts.map((each) => each.draft)).toEqual([aDraft()])
  })

  test('a forgotten passphrase is replaced by means of the recovery key, and that by a new one', async () => {
    const keeper = await newKeeper()
    const { store, listing, recoveryKey } = await aVault(keeper)
    ok(await store.append([anEntry()]))
    const recovered = ok(await keeper.unlockWithRecovery(listing.id, recoveryKey.toLowerCase())).opened
    expect(ok(await recovered.store.load('a1')).entries).toEqual([anEntry()])
    ok(await keeper.changePassphrase(listing.id, { recoveryKey }, OTHER_PASSPHRASE))
    ok(await keeper.unlock(listing.id, OTHER_PASSPHRASE))
    const replaced = ok(await keeper.replaceRecoveryKey(listing.id, { passphrase: OTHER_PASSPHRASE }))
    ok(await keeper.unlockWithRecovery(listing.id, replaced.recoveryKey))
    expect(await keeper.unlockWithRecovery(listing.id, recoveryKey)).toEqual({
      ok: false,
      reason: 'wrong-recovery-key',
    })
  })

  test('a weak new passphrase or a vault that is not there changes nothing', async () => {
    const keeper = await newKeeper()
    const { listing } = await aVault(keeper)
    expect(await keeper.changePassphrase(listing.id, { passphrase: PASSPHRASE }, 'short')).toMatchObject({
      reason: 'weak-passphrase',
    })
    ok(await keeper.unlock(listing.id, PASSPHRASE))
    expect(await keeper.unlock('nobody', PASSPHRASE)).toEqual({ ok: false, reason: 'not-found' })
  })

  test('a changed agency is there at the next unlocking, and needs a right proof', async () => {
    const keeper = await newKeeper()
    const { listing } = await aVault(keeper)
    const moved = aProfile({ agency: 'Southfield Maternity' })
    expect(await keeper.changeProfile(listing.id, { passphrase: OTHER_PASSPHRASE }, moved)).toEqual({
      ok: false,
      reason: 'wrong-passphrase',
    })
    ok(await keeper.changeProfile(listing.id, { passphrase: PASSPHRASE }, moved))
    expect(ok(await keeper.unlock(listing.id, PASSPHRASE)).opened.profile).toEqual(moved)
  })

  test('two changes at once leave exactly one passphrase that works', async () => {
    const keeper = await newKeeper()
    const { listing } = await aVault(keeper)
    const proof = { passphrase: PASSPHRASE }
    const results = await Promise.all([
      keeper.changePassphrase(listing.id, proof, OTHER_PASSPHRASE),
      keeper.changePassphrase(listing.id, proof, 'copper ribbon thistle marble'),
    ])
    expect(results.map((result) => (result.ok ? 'changed' : result.reason)).sort()).toEqual(['changed', 'overtaken'])
    const opened = await Promise.all(
      [PASSPHRASE, OTHER_PASSPHRASE, 'copper ribbon thistle marble'].map((each) => keeper.unlock(listing.id, each)),
    )
    expect(opened.filter((each) => each.ok)).toHaveLength(1)
  })
})

describe('the vault keeper on a disk', () => {
  test('raises the iteration count on unlocking and keeps it raised', async () => {
    const { db, keeper } = await aDexieDevice()
    const { listing } = await aVault(keeper)
    const count = async () => (await db.vaults.get(listing.id)) as unknown as { passphrase: { iterations: number } }
    ok(await dexieVaultKeeper(db, { ...cheapKdf, iterations: 7 }).unlock(listing.id, PASSPHRASE))
    expect((await count()).passphrase.iterations).toBe(7)
    ok(await keeper.unlock(listing.id, PASSPHRASE))
    ok(await keeper.changePassphrase(listing.id, { passphrase: PASSPHRASE }, OTHER_PASSPHRASE))
    expect((await count()).passphrase.iterations).toBe(7)
  })

  test('without a kdf of its own it refuses wraps cheaper than the floor', async () => {
    const { db, keeper } = await aDexieDevice()
    const { listing } = await aVault(keeper)
    expect(await dexieVaultKeeper(db).unlock(listing.id, PASSPHRASE)).toEqual({ ok: false, reason: 'weakened' })
  })

  test('keeps and counts a vault row that it cannot read', async () => {
    const { db, keeper } = await aDexieDevice()
    const { listing } = await aVault(keeper)
    await db.table('vaults').bulkAdd([{ id: 'broken' }, { id: 'later', version: 2 }])
    expect(await keeper.list()).toEqual({ ok: true, vaults: [listing], damaged: 2 })
    expect(await keeper.unlock('broken', PASSPHRASE)).toEqual({ ok: false, reason: 'damaged' })
    expect(await keeper.unlock('later', PASSPHRASE)).toEqual({ ok: false, reason: 'later-version' })
    expect(await db.vaults.count()).toBe(3)
  })

  test('a change of passphrase that does not read back is undone', async () => {
    const { db, keeper } = await aDexieDevice()
    const { listing } = await aVault(keeper)
    let reads = 0
    db.vaults.hook('reading', (row) => {
      const isReadBack = ++reads === 3
      return isReadBack ? { ...row, label: 'not what was written' } : row
    })
    const changed = await keeper.changePassphrase(listing.id, { passphrase: PASSPHRASE }, OTHER_PASSPHRASE)
    expect(changed).toEqual({ ok: false, reason: 'read-back-differs' })
    ok(await keeper.unlock(listing.id, PASSPHRASE))
    expect(ok(await keeper.list()).vaults).toEqual([listing])
  })
})
