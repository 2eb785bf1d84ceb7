import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { inventedAssessment } from '../../src/domain/invented.ts'
import type { RecordStore, Unreadable } from '../../src/storage/record-port.ts'
import { entryText } from '../../src/sync/entry-hash.ts'
import { USUAL_LIMITS } from '../../src/sync/reading-seal.ts'
import type { FollowedAssessment } from '../../src/sync/sync-store.ts'
import { anEntry, ok } from '../storage/storage-builders.ts'
import type { StoreHarness } from './store-harness.ts'

const AT = '2026-03-02T09:00:00.000Z'
const EPOCH = 'ep-1'

/** The server took it, and said so. */
export async function receive(store: RecordStore, id: string, epoch = EPOCH, seq = 1): Promise<{ ok: boolean }> {
  if (ok(await store.sync.memory()).epoch !== epoch) ok(await store.sync.beginEpoch(epoch))
  ok(await store.sync.markHandedOver([id]))
  return store.sync.settle(epoch, [{ id, state: { is: 'received', at: AT, seq } }])
}

export const voucherOf = (id: string): string => Buffer.from(id).toString('hex').padEnd(64, '0')

/** A page that came and was taken in whole. */
export async function pulled(
  store: RecordStore,
  entries: readonly Entry[],
  over: { epoch?: string; cursor?: string | null; by?: 'membership' | 'glass' } = {},
) {
  const { epoch = EPOCH, cursor = `c${entries.length}`, by = 'membership' } = over
  if (ok(await store.sync.memory()).epoch !== epoch) ok(await store.sync.beginEpoch(epoch))
  const vouchers = entries.map(({ id }) => voucherOf(id))
  ok(await store.sync.takeIn(entries.map(entryText), vouchers))
  const receipts = entries.map(({ id }, n) => ({ id, at: AT, seq: n + 1, voucher: voucherOf(id) }))
  const page = { assessment: 'a1', by, cursor, readThrough: entries.length, durableThrough: 1, receipts }
  return store.sync.keepPage(epoch, page)
}

/** The part of the record store's contract about what is remembered of the server. */
export function syncStoreContract(
  given: () => {
    device: StoreHarness
    store: RecordStore
    loaded: () => Promise<{ entries: Entry[]; unreadable: Unreadable[] }>
    secondHandle: () => Promise<RecordStore>
  },
): void {
  /** Of this device, as long as nothing of others is looked at. */
  const unsent = async () => ok(await given().store.sync.unsent()).entries.filter(({ own }) => own)
  const unsentIds = async () => (await unsent()).map(({ id }) => id)
  const standings = async () =>
    ok(await given().store.sync.standings('a1')).entries.sort((a, b) => (a.id < b.id ? -1 : 1))
  const notStored = async () => ok(await given().store.counts()).counts.notStored
  const theirs = (over: Partial<Entry> = {}) =>
    anEntry({ id: 't1', author: { ...anEntry().author, id: 'bo' }, ...over })
  const followed = (over: Partial<FollowedAssessment>): FollowedAssessment => ({
    assessment: 'a1',
    began: false,
    cursor: null,
    readThrough: 0,
    durableThrough: 0,
    standing: 'unconfirmed',
    glassAt: null,
    glassUntil: null,
    ...over,
  })

  describe('what is remembered of the server', () => {
    test('is nothing at first', async () => {
      const nothing = { epoch: null, contact: null, latest: null, limits: USUAL_LIMITS, assessments: [] }
      expect(await given().store.sync.memory()).toEqual({ ok: true, ...nothing })
    })

    test('nothing of an invented family ever waits to be sent', async () => {
      const { store } = given()
      const assessment = inventedAssessment('a2')
      ok(await store.append([anEntry({ id: 'i1', assessment }), anEntry()]))
      expect(await unsentIds()).toEqual(['e1'])
      expect(ok(await store.load(assessment)).entries).toHaveLength(1)
    })

    test('what waits is listed lowest number first, in the very text that is sealed, until it is received', async () => {
      const { store } = given()
      ok(await store.append([anEntry({ id: 'e2', deviceSeq: 2 }), anEntry()]))
      const [first, second] = [anEntry(), anEntry({ id: 'e2', deviceSeq: 2 })].map(entryText)
      expect(await unsent()).toEqual([
        { id: 'e1', assessment: 'a1', own: true, voucher: null, text: first, held: null },
        { id: 'e2', assessment: 'a1', own: true, voucher: null, text: second, held: null },
      ])
      ok(await receive(store, 'e1', EPOCH, 7))
      expect(await unsentIds()).toEqual(['e2'])
      expect(await standings()).toEqual([
        { id: 'e1', own: true, state: { is: 'received', at: AT, seq: 7 } },
        { id: 'e2', own: true, state: { is: 'on-this-device', why: null } },
      ])
      expect(await notStored()).toBe(1)
    })

    test('what was held back stays so, with why, also when the app is opened again', async () => {
      const { store } = given()
      ok(await store.append([anEntry()]))
      ok(await store.sync.beginEpoch(EPOCH))
      const held = { is: 'held-back', why: 'conflict', again: 'person' } as const
      ok(await store.sync.settle(EPOCH, [{ id: 'e1', state: held }]))
      store.close()
      const again = await given().secondHandle()
      expect(ok(await again.sync.unsent()).entries.map((entry) => entry.held)).toEqual([held])
      expect(ok(await again.sync.standings('a1')).entries).toEqual([{ id: 'e1', own: true, state: held }])
      expect(ok(await again.counts()).counts.notStored).toBe(1)
    })

    test('a later refusal does not take back what was received', async () => {
      const { store } = given()
      ok(await store.append([anEntry()]))
      ok(await receive(store, 'e1'))
      const held = { is: 'held-back', why: 'quarantined-device-revoked', again: 'person' } as const
      ok(await store.sync.settle(EPOCH, [{ id: 'e1', state: held }]))
      expect(await unsentIds()).toEqual([])
    })

    test('an answer of an epoch that has ended is not believed', async () => {
      const { store } = given()
      ok(await store.append([anEntry()]))
      ok(await store.sync.beginEpoch('ep-2'))
      const state = { is: 'received', at: AT, seq: 1 } as const
      expect(await store.sync.settle(EPOCH, [{ id: 'e1', state }])).toEqual({ ok: false, reason: 'overtaken' })
      const page = {
        assessment: 'a1',
        by: 'membership' as const,
        cursor: 'c',
        readThrough: 1,
        durableThrough: 0,
        receipts: [],
      }
      expect(await store.sync.keepPage(EPOCH, page)).toEqual({ ok: false, reason: 'overtaken' })
      expect(await unsentIds()).toEqual(['e1'])
      expect(ok(await store.sync.memory()).assessments).toEqual([])
    })

    test('only what is still here may be sent: an entry that gave way to a next edit is not', async () => {
      const { store } = given()
      ok(await store.append([anEntry()]))
      ok(await store.coalesce('e1', anEntry({ id: 'e2', deviceSeq: 2 })))
      expect(await store.sync.markHandedOver(['e1', 'e2'])).toEqual({ ok: true, ids: ['e2'] })
    })

    test('a pulled page is kept with its cursor, and what came from elsewhere is not this device’s to send', async () => {
      const { store } = given()
      ok(await pulled(store, [theirs()]))
      expect((await given().loaded()).entries).toEqual([theirs()])
      expect(await unsentIds()).toEqual([])
      expect(await notStored()).toBe(0)
      expect(await standings()).toEqual([{ id: 't1', own: false, state: { is: 'received', at: AT, seq: 1 } }])
      expect(ok(await store.sync.memory()).assessments).toEqual([
        followed({ cursor: 'c1', readThrough: 1, durableThrough: 1, standing: 'member' }),
      ])
    })

    test('an own entry that comes back counts as received once its page is kept, and stays own', async () => {
      const { store } = given()
      ok(await store.append([anEntry()]))
      ok(await store.sync.beginEpoch(EPOCH))
      expect(await store.sync.takeIn([entryText(anEntry())])).toEqual({ ok: true, added: [] })
      expect(await unsentIds()).toEqual(['e1'])
      ok(await pulled(store, [anEntry()]))
      expect(await unsentIds()).toEqual([])
      expect(await standings()).toMatchObject([{ id: 'e1', own: true }])
      expect(ok(await store.sync.memory()).assessments).toMatchObject([{ began: true, standing: 'member' }])
    })

    test('a page that could not be taken in whole leaves the cursor where it was', async () => {
      const { store } = given()
      ok(await pulled(store, [theirs()]))
      ok(await pulled(store, [theirs(), theirs({ id: 't2' })], { cursor: null }))
      expect(ok(await store.sync.memory()).assessments).toMatchObject([{ cursor: 'c1', readThrough: 1 }])
      expect(await standings()).toHaveLength(2)
    })

    test('an entry that this version cannot hold as one is kept in the very text that came', async () => {
      const { store } = given()
      const later = entryText({
        ...anEntry(),
        id: 't9',
        basis: { how: 'dreamt' },
        deviceSeq: 0,
        more: { v: [null] },
      } as never)
      expect(await store.sync.takeIn([later])).toEqual({ ok: true, added: ['t9'] })
      expect(await store.sync.takeIn([later])).toEqual({ ok: true, added: [] })
      expect((await given().loaded()).unreadable).toEqual([{ id: 't9', reason: 'malformed' }])
      expect(ok(await store.counts()).counts.setAside).toBe(0)
    })

    test('what was recorded here by another version is sent in its own text', async () => {
      const { store } = given()
      const later = { ...anEntry(), kind: 'hologram', basis: { how: 'dreamt' }, more: { '': [{ '\u0000': null }] } }
      ok(await store.append([later as unknown as Entry]))
      expect((await unsent()).map(({ text }) => text)).toEqual([entryText(later as unknown as Entry)])
    })

    test('other content under a kept id is not taken in', async () => {
      const { store } = given()
      ok(await store.append([anEntry()]))
      const result = await store.sync.takeIn([entryText(anEntry({ value: 'other' }))])
      expect(result).toEqual({ ok: false, reason: 'conflict', ids: ['e1'] })
      expect((await given().loaded()).entries).toEqual([anEntry()])
    })

    test('after a restore nothing own counts as received or kept apart, and everything is pulled from the beginning', async () => {
      const { store } = given()
      ok(await store.append([anEntry(), anEntry({ id: 'e2', deviceSeq: 2 })]))
      ok(await receive(store, 'e1'))
      ok(await pulled(store, [anEntry(), theirs()]))
      const held = { is: 'held-back', why: 'quarantined-device-revoked', again: 'person' } as const
      ok(await store.sync.settle(EPOCH, [{ id: 'e2', state: held }]))
      ok(await store.sync.beginEpoch('ep-2'))
      expect(await unsentIds()).toEqual(['e1', 'e2'])
      expect(await notStored()).toBe(2)
      expect(await standings()).toMatchObject([
        { id: 'e1', own: true, state: { is: 'on-this-device' } },
        { id: 'e2', own: true, state: { is: 'on-this-device' } },
        { id: 't1', own: false, state: { is: 'on-this-device' } },
      ])
      expect(ok(await store.sync.memory())).toMatchObject({
        epoch: 'ep-2',
        assessments: [followed({ began: true, standing: 'unconfirmed' })],
      })
      const next = anEntry({ id: 'e3', deviceSeq: 3 })
      expect(await store.coalesce('e1', next)).toEqual({ ok: false, reason: 'already-sent' })
      ok(await receive(store, 'e1', 'ep-2'))
      expect(await unsentIds()).toEqual(['e2'])
    })

    test('what came from elsewhere is brought back with its voucher once a restored server lacks it, in the order of then', async () => {
      const { store } = given()
      ok(await pulled(store, [theirs(), anEntry(), theirs({ id: 't2' })]))
      ok(await store.append([anEntry({ id: 'e0', deviceSeq: 9 })]))
      expect(ok(await store.sync.unsent()).entries.map(({ id }) => id)).toEqual(['e0'])
      ok(await store.sync.beginEpoch('ep-2'))
      const lacking = ok(await store.sync.unsent()).entries.map(({ id, own, voucher }) => [id, own, voucher])
      expect(lacking).toEqual([
        ['t1', false, voucherOf('t1')],
        ['e1', false, voucherOf('e1')],
        ['t2', false, voucherOf('t2')],
        ['e0', true, null],
      ])
      expect(await notStored()).toBe(1)
      ok(await store.sync.settle('ep-2', [{ id: 't1', state: { is: 'received', at: AT, seq: 1 } }]))
      expect(ok(await store.sync.unsent()).entries.map(({ id }) => id)).toEqual(['e1', 't2', 'e0'])
      ok(await store.sync.beginEpoch('ep-3'))
      expect(ok(await store.sync.unsent()).entries.map(({ voucher }) => voucher)).toContain(voucherOf('t1'))
    })

    test('what was taken in when the app ended before its page was kept has its voucher already', async () => {
      const { store } = given()
      ok(await store.sync.takeIn([entryText(theirs())], [voucherOf('t1')]))
      const again = await given().secondHandle()
      expect(ok(await again.sync.unsent()).entries).toMatchObject([{ id: 't1', own: false, voucher: voucherOf('t1') }])
    })

    test('a record that is no longer this person’s is hidden, not erased, and seen again once it is', async () => {
      const { store } = given()
      ok(await pulled(store, [theirs()]))
      ok(await store.sync.hide('a1', null))
      expect(ok(await store.sync.memory()).assessments).toMatchObject([{ standing: 'hidden', cursor: 'c1' }])
      expect((await given().loaded()).entries).toEqual([theirs()])
      ok(await store.sync.beginEpoch('ep-2'))
      expect(ok(await store.sync.memory()).assessments).toMatchObject([{ standing: 'hidden', cursor: null }])
      ok(await pulled(store, [theirs()], { epoch: 'ep-2' }))
      expect(ok(await store.sync.memory()).assessments).toMatchObject([{ standing: 'member' }])
    })

    test('a record that began here and that no server has seen is never hidden', async () => {
      const { store } = given()
      ok(await store.append([anEntry()]))
      ok(await store.sync.hide('a1', null))
      expect(ok(await store.sync.memory()).assessments).toEqual([followed({ began: true })])
    })

    describe('of a broken glass', () => {
      const GLASS = { at: 1000, until: 5000 }
      const glassed = (over: Partial<FollowedAssessment> = {}) =>
        followed({ standing: 'hidden', glassAt: 1000, glassUntil: 5000, ...over })
      const assessments = async () => ok(await given().store.sync.memory()).assessments

      test('it is known when it was broken and until when, also when the app is opened again, and after a restore', async () => {
        const { store } = given()
        ok(await store.sync.breakGlass('a1', GLASS))
        expect(await assessments()).toEqual([glassed()])
        ok(await store.sync.beginEpoch('ep-2'))
        const again = await given().secondHandle()
        expect(ok(await again.sync.memory()).assessments).toEqual([glassed()])
      })

      test('a page that is read through it makes nobody a member, and what is in it is there', async () => {
        const { store } = given()
        ok(await store.sync.breakGlass('a1', GLASS))
        ok(await pulled(store, [theirs()], { by: 'glass' }))
        expect(await assessments()).toEqual([glassed({ cursor: 'c1', readThrough: 1, durableThrough: 1 })])
        expect((await given().loaded()).entries).toEqual([theirs()])
      })

      test('when it is over the record is hidden and nothing of it is erased, nor what was recorded meanwhile', async () => {
        const { store } = given()
        ok(await store.sync.breakGlass('a1', GLASS))
        ok(await pulled(store, [theirs()], { by: 'glass' }))
        ok(await store.append([anEntry()]))
        ok(await store.sync.hide('a1', GLASS.until))
        const over = { standing: 'hidden', cursor: 'c1', readThrough: 1, durableThrough: 1 } as const
        expect(await assessments()).toEqual([followed(over)])
        expect((await given().loaded()).entries.map(({ id }) => id).sort()).toEqual(['e1', 't1'])
        expect(await unsentIds()).toEqual(['e1'])
      })

      test('the end of one that was broken before says nothing of one that was broken since', async () => {
        const { store } = given()
        ok(await store.sync.breakGlass('a1', { at: 0, until: 900 }))
        ok(await store.sync.breakGlass('a1', GLASS))
        ok(await store.sync.hide('a1', 900))
        ok(await store.sync.hide('a1', null))
        expect(await assessments()).toEqual([glassed()])
      })

      test('whoever becomes a member meanwhile is simply a member', async () => {
        const { store } = given()
        ok(await store.sync.breakGlass('a1', GLASS))
        ok(await pulled(store, [theirs()]))
        expect(await assessments()).toMatchObject([{ standing: 'member', glassAt: null, glassUntil: null }])
        ok(await store.sync.hide('a1', GLASS.until))
        expect(await assessments()).toMatchObject([{ standing: 'member' }])
      })

      test('a record in which one records through it did not begin here', async () => {
        const { store } = given()
        ok(await store.sync.breakGlass('a1', GLASS))
        ok(await store.append([anEntry()]))
        ok(await store.sync.follow('a1', false))
        expect(await assessments()).toEqual([glassed()])
      })
    })

    test('a record of elsewhere that is only told of did not begin here, but one taken over with its beginning did', async () => {
      const { store } = given()
      ok(await store.sync.follow('a1', false))
      ok(await store.sync.follow('a2', true))
      ok(await store.append([anEntry()]))
      ok(await store.sync.follow('a1', false))
      expect(ok(await store.sync.memory()).assessments.map(({ assessment, began }) => [assessment, began])).toEqual([
        ['a1', false],
        ['a2', true],
      ])
    })

    test('the account that it was connected with is remembered until it is disconnected', async () => {
      const { store } = given()
      const account = { user: 'u1', name: 'Ruth Adeyemi', agency: 'Northfield Maternity' }
      expect(await store.sync.account()).toEqual({ ok: true, account: null })
      ok(await store.sync.connect(account))
      ok(await store.sync.beginEpoch(EPOCH))
      ok(await store.sync.keepContact(1))
      expect(await store.sync.account()).toEqual({ ok: true, account })
      expect(await (await given().secondHandle()).sync.account()).toEqual({ ok: true, account })
      ok(await store.sync.connect(null))
      expect(await store.sync.account()).toEqual({ ok: true, account: null })
    })

    test('the last contact is remembered', async () => {
      ok(await given().store.sync.keepContact(1_774_000_000_000))
      ok(await given().store.sync.beginEpoch(EPOCH))
      expect(await given().store.sync.memory()).toMatchObject({ epoch: EPOCH, contact: 1_774_000_000_000 })
    })

    test('a damaged entry is counted among what cannot be sent, and a pulled copy mends it without making it another’s', async () => {
      const { store, device } = given()
      ok(await store.append([anEntry()]))
      await device.damage(store.vault, 'e1')
      expect(await store.sync.unsent()).toEqual({ ok: true, entries: [], unreadable: 1 })
      expect(await store.sync.takeIn([entryText(anEntry())])).toEqual({ ok: true, added: ['e1'] })
      expect(await unsentIds()).toEqual(['e1'])
    })

    test('running out of space while a page is taken in adds none of it', async () => {
      const { store, device } = given()
      device.runOutOfSpace()
      expect(await store.sync.takeIn([entryText(theirs()), entryText(theirs({ id: 't2' }))])).toEqual({
        ok: false,
        reason: 'quota',
      })
      expect((await given().loaded()).entries).toEqual([])
    })
  })
}
