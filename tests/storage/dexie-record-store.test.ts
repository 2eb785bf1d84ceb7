// @vitest-environment node
import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { openDatabase } from '../../src/storage/dexie-database.ts'
import { dexieVaultKeeper } from '../../src/storage/dexie-vault-keeper.ts'
import { hex, randomId } from '../../src/storage/random-id.ts'
import { entryText } from '../../src/sync/entry-hash.ts'
import { recordStoreContract } from '../contracts/record-store.ts'
import { receive } from '../contracts/sync-store.ts'
import { aDexieDevice } from './dexie-device.ts'
import { aDraft, anEntry, aVault, cheapKdf, ok, PASSPHRASE } from './storage-builders.ts'

recordStoreContract('the Dexie record store', aDexieDevice)

/** Of version 1, as it was released. */
const EDITION_BEFORE_SYNC = {
  vaults: 'id',
  entries: '[vault+id], [vault+assessment], [vault+sent]',
  drafts: '[vault+id], [vault+assessment]',
  places: '[vault+assessment]',
  setAside: '++, vault',
  counters: 'name',
}

/** Everything in every object store: strings as they are, bytes both as characters and as hexadecimal digits. */
async function rawDump(name: string): Promise<string> {
  const native = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const parts: string[] = []
  for (const store of native.objectStoreNames) {
    const everything = native.transaction(store).objectStore(store)
    for (const request of [everything.getAll(), everything.getAllKeys()]) {
      const found = await new Promise<unknown>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
      parts.push(JSON.stringify(found, legible))
    }
  }
  native.close()
  return parts.join('\n')
}

function legible(_: string, value: unknown): unknown {
  if (Object.prototype.toString.call(value) === '[object CryptoKey]') return '[object CryptoKey]'
  if (!ArrayBuffer.isView(value)) return value
  const bytes = Buffer.from(value as Uint8Array)
  return `${bytes.toString('latin1')} ${bytes.toString('hex')}`
}

describe('what lies on the disk', () => {
  test('holds no answer, question, name, place or draft in plain text, and says so only of random ids', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    const slot = { question: 'SECRETQUESTION-17', subject: 'secret-subject' }
    ok(await store.append([anEntry({ id: 'random-id-1', slot, kind: 'secret-kind', value: 'SECRETANSWER' })]))
    ok(await store.journal(aDraft({ slot, raw: 'SECRETDRAFT' })))
    ok(await store.putPlace('a1', { step: 'SECRETSTEP', path: '/secret/path' }))
    ok(await receive(store, 'random-id-1'))
    ok(await store.sync.takeIn([entryText(anEntry({ id: 'e2', slot, value: 'SECRETELSEWHERE' }))]))
    ok(await store.sync.follow('a1', true))
    ok(await store.sync.connect({ user: 'u1', name: 'Ruth', agency: 'SECRETAGENCY' }))
    const dump = await rawDump(db.name)
    expect(dump).toContain('random-id-1')
    expect(dump).not.toMatch(/secret/i)
    expect(dump).not.toMatch(/Adeyemi|Ruth|midwife|Northfield|author-1|device-1|lantern|recordedAt|202[56]-/)
  })

  test('no key is kept unwrapped', async () => {
    const wrapping = vi.spyOn(crypto.subtle, 'wrapKey')
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    ok(await store.append([anEntry()]))
    const raw = await Promise.all(wrapping.mock.calls.map(([, key]) => crypto.subtle.exportKey('raw', key)))
    wrapping.mockRestore()
    const dump = await rawDump(db.name)
    const entry = await db.entries.get([store.vault, 'e1'])
    expect(dump).toContain(hex(entry?.bytes ?? new Uint8Array()))
    expect(raw).toHaveLength(3)
    for (const key of raw) expect(dump).not.toContain(hex(new Uint8Array(key)))
    expect(dump).not.toContain('[object CryptoKey]')
  })

  test('answers of different lengths take the same space', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    ok(await store.append([anEntry({ value: 'no' }), anEntry({ id: 'e2', value: 'yes' })]))
    expect(new Set((await db.entries.toArray()).map((row) => row.bytes.length)).size).toBe(1)
  })

  test('every write has its own nonce, the same draft journaled again too', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    const nonces: string[] = []
    db.drafts.hook('creating', (_, row) => void nonces.push(String(row.iv)))
    db.drafts.hook('updating', (changes) => void nonces.push(String((changes as { iv?: unknown }).iv)))
    for (let n = 0; n < 5; n++) ok(await store.journal(aDraft()))
    ok(await store.append(Array.from({ length: 50 }, (_, n) => anEntry({ id: `e${n}` }))))
    nonces.push(...(await db.entries.toArray()).map((row) => String(row.iv)))
    expect(nonces).toHaveLength(55)
    expect(new Set(nonces).size).toBe(55)
  })
})

describe('tampering on the disk', () => {
  test('a row moved to another id or assessment is unreadable there, not shown', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    ok(await store.append([anEntry()]))
    const row = await db.entries.get([store.vault, 'e1'])
    if (!row) throw new Error('no row')
    await db.entries.bulkPut([
      { ...row, id: 'moved' },
      { ...row, assessment: 'a2' },
    ])
    expect(ok(await store.load('a1'))).toMatchObject({ entries: [], unreadable: [{ id: 'moved' }] })
    expect(ok(await store.load('a2'))).toMatchObject({ entries: [], unreadable: [{ id: 'e1' }] })
  })

  test('a record of a later seal version is kept and named, and not overwritten', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    ok(await store.append([anEntry()]))
    await db.entries.where({ vault: store.vault }).modify({ version: 2 })
    expect(ok(await store.load('a1')).unreadable).toEqual([{ id: 'e1', reason: 'later-version' }])
    expect(await store.append([anEntry()])).toEqual({ ok: false, reason: 'conflict', ids: ['e1'] })
    expect((await db.entries.get([store.vault, 'e1']))?.version).toBe(2)
  })

  test('an unreadable draft is kept and named', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    ok(await store.journal(aDraft()))
    await db.drafts.toCollection().modify({ bytes: new Uint8Array(40) })
    const { drafts, unreadable } = ok(await store.drafts('a1'))
    expect({ drafts, reasons: unreadable.map((each) => each.reason) }).toEqual({
      drafts: [],
      reasons: ['wrong-key-or-altered'],
    })
    expect(await db.drafts.count()).toBe(1)
  })

  test('rows that are not rows at all are kept and named', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    await db.table('entries').add({ vault: store.vault, id: 'junk', assessment: 'a1', sent: 0, iv: 'x', bytes: 7 })
    expect(ok(await store.load('a1')).unreadable).toEqual([{ id: 'junk', reason: 'malformed' }])
    ok(await store.append([anEntry({ id: 'junk' })]))
    expect(ok(await store.counts()).counts.setAside).toBe(1)
  })
})

describe('when calls overtake each other', () => {
  /** The next sealing waits for `meanwhile`. */
  const whileSealing = (meanwhile: () => Promise<unknown>) => {
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle)
    const spy = vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(async (...args) => {
      await meanwhile()
      spy.mockRestore()
      return encrypt(...args)
    })
  }

  test('an entry handed to a sender while its successor is being sealed is not replaced', async () => {
    const { keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    ok(await store.append([anEntry()]))
    whileSealing(() => store.sync.markHandedOver(['e1']))
    expect(await store.coalesce('e1', anEntry({ id: 'e2' }))).toEqual({ ok: false, reason: 'already-sent' })
    expect(ok(await store.load('a1')).entries).toEqual([anEntry()])
  })

  test('a draft that is slow to seal does not land on a later one', async () => {
    const { keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    whileSealing(async () => {
      for (let n = 0; n < 20; n++) ok(await store.counts())
    })
    const slow = store.journal(aDraft({ raw: 'first' }))
    const quick = store.journal(aDraft({ raw: 'second' }))
    ok(await slow)
    ok(await quick)
    expect(ok(await store.drafts('a1')).drafts.map(({ draft }) => draft.raw)).toEqual(['second'])
  })
})

describe('failures of the database', () => {
  test('running out of space in the middle of a batch, seen only as the abort, saves none of it', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    const abortWithQuota = (_: unknown, row: { id: string }) => {
      const native = Dexie.currentTransaction?.idbtrans as unknown as { _abort(name: string): void }
      if (row.id === 'e2') queueMicrotask(() => native._abort('QuotaExceededError'))
    }
    db.entries.hook('creating', abortWithQuota)
    const batch = [anEntry(), anEntry({ id: 'e2' })]
    expect(await store.append(batch)).toEqual({ ok: false, reason: 'quota' })
    expect(await db.entries.count()).toBe(0)
    db.entries.hook('creating').unsubscribe(abortWithQuota)
    ok(await store.append(batch))
  })

  test('a read that differs though the disk is right is reported, and saving again finds it kept', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    let wrong = true
    db.entries.hook('reading', (row) => {
      if (!wrong || !row) return row
      wrong = false
      return { ...row, bytes: new Uint8Array(0) }
    })
    expect(await store.append([anEntry()])).toMatchObject({ ok: false, reason: 'read-back-differs' })
    expect(await store.append([anEntry()])).toEqual({ ok: true, saved: 0, alreadyKept: 1 })
  })

  test('a database that was closed under it is reported as broken', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    db.close()
    expect(await store.append([anEntry()])).toEqual({ ok: false, reason: 'database-broken' })
    expect(await keeper.list()).toEqual({ ok: false, reason: 'database-broken' })
  })

  test('500 entries are saved and read', async () => {
    const { keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    const entries: Entry[] = Array.from({ length: 500 }, (_, n) => anEntry({ id: `e${n}`, deviceSeq: n + 1 }))
    expect(await store.append(entries)).toEqual({ ok: true, saved: 500, alreadyKept: 0 })
    expect(ok(await store.load('a1')).entries).toHaveLength(500)
    expect(ok(await store.sync.unsent()).entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
  })
})

describe('opening the database', () => {
  const openNative = (name: string, version: number) =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, version)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })

  test('finds again what was saved before', async () => {
    const name = `linnet-${randomId()}`
    const first = ok(await openDatabase(name)).db
    const { store } = await aVault(dexieVaultKeeper(first, cheapKdf))
    ok(await store.append([anEntry()]))
    first.close()
    const second = ok(await openDatabase(name)).db
    const unlocked = ok(await dexieVaultKeeper(second, cheapKdf).unlock(store.vault, PASSPHRASE))
    expect(ok(await unlocked.opened.store.load('a1')).entries).toEqual([anEntry()])
  })

  test('finds everything again that the edition before sync kept: entries, drafts, places and what was set aside', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    ok(await store.append([anEntry(), anEntry({ id: 'e2', deviceSeq: 2, kind: 'hologram' })]))
    ok(await store.journal(aDraft()))
    ok(await store.putPlace('a1', { step: 'toy', path: '/a1/toy' }))
    ok(await store.nextDeviceSeq())
    const name = `linnet-${randomId()}`
    const before = new Dexie(name)
    before.version(1).stores(EDITION_BEFORE_SYNC)
    for (const table of Object.keys(EDITION_BEFORE_SYNC)) {
      await before.table(table).bulkPut(await db.table(table).toArray())
    }
    before.close()

    const { db: upgraded } = ok(await openDatabase(name))
    const { opened } = ok(await dexieVaultKeeper(upgraded, cheapKdf).unlock(store.vault, PASSPHRASE))
    const byId = (a: Entry, b: Entry) => (a.id < b.id ? -1 : 1)
    expect(ok(await opened.store.load('a1')).entries.sort(byId)).toEqual([
      anEntry(),
      anEntry({ id: 'e2', deviceSeq: 2, kind: 'hologram' }),
    ])
    expect(ok(await opened.store.drafts('a1')).drafts.map(({ draft }) => draft)).toEqual([aDraft()])
    expect(await opened.store.place('a1')).toEqual({ ok: true, place: { step: 'toy', path: '/a1/toy' } })
    expect(ok(await opened.store.nextDeviceSeq()).seq).toBe(2)
    expect(ok(await opened.store.sync.unsent()).entries.map(({ id }) => id)).toEqual(['e1', 'e2'])
    expect(ok(await opened.store.counts()).counts).toMatchObject({ entries: 2, notStored: 2, drafts: 1 })
  })

  test('refuses a store that a newer version has used', async () => {
    const name = `linnet-${randomId()}`
    ok(await openDatabase(name)).db.close()
    ;(await openNative(name, 30)).close()
    expect(await openDatabase(name)).toEqual({ ok: false, reason: 'newer-version' })
  })

  test('reports another tab that holds an older edition', async () => {
    const name = `linnet-${randomId()}`
    const older = await openNative(name, 1)
    expect(await openDatabase(name)).toEqual({ ok: false, reason: 'blocked' })
    older.close()
  })

  test('what an edition kept that knew of no broken glass is read as before', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    const before = { began: 0 as const, cursor: 'c1', readThrough: 1, durableThrough: 0, standing: 'member' as const }
    await db.followed.put({ vault: store.vault, assessment: 'a1', ...before })
    expect(ok(await store.sync.memory()).assessments).toEqual([
      { ...before, assessment: 'a1', began: false, glassAt: null, glassUntil: null },
    ])
    ok(await store.sync.hide('a1', null))
    expect(ok(await store.sync.memory()).assessments).toMatchObject([{ standing: 'hidden' }])
    db.close()
  })

  test('goes on saving while a newer version waits in another tab', async () => {
    const { db, keeper } = await aDexieDevice()
    const { store } = await aVault(keeper)
    const request = indexedDB.open(db.name, 30)
    await new Promise<void>((resolve) => {
      request.onblocked = () => resolve()
    })
    ok(await store.append([anEntry()]))
    db.close()
  })

  test.each([
    ['InvalidStateError', 'database-broken'],
    ['SecurityError', 'database-broken'],
    ['QuotaExceededError', 'quota'],
  ])('answers %s with %s', async (error, reason) => {
    const real = Dexie.dependencies.indexedDB
    const failing = {
      open: () => {
        throw new DOMException('no', error)
      },
    } as unknown as IDBFactory
    Dexie.dependencies.indexedDB = failing
    try {
      expect(await openDatabase('never')).toEqual({ ok: false, reason })
    } finally {
      Dexie.dependencies.indexedDB = real
    }
  })
})
