import { describe, expect, test } from 'vitest'
import { MEMBERS_SLOT, type MembershipValue } from '../../src/domain/membership.ts'
import type { Session } from '../../src/server/records/record-store.ts'
import { answerOf, bo, cleo, pullAll, pullPage, push, ruth, text } from '../server/records/records-builders.ts'
import type { OpenedStore } from './server-record-store.ts'

const person = (by: Session) => ({ id: by.user, name: by.user, role: 'midwife', agency: 'Northgate' })
export const inviting = (whom: Session): MembershipValue => ({
  act: 'invite',
  user: person(whom),
  purpose: 'joint-assessment',
  lawfulBasis: 'public-task-safeguarding',
})
export const ENDING: MembershipValue = { act: 'end', reason: 'moved to another service' }
export const LEAVING: MembershipValue = { act: 'leave' }
export const handingOver = (whom: Session): MembershipValue => ({
  act: 'hand-over',
  to: person(whom),
  reason: 'on leave',
})

/** Text of a membership entry about somebody, by whoever is signed in. */
export const actText = (by: Session, id: string, about: Session, value: unknown, supersedes: string[] = []): string =>
  text(by, { id, kind: 'membership', slot: { question: MEMBERS_SLOT, subject: about.user }, value, supersedes })

/** The part of the contract about membership entries: stored as any other, and each has its effect once. */
export function serverMembershipActsContract(given: () => OpenedStore): void {
  const results = async (by: Session, entries: string[], begin: string[] = []) =>
    (await push(given().store, by, entries, begin)).map((each) => each.result)
  const sees = async (by: Session) => (await pullPage(given().store, by)).result === 'page'
  /** Ruth has begun the assessment and invited Bo. */
  const begun = () => results(ruth, [text(ruth), actText(ruth, 'invite-bo', bo, inviting(bo))], ['a1'])

  describe('membership entries', () => {
    test('an invited person sees the whole record, the invitation included, and sends', async () => {
      expect(await begun()).toEqual(['stored', 'stored'])
      const { store } = given()
      expect(await pullAll(store, bo)).toHaveLength(2)
      expect(answerOf(await store.mine(bo)).assessments).toEqual([{ assessment: 'a1', head: 2 }])
      expect(await results(bo, [text(bo, { id: 'e2' }), actText(bo, 'invite-cleo', cleo, inviting(cleo))])).toEqual([
        'stored',
        'stored',
      ])
      expect(await pullAll(store, cleo)).toHaveLength(4)
    })

    test('who leaves, leaves with that entry: what comes after it in the same batch is kept apart', async () => {
      await begun()
      const batch = [text(bo, { id: 'e2' }), actText(bo, 'leave', bo, LEAVING, ['invite-bo']), text(bo, { id: 'e3' })]
      expect(await results(bo, batch)).toEqual(['stored', 'stored', 'quarantined'])
      expect(await sees(bo)).toBe(false)
      expect(await pullAll(given().store, ruth)).toHaveLength(4)
      expect((await given().keeping.quarantined('a1', ruth.user)).map(({ entry, why }) => [entry, why])).toEqual([
        ['e3', 'membership-ended'],
      ])
    })

    test('an owner ends a membership, and what that person still sends is kept apart', async () => {
      await begun()
      expect(await results(ruth, [actText(ruth, 'end', bo, ENDING, ['invite-bo'])])).toEqual(['stored'])
      expect(await sees(bo)).toBe(false)
      expect(await results(bo, [text(bo, { id: 'e2' }), actText(bo, 'again', bo, inviting(bo))])).toEqual([
        'quarantined',
        'quarantined',
      ])
      expect(await sees(bo)).toBe(false)
    })

    test('an owner hands over, and may leave then; the new owner ends others', async () => {
      await begun()
      const { keeping } = given()
      const acts = [actText(ruth, 'hand', bo, handingOver(bo)), actText(ruth, 'leave', ruth, LEAVING)]
      expect(await results(ruth, acts)).toEqual(['stored', 'stored'])
      expect([await sees(ruth), await sees(bo)]).toEqual([false, true])
      expect(await keeping.endMembership('a1', bo.user)).toEqual({ ok: false, reason: 'is-owner' })
      await results(bo, [actText(bo, 'invite-cleo', cleo, inviting(cleo)), actText(bo, 'end-cleo', cleo, ENDING)])
      expect(await sees(cleo)).toBe(false)
    })

    test('what its author may not do is stored, and changes nothing', async () => {
      await begun()
      const acts = [
        actText(bo, 'n1', ruth, ENDING),
        actText(bo, 'n2', bo, handingOver(bo)),
        actText(bo, 'n3', ruth, LEAVING),
        actText(bo, 'n4', cleo, { act: 'invite', user: person(cleo) }),
        actText(bo, 'n5', cleo, inviting(ruth)),
        actText(bo, 'n6', cleo, { act: 'of a later version' }),
        text(bo, { id: 'n7', slot: { question: MEMBERS_SLOT, subject: cleo.user }, value: inviting(cleo) }),
        text(bo, { id: 'n8', kind: 'membership', value: inviting(cleo) }),
      ]
      expect(await results(bo, acts)).toEqual(acts.map(() => 'stored'))
      expect(await results(ruth, [actText(ruth, 'n9', ruth, LEAVING)])).toEqual(['stored'])
      expect([await sees(ruth), await sees(bo), await sees(cleo)]).toEqual([true, true, false])
      expect(await given().keeping.endMembership('a1', ruth.user)).toEqual({ ok: false, reason: 'is-owner' })
    })

    test('nobody becomes a member by an entry under another’s name, or by beginning the record', async () => {
      await begun()
      expect(await results(cleo, [actText(ruth, 'x1', cleo, inviting(cleo))], ['a1'])).toEqual(['unknown-assessment'])
      expect(await results(cleo, [actText(cleo, 'x2', cleo, inviting(cleo))], ['a1'])).toEqual(['unknown-assessment'])
      expect(await results(bo, [actText(ruth, 'x3', cleo, inviting(cleo))])).toEqual(['invalid'])
      expect(await sees(cleo)).toBe(false)
    })

    test('an invitation that is sent again after the ending brings nobody back', async () => {
      await begun()
      const invitation = actText(ruth, 'invite-bo', bo, inviting(bo))
      await results(ruth, [actText(ruth, 'end', bo, ENDING, ['invite-bo'])])
      expect(await results(ruth, [invitation, invitation])).toEqual(['duplicate', 'duplicate'])
      expect(await sees(bo)).toBe(false)
    })

    test('an invitation by a colleague who had not seen the ending brings nobody back; one who had, does', async () => {
      await begun()
      await results(ruth, [actText(ruth, 'invite-cleo', cleo, inviting(cleo))])
      await results(ruth, [actText(ruth, 'end', bo, ENDING, ['invite-bo'])])
      expect(await results(cleo, [actText(cleo, 'again-1', bo, inviting(bo), ['invite-bo'])])).toEqual(['stored'])
      expect(await sees(bo)).toBe(false)
      const seen = ['invite-bo', 'end', 'again-1']
      expect(await results(cleo, [actText(cleo, 'again-2', bo, inviting(bo), seen)])).toEqual(['stored'])
      expect(await sees(bo)).toBe(true)
      expect(await pullAll(given().store, bo)).toHaveLength(6)
    })

    test('of two who end and hand over at once, the order of storing decides, and there is one owner who is a member', async () => {
      await begun()
      const hand = actText(ruth, 'hand', bo, handingOver(bo))
      const end = actText(ruth, 'end', bo, ENDING)
      await Promise.all([results(ruth, [hand]), results(ruth, [end])])
      const owners = await Promise.all(
        [ruth, bo].map(async (each) => (await given().keeping.endMembership('a1', each.user)).ok),
      )
      expect(owners.filter((ok) => !ok)).toHaveLength(1)
      expect(await sees(owners[0] === false ? ruth : bo)).toBe(true)
    })

    test('what comes from a revoked device changes no membership', async () => {
      await begun()
      await given().keeping.revokeDevice(ruth.device)
      expect(await results(ruth, [actText(ruth, 'invite-cleo', cleo, inviting(cleo))])).toEqual(['quarantined'])
      expect(await sees(cleo)).toBe(false)
    })
  })
}
