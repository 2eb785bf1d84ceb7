import { beforeEach, describe, expect, test } from 'vitest'
import { type Vouching, vouchingWith } from '../../src/server/records/vouching.ts'
import { AT, answerOf, bo, cleo, hashOf, page, pullPage, push, ruth, text } from '../server/records/records-builders.ts'
import { HARBOUR, invitingAgency, sam, takingUp } from './agency-offers.ts'
import { actText } from './server-membership-acts.ts'
import type { OpenedStore } from './server-record-store.ts'

const KEY = new Uint8Array(32).fill(1)

/** What a store does with its own word that it has stored an entry. */
export function vouchingContract(name: string, open: (vouching?: Vouching) => Promise<OpenedStore>): void {
  describe(name, () => {
    const vouching = vouchingWith(KEY)
    const entry = text(ruth)
    const voucher = vouching.voucherFor('a1', hashOf(entry))
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await open(vouching)
      return () => opened.store.close()
    })
    /** Restored to a time at which Ruth had begun the record, Bo was a member, and nothing was in it. */
    const restored = async () => {
      await push(opened.store, ruth, [], ['a1'])
      await opened.keeping.admit('a1', bo.user)
    }
    const pushed = async (by: typeof bo, given: (string | null)[] | undefined, entries = [entry]) =>
      answerOf(await opened.store.push(by, { begin: [], entries, ...(given && { vouchers: given }) })).results

    test('every entry goes out with it', async () => {
      await push(opened.store, ruth, [entry], ['a1'])
      expect(page(await pullPage(opened.store, ruth)).entries).toEqual([
        { seq: 1, hash: hashOf(entry), receivedAt: AT, text: entry, voucher },
      ])
    })

    test('a colleague who has both brings back what a backup lacked', async () => {
      await restored()
      expect(await pushed(bo, [voucher])).toEqual([
        { result: 'stored', id: 'e1', seq: 1, hash: hashOf(entry), receivedAt: AT },
      ])
      expect(page(await pullPage(opened.store, ruth)).entries.map((each) => each.text)).toEqual([entry])
      expect(opened.alarms).toEqual([])
    })

    test.each<[string, () => (string | null)[] | undefined]>([
      ['without one', () => undefined],
      ['with none for this entry', () => [null]],
      ['with one of another entry', () => [vouching.voucherFor('a1', hashOf(text(ruth, { id: 'e2' })))]],
      ['with one of another record', () => [vouching.voucherFor('a2', hashOf(entry))]],
      ['with one of another server', () => [vouchingWith(new Uint8Array(32).fill(2)).voucherFor('a1', hashOf(entry))]],
    ])('%s an entry under another name is refused, with an alarm', async (_, given) => {
      await restored()
      expect(await pushed(bo, given())).toEqual([{ result: 'invalid', id: 'e1', why: 'other-author' }])
      expect(opened.alarms).toMatchObject([{ what: 'other-author', entry: 'e1', user: bo.user }])
    })

    test('it opens no record to somebody who is no member', async () => {
      await restored()
      expect(await pushed(cleo, [voucher])).toEqual([{ result: 'unknown-assessment', id: 'e1' }])
    })

    test('from somebody who has left, what it is for is kept apart', async () => {
      await restored()
      await opened.keeping.endMembership('a1', bo.user)
      expect(await pushed(bo, [voucher])).toMatchObject([{ result: 'quarantined', why: 'membership-ended' }])
    })

    test('a take-up that a colleague brings back makes nobody a member; its author takes the record up anew', async () => {
      await restored()
      const invitation = actText(bo, 'invite-harbour', { user: HARBOUR.id, device: '', authors: [] }, invitingAgency())
      const takeUp = (id: string) => actText(sam, id, sam, takingUp())
      await pushed(bo, undefined, [invitation])
      const brought = vouching.voucherFor('a1', hashOf(takeUp('t1')))
      expect(await pushed(bo, [brought], [takeUp('t1')])).toMatchObject([{ result: 'stored' }])
      expect((await pullPage(opened.store, sam)).result).toBe('unknown-assessment')
      expect(await pushed(sam, [brought], [takeUp('t1')])).toMatchObject([{ result: 'unknown-assessment' }])
      expect(await pushed(sam, undefined, [takeUp('t2')])).toMatchObject([{ result: 'stored' }])
      expect(await pushed(sam, undefined, [takeUp('t1')])).toMatchObject([{ result: 'duplicate' }])
    })

    test('a server that gives none believes none', async () => {
      await opened.store.close()
      opened = await open()
      await push(opened.store, ruth, [text(ruth, { id: 'e2' })], ['a1'])
      await opened.keeping.admit('a1', bo.user)
      expect(page(await pullPage(opened.store, ruth)).entries[0]).not.toHaveProperty('voucher')
      expect(await pushed(bo, [voucher])).toMatchObject([{ why: 'other-author' }])
    })
  })
}
