import { beforeEach, describe, expect, test } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import type { RecordStore, StoreChange } from '../../src/storage/record-port.ts'
import { entryText } from '../../src/sync/entry-hash.ts'
import { aDraft, anEntry, NOON, ok } from '../storage/storage-builders.ts'
import type { StoreHarness } from './store-harness.ts'
import { pulled, receive, voucherOf } from './sync-store.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id).sort()

/** The part of the record store's contract about what came from the server, when the server is not met for long. */
export function readCopyContract(
  given: () => { device: StoreHarness; store: RecordStore; secondHandle: () => Promise<RecordStore> },
): void {
  const theirs = (id: string, over: Partial<Entry> = {}) =>
    anEntry({ id, author: { ...anEntry().author, id: 'bo' }, device: 'd2', ...over })
  const load = async (assessment = 'a1', from = given().store) => {
    const { entries, unreadable, sealed } = ok(await from.load(assessment))
    return { ids: ids(entries), unreadable: unreadable.length, sealed }
  }
  const memory = async () => ok(await given().store.sync.memory())
  const look = async (from = given().store) => ok(await from.sync.lookAtClock())
  const timeIs = (ms: number) => {
    given().device.clock.now = NOON + ms
  }
  const counts = async () => ok(await given().store.counts()).counts
  const summaries = async () => ok(await given().store.assessments()).assessments

  describe('what came from the server', () => {
    beforeEach(async () => {
      const { store } = given()
      ok(await store.append([anEntry({ id: 'own' })]))
      ok(await store.sync.keepContact(NOON))
      ok(await pulled(store, [theirs('t1'), theirs('t2', { recordedAt: '2025-04-01T09:00:00.000Z' })]))
    })

    test('is shown for 72 hours after the last contact, then left out and counted', async () => {
      timeIs(72 * HOUR - 1)
      expect(await load()).toEqual({ ids: ['own', 't1', 't2'], unreadable: 0, sealed: 0 })
      timeIs(72 * HOUR)
      expect(await load()).toEqual({ ids: ['own'], unreadable: 0, sealed: 2 })
      expect(await load('a1', await given().secondHandle())).toEqual({ ids: ['own'], unreadable: 0, sealed: 2 })
    })

    test('tells nothing in the list either, not even when it was recorded', async () => {
      timeIs(73 * HOUR)
      const newest = anEntry().recordedAt
      expect(await summaries()).toEqual([{ id: 'a1', entries: 1, unreadable: 0, sealed: 2, drafts: 0, newest }])
    })

    test('is listed where nothing else is there, sealed and erased', async () => {
      const { store } = given()
      ok(await store.sync.takeIn([entryText(theirs('u1', { assessment: 'a2' }))], [voucherOf('u1')]))
      const receipts = [{ id: 'u1', at: anEntry().recordedAt, seq: 1, voucher: voucherOf('u1') }]
      ok(
        await store.sync.keepPage('ep-1', {
          assessment: 'a2',
          cursor: 'c',
          by: 'membership',
          readThrough: 1,
          durableThrough: 0,
          receipts,
        }),
      )
      const listed = { id: 'a2', entries: 0, unreadable: 0, sealed: 1, drafts: 0, newest: null }
      timeIs(73 * HOUR)
      expect(await summaries()).toContainEqual(listed)
      timeIs(31 * DAY)
      expect((await look()).erased).toBe(3)
      expect(await summaries()).toContainEqual(listed)
      expect(await load('a2')).toEqual({ ids: [], unreadable: 0, sealed: 1 })
    })

    test('is open again by itself after a contact', async () => {
      timeIs(73 * HOUR)
      expect((await load()).sealed).toBe(2)
      ok(await given().store.sync.keepContact(NOON + 73 * HOUR))
      expect(await load()).toEqual({ ids: ['own', 't1', 't2'], unreadable: 0, sealed: 0 })
    })

    test('is never what was recorded here, sent or not, known to this version or not, damaged or not', async () => {
      const { store, device } = given()
      ok(
        await store.append([
          anEntry({ id: 'sent' }),
          anEntry({ id: 'later', kind: 'hologram' }),
          anEntry({ id: 'bad' }),
        ]),
      )
      ok(await receive(store, 'sent'))
      ok(await store.append([anEntry({ id: 'copied' })]))
      ok(await pulled(store, [theirs('t1'), anEntry({ id: 'copied' })]))
      await device.damage(store.vault, 'bad')
      for (const ms of [73 * HOUR, 31 * DAY, -DAY, 3650 * DAY]) {
        timeIs(ms)
        await look()
        expect(await load()).toEqual({ ids: ['copied', 'later', 'own', 'sent'], unreadable: 1, sealed: 2 })
      }
      expect(ids((await store.sync.standings('a1').then(ok)).entries as never)).toEqual(
        expect.arrayContaining(['bad', 'copied', 'later', 'own', 'sent']),
      )
    })

    test('is sealed, and never erased, while a clock that was put back shows less than it did', async () => {
      timeIs(50 * HOUR)
      await look()
      timeIs(HOUR)
      expect((await load()).sealed).toBe(2)
      timeIs(-400 * DAY)
      expect(await look()).toMatchObject({ reading: 'sealed', erased: 0 })
      expect((await counts()).entries).toBe(3)
      ok(await given().store.sync.keepContact(NOON - 400 * DAY))
      expect((await load()).sealed).toBe(0)
    })

    test('follows the limits that the server told last, also in an app that is opened anew', async () => {
      const { store } = given()
      ok(await store.sync.keepContact(NOON, { sealsAfterHours: 1, erasedAfterDays: 2 }))
      ok(await store.sync.keepContact(NOON, null))
      expect((await memory()).limits).toEqual({ sealsAfterHours: 1, erasedAfterDays: 2 })
      timeIs(HOUR)
      expect((await load('a1', await given().secondHandle())).sealed).toBe(2)
      timeIs(2 * DAY)
      expect((await look()).erased).toBe(2)
    })

    test('is told of when it is sealed and when it is open again', async () => {
      const { store } = given()
      await look()
      const heard: StoreChange[] = []
      store.subscribe((change) => void heard.push(change))
      timeIs(71 * HOUR)
      await look()
      expect(heard.filter(({ entries }) => entries)).toEqual([])
      timeIs(73 * HOUR)
      await look()
      expect(heard.some(({ entries }) => entries)).toBe(true)
      heard.length = 0
      ok(await store.sync.keepContact(NOON + 73 * HOUR))
      expect(heard.some(({ sync }) => sync)).toBe(true)
      await look()
      expect(heard.some(({ entries }) => entries)).toBe(true)
    })
  })

  describe('after 30 days without the server', () => {
    beforeEach(async () => {
      const { store } = given()
      ok(await store.append([anEntry({ id: 'own' })]))
      ok(await store.sync.keepContact(NOON))
      ok(await pulled(store, [theirs('t1'), theirs('t2'), theirs('t3')]))
      ok(await receive(store, 'own', 'ep-1', 4))
      ok(await store.append([anEntry({ id: 'new', deviceSeq: 2, supersedes: ['t1'] })]))
      ok(await store.journal(aDraft()))
      timeIs(31 * DAY)
    })

    test('what came from it is gone with what was known of it, and what was recorded here is all there', async () => {
      const { store } = given()
      expect(await look()).toEqual({ ok: true, reading: 'erase', erased: 3 })
      expect(await load()).toEqual({ ids: ['new', 'own'], unreadable: 0, sealed: 3 })
      expect(
        ok(await store.sync.standings('a1'))
          .entries.map(({ id }) => id)
          .sort(),
      ).toEqual(['new', 'own'])
      expect(await counts()).toEqual({ assessments: 1, entries: 2, notStored: 1, drafts: 1, setAside: 0 })
      expect(ok(await store.sync.unsent()).entries.map(({ id }) => id)).toEqual(['new'])
      expect(ok(await store.drafts('a1')).drafts).toHaveLength(1)
    })

    test('it is read from the beginning at the next contact, and says that something is lacking until all is back', async () => {
      const { store } = given()
      await look()
      const erased = { times: 1, entries: 3, through: 3 }
      expect((await memory()).assessments).toMatchObject([{ cursor: null, readThrough: 0, erased }])
      ok(await store.sync.keepContact(NOON + 31 * DAY))
      expect((await load()).sealed).toBe(3)
      const page = { assessment: 'a1', by: 'membership' as const, durableThrough: 0, erasedTimes: 1 }
      const receipt = (id: string, seq: number) => ({ id, seq, at: anEntry().recordedAt, voucher: voucherOf(id) })
      ok(await store.sync.takeIn([entryText(theirs('t1'))], [voucherOf('t1')]))
      ok(await store.sync.keepPage('ep-1', { ...page, cursor: 'c1', readThrough: 1, receipts: [receipt('t1', 1)] }))
      expect(await load()).toEqual({ ids: ['new', 'own', 't1'], unreadable: 0, sealed: 3 })
      ok(await store.sync.takeIn([theirs('t2'), theirs('t3')].map(entryText), [voucherOf('t2'), voucherOf('t3')]))
      const rest = [receipt('t2', 2), receipt('t3', 3)]
      await look()
      let told = 0
      store.subscribe(({ entries }) => {
        if (entries) told++
      })
      ok(await store.sync.keepPage('ep-1', { ...page, cursor: 'c3', readThrough: 3, receipts: rest }))
      const before = told
      await look()
      expect(told).toBe(before + 1)
      expect(await load()).toEqual({ ids: ['new', 'own', 't1', 't2', 't3'], unreadable: 0, sealed: 0 })
    })

    test('a second look erases nothing more, and a second erasure counts on', async () => {
      const { store } = given()
      await look()
      expect((await look()).erased).toBe(0)
      ok(await store.sync.keepContact(NOON + 31 * DAY))
      ok(await store.sync.takeIn([entryText(theirs('t1'))], [voucherOf('t1')]))
      const receipts = [{ id: 't1', seq: 1, at: anEntry().recordedAt, voucher: null }]
      const page = {
        assessment: 'a1',
        by: 'membership' as const,
        cursor: 'c1',
        readThrough: 1,
        durableThrough: 0,
        receipts,
        erasedTimes: 1,
      }
      ok(await store.sync.keepPage('ep-1', page))
      timeIs(62 * DAY)
      expect((await look()).erased).toBe(1)
      expect((await memory()).assessments).toMatchObject([{ erased: { times: 2, entries: 4, through: 3 } }])
    })

    test('what the server may lack after a restore stays, sealed, until the server has it', async () => {
      const { store } = given()
      timeIs(0)
      ok(await store.sync.beginEpoch('ep-2'))
      ok(await store.sync.settle('ep-2', [{ id: 't1', state: { is: 'received', at: anEntry().recordedAt, seq: 1 } }]))
      const held = { is: 'held-back', why: 'unknown-assessment', again: 'later' } as const
      ok(await store.sync.settle('ep-2', [{ id: 't2', state: held }]))
      timeIs(31 * DAY)
      expect((await look()).erased).toBe(1)
      expect(await load()).toEqual({ ids: ['new', 'own'], unreadable: 0, sealed: 3 })
      const kept = ok(await store.sync.unsent()).entries.filter(({ own }) => !own)
      expect(kept.map(({ id, voucher }) => [id, voucher]).sort()).toEqual([
        ['t2', voucherOf('t2')],
        ['t3', voucherOf('t3')],
      ])
      ok(
        await store.sync.settle('ep-2', [
          { id: 't2', state: { is: 'received', at: anEntry().recordedAt, seq: 2 } },
          { id: 't3', state: { is: 'received', at: anEntry().recordedAt, seq: 3 } },
        ]),
      )
      expect((await look()).erased).toBe(2)
    })

    test('what was taken in when the app ended before its page was kept stays', async () => {
      const { store } = given()
      ok(await store.sync.takeIn([entryText(theirs('t9'))], [voucherOf('t9')]))
      expect((await look()).erased).toBe(3)
      expect(await load()).toEqual({ ids: ['new', 'own'], unreadable: 0, sealed: 4 })
    })

    test('a page that was on its way meanwhile leaves the place at the beginning', async () => {
      const { store } = given()
      await look()
      const page = {
        assessment: 'a1',
        by: 'membership' as const,
        cursor: 'c9',
        readThrough: 9,
        durableThrough: 0,
        receipts: [],
        erasedTimes: 0,
      }
      ok(await store.sync.keepPage('ep-1', page))
      expect((await memory()).assessments).toMatchObject([{ cursor: null, readThrough: 0, erased: { entries: 3 } }])
    })

    test('a record that is no longer shared is erased as well, and stays hidden', async () => {
      const { store } = given()
      ok(await store.sync.hide('a1', null))
      expect((await look()).erased).toBe(3)
      expect((await memory()).assessments).toMatchObject([{ standing: 'hidden', cursor: null }])
    })

    test('a restored server ends what is lacking with its first page, whatever its numbers are', async () => {
      const { store } = given()
      await look()
      ok(await store.sync.beginEpoch('ep-2'))
      ok(await store.sync.keepContact(NOON + 31 * DAY))
      ok(await pulled(store, [theirs('t1')], { epoch: 'ep-2' }))
      expect((await load()).sealed).toBe(0)
    })
  })
}
