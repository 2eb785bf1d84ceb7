import { describe, expect, test } from 'vitest'
import {
  AT,
  answerOf,
  bo,
  cleo,
  hashOf,
  pullAll,
  pullPage,
  push,
  ruth,
  text,
} from '../server/records/records-builders.ts'
import type { OpenedStore } from './server-record-store.ts'

/** The part of the contract about who may see what, and what becomes of what nobody else may send. */
export function serverMembershipContract(
  given: () => OpenedStore,
  begun: (...entries: string[]) => Promise<unknown>,
): void {
  describe('who may see what', () => {
    test('a stranger gets exactly what an id that does not exist gets', async () => {
      await begun(text(ruth))
      const { store } = given()
      const of = async (assessment: string) => [
        await pullPage(store, cleo, assessment),
        await pullPage(store, cleo, assessment, `1.epoch-1.${assessment}`),
        await push(store, cleo, [
          text(cleo, { assessment }),
          text(cleo, { assessment, id: 'e9' }),
          text(ruth, { assessment }),
          text(cleo, { assessment, id: 'e8', supersedes: ['e1'] }),
        ]),
      ]
      expect(await of('a1')).toEqual(await of('a9'))
      expect(await of('a1')).toEqual([
        { result: 'unknown-assessment' },
        { result: 'unknown-assessment' },
        ['e1', 'e9', 'e1', 'e8'].map((id) => ({ result: 'unknown-assessment', id })),
      ])
      expect(answerOf(await store.mine(cleo)).assessments).toEqual([])
      expect(await pullAll(store, ruth)).toHaveLength(1)
      expect(given().alarms).toEqual([])
      expect(await given().keeping.quarantined('a1', ruth.user)).toEqual([])
    })

    test('beginning what somebody else has begun changes nothing and tells nothing', async () => {
      await begun(text(ruth))
      const { store } = given()
      expect(await push(store, cleo, [text(cleo, { id: 'e9' })], ['a1'])).toEqual([
        { result: 'unknown-assessment', id: 'e9' },
      ])
      expect(await pullPage(store, cleo)).toEqual({ result: 'unknown-assessment' })
      expect(await given().keeping.quarantined('a1', cleo.user)).toEqual([])
    })

    test('what nobody has begun is not begun by sending to it', async () => {
      expect(await push(given().store, ruth, [text(ruth)])).toEqual([{ result: 'unknown-assessment', id: 'e1' }])
      expect(await push(given().store, ruth, [text(ruth)], ['a1'])).toMatchObject([{ result: 'stored', seq: 1 }])
    })

    test('each sees the list of what is theirs', async () => {
      await begun(text(ruth))
      await push(given().store, bo, [], ['a2'])
      const list = async (by: typeof ruth) => new Set(answerOf(await given().store.mine(by)).assessments)
      expect(await list(ruth)).toEqual(new Set([{ assessment: 'a1', head: 1 }]))
      expect(await list(bo)).toEqual(
        new Set([
          { assessment: 'a1', head: 1 },
          { assessment: 'a2', head: 0 },
        ]),
      )
    })

    test('a membership that has ended: nothing is read, and what still comes is kept apart for the owner', async () => {
      await begun(text(ruth))
      const { store, keeping } = given()
      const late = text(bo, { id: 'e2', supersedes: ['not there'] })
      expect(await keeping.endMembership('a1', bo.user)).toEqual({ ok: true })
      expect(await pullPage(store, bo)).toEqual({ result: 'unknown-assessment' })
      expect(answerOf(await store.mine(bo)).assessments).toEqual([])
      const quarantined = { result: 'quarantined', id: 'e2', hash: hashOf(late), why: 'membership-ended' }
      expect(await push(store, bo, [late, 'not JSON', late])).toEqual([
        quarantined,
        { result: 'invalid', id: null, why: 'not-json' },
        quarantined,
      ])
      expect(await push(store, bo, [late])).toEqual([quarantined])
      expect(await pullAll(store, ruth)).toHaveLength(1)
      expect(await keeping.quarantined('a1', bo.user)).toEqual([])
      expect(await keeping.quarantined('a1', ruth.user)).toEqual([
        {
          entry: 'e2',
          user: 'bo',
          device: 'bos-laptop',
          why: 'membership-ended',
          hash: hashOf(late),
          receivedAt: AT,
          text: late,
        },
      ])
    })

    test('what is in the record already is received from a former member and from a revoked device too', async () => {
      await begun(text(ruth))
      const { store, keeping } = given()
      await push(store, bo, [text(bo, { id: 'e2' })])
      await keeping.endMembership('a1', bo.user)
      await keeping.revokeDevice(ruth.device)
      for (const by of [bo, ruth]) {
        expect(await push(store, by, [text(ruth), text(bo, { id: 'e2' })])).toMatchObject([
          { result: 'duplicate', seq: 1 },
          { result: 'duplicate', seq: 2 },
        ])
      }
      expect(await keeping.quarantined('a1', ruth.user)).toEqual([])
    })

    test('somebody who is a member again sends and reads as before, and what was kept apart is not shown twice', async () => {
      await begun(text(ruth))
      const { store, keeping } = given()
      await keeping.endMembership('a1', bo.user)
      await push(store, bo, [text(bo, { id: 'e2' })])
      await keeping.admit('a1', bo.user)
      expect(await push(store, bo, [text(bo, { id: 'e2' })])).toMatchObject([{ result: 'stored', seq: 2 }])
      expect(await pullAll(store, bo)).toHaveLength(2)
      expect(await keeping.quarantined('a1', ruth.user)).toEqual([])
    })

    test('a revoked device reads nothing, and what it still sends is kept apart; the person’s other device goes on', async () => {
      await begun(text(ruth))
      const { store, keeping } = given()
      await keeping.revokeDevice(bo.device)
      await keeping.revokeDevice(bo.device)
      expect(await pullPage(store, bo)).toEqual({ result: 'unknown-assessment' })
      expect(answerOf(await store.mine(bo)).assessments).toEqual([])
      expect(await push(store, bo, [text(bo, { id: 'e2' }), text(ruth, { id: 'e3' })])).toMatchObject([
        { result: 'quarantined', why: 'device-revoked' },
        { result: 'invalid', why: 'other-author' },
      ])
      const tablet = { ...bo, device: 'bos-tablet' }
      expect(await push(store, tablet, [text(tablet, { id: 'e4' })])).toMatchObject([{ result: 'stored', seq: 2 }])
      expect((await keeping.quarantined('a1', ruth.user)).map((each) => each.entry)).toEqual(['e2'])
    })

    test('what began on a device that was then revoked is kept apart for the one who began it', async () => {
      const { store, keeping } = given()
      await keeping.revokeDevice(ruth.device)
      expect(await push(store, ruth, [text(ruth)], ['a1'])).toMatchObject([{ result: 'quarantined' }])
      expect((await keeping.quarantined('a1', ruth.user)).map((each) => each.text)).toEqual([text(ruth)])
    })

    test('an owner’s membership does not end before the record is handed over', async () => {
      await begun()
      expect(await given().keeping.endMembership('a1', ruth.user)).toEqual({ ok: false, reason: 'is-owner' })
      expect(await given().keeping.endMembership('a9', ruth.user)).toEqual({ ok: false, reason: 'no-such-assessment' })
      expect(await given().keeping.admit('a9', bo.user)).toEqual({ ok: false, reason: 'no-such-assessment' })
    })
  })
}
