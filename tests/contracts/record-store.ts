import { beforeEach, describe, expect, test } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import type { RecordStore, StoreChange } from '../../src/storage/record-port.ts'
import { entryText } from '../../src/sync/entry-hash.ts'
import { aDraft, anEntry, aVault, ok, PASSPHRASE } from '../storage/storage-builders.ts'
import { readCopyContract } from './read-copy.ts'
import { sealedRecordingContract } from './read-copy-recording.ts'
import { coalescingContract } from './record-store-coalescing.ts'
import type { StoreHarness } from './store-harness.ts'
import { syncStoreContract } from './sync-store.ts'

export function recordStoreContract(name: string, openDevice: () => Promise<StoreHarness>): void {
  describe(name, () => {
    let device: StoreHarness
    let store: RecordStore
    beforeEach(async () => {
      device = await openDevice()
      store = (await aVault(device.keeper)).store
    })
    const secondHandle = async () => ok(await device.keeper.unlock(store.vault, PASSPHRASE)).opened.store
    const loaded = async (assessment = 'a1', from = store) => {
      const { entries, unreadable } = ok(await from.load(assessment))
      return { entries: entries.sort((a, b) => (a.id < b.id ? -1 : 1)), unreadable }
    }

    describe('appending', () => {
      test('keeps entries as they were recorded and gives them back per assessment', async () => {
        const first = anEntry()
        const second = anEntry({ id: 'e2', value: null, observedOn: '2025-02-28' })
        const elsewhere = anEntry({ id: 'e3', assessment: 'a2' })
        expect(await store.append([first, second, elsewhere])).toEqual({ ok: true, saved: 3, alreadyKept: 0 })
        expect(await loaded()).toEqual({ entries: [first, second], unreadable: [] })
        expect(await loaded('a2')).toEqual({ entries: [elsewhere], unreadable: [] })
      })

      test('keeps an unknown kind with fields that this version does not know', async () => {
        const later = {
          ...anEntry({ kind: 'hologram', value: { deep: [{ '': null }, '\ud83d\udc23 \u0000 "'] } }),
          slot: { question: 'TOY-01', subject: 'child-1', facet: 'later' },
          sealedBy: { scheme: 9 },
        } as Entry
        ok(await store.append([later]))
        expect((await loaded()).entries).toEqual([later])
      })

      test('the same entry again changes nothing and is a success', async () => {
        ok(await store.append([anEntry()]))
        const reordered = Object.fromEntries(Object.entries(anEntry()).reverse()) as unknown as Entry
        expect(await store.append([reordered, reordered])).toEqual({ ok: true, saved: 0, alreadyKept: 1 })
        expect((await loaded()).entries).toEqual([anEntry()])
      })

      test('other content under a kept id is a conflict that changes nothing and saves nothing', async () => {
        ok(await store.append([anEntry()]))
        const result = await store.append([anEntry({ id: 'e2' }), anEntry({ value: 'other' })])
        expect(result).toEqual({ ok: false, reason: 'conflict', ids: ['e1'] })
        expect((await loaded()).entries).toEqual([anEntry()])
      })

      test('the same id twice in one batch with other content is a conflict', async () => {
        const result = await store.append([anEntry(), anEntry({ value: 'other' })])
        expect(result).toEqual({ ok: false, reason: 'conflict', ids: ['e1'] })
        expect((await loaded()).entries).toEqual([])
      })

      test('what is not JSON is refused, not quietly changed', async () => {
        const result = await store.append([anEntry(), anEntry({ id: 'e2', value: Number.NaN })])
        expect(result).toEqual({ ok: false, reason: 'not-storable', ids: ['e2'] })
        expect((await loaded()).entries).toEqual([])
      })

      test('two handles that append the same and different entries at once lose none', async () => {
        const other = await secondHandle()
        const results = await Promise.all([
          store.append([anEntry(), anEntry({ id: 'e2' })]),
          other.append([anEntry(), anEntry({ id: 'e3' })]),
        ])
        expect(results.map((result) => result.ok)).toEqual([true, true])
        expect((await loaded()).entries.map((entry) => entry.id)).toEqual(['e1', 'e2', 'e3'])
      })
    })

    describe('when the device fails', () => {
      test('running out of space keeps nothing half-written, and a later append works', async () => {
        ok(await store.append([anEntry({ id: 'e0' })]))
        device.runOutOfSpace()
        const batch = [anEntry(), anEntry({ id: 'e2' })]
        expect(await store.append(batch)).toEqual({ ok: false, reason: 'quota' })
        expect((await loaded()).entries.map((entry) => entry.id)).toEqual(['e0'])
        expect(await store.append(batch)).toEqual({ ok: true, saved: 2, alreadyKept: 0 })
      })

      test('running out of space while journaling leaves the earlier draft', async () => {
        ok(await store.journal(aDraft()))
        device.runOutOfSpace()
        expect(await store.journal(aDraft({ slot: { question: 'TOY-02', subject: 's' } }))).toEqual({
          ok: false,
          reason: 'quota',
        })
        expect(ok(await store.drafts('a1')).drafts.map((each) => each.draft)).toEqual([aDraft()])
      })

      test('what reads back otherwise is not called saved; saving again succeeds', async () => {
        device.keepWrongly()
        expect(await store.append([anEntry()])).toEqual({ ok: false, reason: 'read-back-differs', ids: ['e1'] })
        ok(await store.append([anEntry()]))
        expect(await loaded()).toEqual({ entries: [anEntry()], unreadable: [] })
      })

      test('an entry that does not open is kept, counted and named, beside those that do', async () => {
        ok(await store.append([anEntry(), anEntry({ id: 'e2' })]))
        await device.damage(store.vault, 'e1')
        const { entries, unreadable } = await loaded()
        expect(entries.map((entry) => entry.id)).toEqual(['e2'])
        expect(unreadable.map((each) => each.id)).toEqual(['e1'])
        const fresh = await secondHandle()
        expect(ok(await fresh.assessments()).assessments).toEqual([
          { id: 'a1', entries: 2, unreadable: 1, sealed: 0, drafts: 0, newest: anEntry().recordedAt },
        ])
        expect(ok(await store.counts()).counts.entries).toBe(2)
      })

      test('a good copy mends a damaged entry, and the damaged bytes are set aside', async () => {
        ok(await store.append([anEntry()]))
        await device.damage(store.vault, 'e1')
        expect(await store.sync.takeIn([entryText(anEntry())])).toEqual({ ok: true, added: ['e1'] })
        expect(await loaded()).toEqual({ entries: [anEntry()], unreadable: [] })
        expect(ok(await store.counts()).counts).toMatchObject({ entries: 1, setAside: 1 })
      })
    })

    coalescingContract(() => ({ device, store, loaded }))
    syncStoreContract(() => ({ device, store, loaded, secondHandle }))
    readCopyContract(() => ({ device, store, secondHandle }))
    sealedRecordingContract(() => ({ device, store }))

    describe('drafts and the last place', () => {
      test('the latest state of each slot is kept, whatever the timing of the calls', async () => {
        const states = Array.from({ length: 20 }, (_, n) => aDraft({ raw: 'x'.repeat((20 - n) * 500) + n }))
        const other = aDraft({ slot: { question: 'TOY-02', subject: 'child-1' }, caret: undefined, raw: '' })
        await Promise.all([...states.map((state) => store.journal(state)), store.journal(other)])
        const drafts = ok(await (await secondHandle()).drafts('a1')).drafts.map((each) => each.draft)
        expect(drafts).toHaveLength(2)
        expect(drafts).toContainEqual(states.at(-1))
        expect(drafts.find((draft) => draft.slot.question === 'TOY-02')?.raw).toBe('')
        expect(ok(await store.drafts('a2')).drafts).toEqual([])
      })

      test('a draft is dropped by its own revision', async () => {
        const { revision } = ok(await store.journal(aDraft()))
        expect(await store.dropDraft('a1', aDraft().slot, revision)).toEqual({ ok: true, dropped: true })
        expect(ok(await store.drafts('a1')).drafts).toEqual([])
      })

      test('what was typed after the entry was made is not dropped with it', async () => {
        const { revision } = ok(await store.journal(aDraft()))
        const later = aDraft({ raw: { text: 'half a sentence more' } })
        ok(await store.journal(later))
        expect(await store.dropDraft('a1', aDraft().slot, revision)).toEqual({ ok: true, dropped: false })
        expect(ok(await store.drafts('a1')).drafts.map((each) => each.draft)).toEqual([later])
      })

      test('an assessment with only a draft is listed', async () => {
        ok(await store.journal(aDraft({ assessment: 'a7' })))
        expect(ok(await store.assessments()).assessments).toEqual([
          { id: 'a7', entries: 0, unreadable: 0, sealed: 0, drafts: 1, newest: null },
        ])
      })

      test('the last place is kept per assessment', async () => {
        const place = { step: 'toy', path: '/a1/toy', field: 'text', caret: { start: 1, end: 3 } }
        ok(await store.putPlace('a1', { step: 'first', path: '/a1/first' }))
        ok(await store.putPlace('a1', place))
        expect(await store.place('a1')).toEqual({ ok: true, place })
        expect(await store.place('a2')).toEqual({ ok: true, place: null })
      })
    })

    test('summaries count entries and show the newest time', async () => {
      const newest = '2025-03-02T08:00:00.000Z'
      ok(await store.append([anEntry({ id: 'e1', recordedAt: newest }), anEntry({ id: 'e2' })]))
      const summary = { id: 'a1', entries: 2, unreadable: 0, sealed: 0, drafts: 0, newest }
      expect(ok(await store.assessments()).assessments).toEqual([summary])
      ok(await store.append([anEntry({ id: 'e3', assessment: 'a0' })]))
      expect(ok(await store.assessments()).assessments).toEqual([
        { id: 'a0', entries: 1, unreadable: 0, sealed: 0, drafts: 0, newest: anEntry().recordedAt },
        summary,
      ])
    })

    test('device numbers are given once, also across handles and vaults', async () => {
      const stores = [store, await secondHandle(), (await aVault(device.keeper, 'JB')).store]
      const taken = await Promise.all([...stores, ...stores].map((each) => each.nextDeviceSeq()))
      expect(taken.map((each) => ok(each).seq).sort()).toEqual([1, 2, 3, 4, 5, 6])
    })

    test('a listener hears of changes through any handle until it is stopped', async () => {
      const heard: StoreChange[] = []
      const stop = store.subscribe((change) => heard.push(change))
      const other = await secondHandle()
      ok(await other.append([anEntry()]))
      ok(await other.journal(aDraft()))
      stop()
      ok(await other.append([anEntry({ id: 'e2' })]))
      expect(heard).toEqual([
        { entries: true, drafts: false, sync: false },
        { entries: false, drafts: true, sync: false },
      ])
    })

    describe('several vaults', () => {
      test('each sees only its own, even with the same ids', async () => {
        const other = (await aVault(device.keeper, 'JB')).store
        ok(await store.append([anEntry()]))
        ok(await store.journal(aDraft()))
        ok(await store.putPlace('a1', { step: 'toy', path: '/' }))
        ok(await other.append([anEntry({ value: 'hers' })]))
        expect((await loaded('a1', other)).entries).toEqual([anEntry({ value: 'hers' })])
        expect((await loaded()).entries).toEqual([anEntry()])
        expect(ok(await other.drafts('a1')).drafts).toEqual([])
        expect(await other.place('a1')).toEqual({ ok: true, place: null })
        expect(ok(await other.sync.unsent()).entries).toHaveLength(1)
        expect(ok(await other.counts()).counts).toEqual({
          assessments: 1,
          entries: 1,
          notStored: 1,
          drafts: 0,
          setAside: 0,
        })
      })

      test('removing one needs its label typed and leaves the other', async () => {
        const other = (await aVault(device.keeper, 'JB')).store
        ok(await store.append([anEntry()]))
        ok(await other.append([anEntry()]))
        expect(await store.removeFromThisDevice('JB')).toEqual({ ok: false, reason: 'confirmation-differs' })
        expect((await loaded()).entries).toHaveLength(1)
        const tab = await secondHandle()
        const { removed } = ok(await store.removeFromThisDevice(' RA '))
        expect(removed).toMatchObject({ entries: 1, notStored: 1 })
        expect(ok(await device.keeper.list()).vaults.map((each) => each.label)).toEqual(['JB'])
        expect((await loaded('a1', other)).entries).toHaveLength(1)
        expect(await tab.append([anEntry({ id: 'e2' })])).toEqual({ ok: false, reason: 'locked' })
        expect(await tab.journal(aDraft())).toEqual({ ok: false, reason: 'locked' })
      })
    })

    test('after closing, every call answers locked, and unlocking finds everything again', async () => {
      ok(await store.append([anEntry()]))
      store.close()
      const answers = await Promise.all([
        store.append([anEntry({ id: 'e2' })]),
        store.coalesce('e1', anEntry({ id: 'e2' })),
        store.load('a1'),
        store.assessments(),
        store.sync.memory(),
        store.sync.unsent(),
        store.sync.standings('a1'),
        store.sync.markHandedOver(['e1']),
        store.sync.settle('ep-1', []),
        store.sync.takeIn([entryText(anEntry({ id: 'e2' }))]),
        store.sync.keepPage('ep-1', {
          by: 'membership',
          assessment: 'a1',
          cursor: null,
          readThrough: 0,
          durableThrough: 0,
          receipts: [],
        }),
        store.sync.hide('a1', null),
        store.sync.breakGlass('a1', { at: 0, until: 1 }),
        store.sync.follow('a1', false),
        store.sync.beginEpoch('ep-1'),
        store.sync.keepContact(1),
        store.sync.account(),
        store.sync.connect(null),
        store.journal(aDraft()),
        store.drafts('a1'),
        store.dropDraft('a1', aDraft().slot, 'r'),
        store.putPlace('a1', { step: 's', path: '/' }),
        store.place('a1'),
        store.nextDeviceSeq(),
        store.counts(),
        store.removeFromThisDevice('RA'),
      ])
      for (const answer of answers) expect(answer).toEqual({ ok: false, reason: 'locked' })
      expect((await loaded('a1', await secondHandle())).entries).toEqual([anEntry()])
    })
  })
}
