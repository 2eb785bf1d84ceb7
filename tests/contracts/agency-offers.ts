import { beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/canonical-json.ts'
import type { MembershipValue } from '../../src/domain/membership.ts'
import type { Session } from '../../src/server/records/record-store.ts'
import { offersFor } from '../../src/server/sharing/agency-offers.ts'
import { lookedAt } from '../../src/server/sharing/looked-at.ts'
import { membersOf } from '../../src/server/sharing/members-of.ts'
import { AT, answerOf, bo, pullAll, pullPage, push, ruth, text } from '../server/records/records-builders.ts'
import { actText, ENDING, inviting, LEAVING } from './server-membership-acts.ts'
import type { OpenedSharing } from './sharing.ts'

export const HARBOUR = { id: 'harbour', name: 'Harbour service' }
const somebody = (user: string, agency: string | undefined): Session => ({
  user,
  device: `${user}s-phone`,
  authors: [{ id: `author-${user}`, name: user, role: 'drug worker', agency: 'Harbour service' }],
  agency,
})
export const sam = somebody('sam', HARBOUR.id)
const ana = somebody('ana', HARBOUR.id)
const kim = somebody('kim', 'visiting')
/** Of Harbour, and an administrator: takes nothing up. */
const ada = somebody('ada', undefined)

export const invitingAgency = (agency = HARBOUR): MembershipValue => ({
  act: 'invite-agency',
  agency,
  purpose: 'treatment-and-care',
  lawfulBasis: 'public-task-care',
  note: 'Kit was born in May',
})
export const takingUp = (agency = HARBOUR, invitation = 'invite-harbour'): MembershipValue => ({
  act: 'take-up',
  agency,
  invitation,
})
const endingAgency = (agency = HARBOUR): MembershipValue => ({ act: 'end', agency, reason: 'not needed any more' })
const about = (agency: string): Session => ({ user: agency, device: '', authors: [] })

/** An agency is invited, and some of it take the record up: on every database. */
export function agencyOffersContract(name: string, open: () => Promise<OpenedSharing>): void {
  describe(name, () => {
    let given: OpenedSharing
    beforeEach(async () => {
      given = await open()
      await push(given.store, ruth, [text(ruth), actText(ruth, 'invite-bo', bo, inviting(bo))], ['a1'])
    })
    const invite = (by: Session = bo, id = 'invite-harbour', sees: string[] = []) =>
      push(given.store, by, [actText(by, id, about(HARBOUR.id), invitingAgency(), sees)])
    const endOf = (by: Session, id = 'end-harbour') =>
      push(given.store, by, [actText(by, id, about(HARBOUR.id), endingAgency(), ['invite-harbour'])])
    const takeUp = async (by: Session, value = takingUp(), of = 'a1') =>
      (await push(given.store, by, [takeUpText(by, value, of)])).map((each) => each.result)
    const takeUpText = (by: Session, value: unknown = takingUp(), of = 'a1') =>
      canonicalJson({ ...JSON.parse(actText(by, `take-up-${by.user}`, by, value)), assessment: of })
    const sees = async (by: Session) => (await pullPage(given.store, by)).result === 'page'
    const offers = (by: Session) => given.tasks.run(by, () => offersFor(given.auditing, by))
    const members = (by: Session) => given.tasks.run(by, () => membersOf(given.auditing, by, 'a1'))
    const lines = async () =>
      (await given.tasks.run(ruth, () => lookedAt(given.auditing, ruth, 'a1', Number.MAX_SAFE_INTEGER)))?.lines
        .map(({ who, what }) => [who, what])
        .reverse()

    describe('a record that is offered', () => {
      test('is told to the agency’s people: who offers it, for what and when, and nothing of the family', async () => {
        await invite()
        const told = [
          {
            assessment: 'a1',
            invitation: 'invite-harbour',
            by: bo.user,
            purpose: 'treatment-and-care',
            at: AT,
            takenUpBy: [],
          },
        ]
        expect([await offers(sam), await offers(ana)]).toEqual([told, told])
        expect(JSON.stringify(told)).not.toContain('Kit')
      })

      test('is told to nobody else: other agencies, administrators, members, and devices that were revoked', async () => {
        await invite()
        await given.keeping.revokeDevice(ana.device)
        for (const by of [kim, ada, ruth, bo, ana]) expect([by.user, await offers(by)]).toEqual([by.user, []])
      })

      test('is read by nobody of that agency before they take it up', async () => {
        await invite()
        await offers(sam)
        expect([await sees(sam), await members(sam)]).toEqual([false, null])
        expect(answerOf(await given.store.mine(sam)).assessments).toEqual([])
        expect(await push(given.store, sam, [text(sam, { id: 'e9' })])).toEqual([
          { result: 'unknown-assessment', id: 'e9' },
        ])
      })

      test('is noted in the record once a day for each who was shown it', async () => {
        await invite()
        for (const by of [sam, sam, ana]) await offers(by)
        given.passes(24 * 60 * 60 * 1000)
        await offers(sam)
        expect((await lines())?.filter(([, what]) => what === 'offer-shown').map(([who]) => who)).toEqual([
          'sam',
          'ana',
          'sam',
        ])
      })

      test('is listed for members until it is ended', async () => {
        await invite()
        const open = {
          agency: 'harbour',
          since: AT,
          invitedBy: bo.user,
          purpose: 'treatment-and-care',
          lawfulBasis: 'public-task-care',
        }
        expect((await members(ruth))?.agencies).toEqual([open])
        await endOf(ruth)
        expect([(await members(bo))?.agencies, await offers(sam)]).toEqual([[], []])
      })
    })

    describe('taking it up', () => {
      test('makes whoever does it a member, who pulls and sends like any other', async () => {
        await invite()
        expect(await takeUp(sam)).toEqual(['stored'])
        expect(await pullAll(given.store, sam)).toHaveLength(4)
        expect(answerOf(await given.store.mine(sam)).assessments).toEqual([{ assessment: 'a1', head: 4 }])
        expect(await push(given.store, sam, [text(sam, { id: 'e9' })])).toMatchObject([{ result: 'stored', seq: 5 }])
        expect((await members(ruth))?.members.find(({ user }) => user === 'sam')).toEqual({
          user: 'sam',
          since: AT,
          invitedBy: bo.user,
          purpose: 'treatment-and-care',
          lawfulBasis: 'public-task-care',
          takenUpFor: 'harbour',
        })
        expect([await offers(sam), (await offers(ana))[0]?.takenUpBy]).toEqual([[], ['sam']])
      })

      test('is for several, also at once, and the same again is one', async () => {
        await invite()
        expect(await Promise.all([takeUp(sam), takeUp(ana)])).toEqual([['stored'], ['stored']])
        expect(await takeUp(sam)).toEqual(['duplicate'])
        expect([await sees(sam), await sees(ana)]).toEqual([true, true])
        expect(await pullAll(given.store, ruth)).toHaveLength(5)
      })

      test('goes with what is sent after it, and lets nothing in that was sent before it', async () => {
        await invite()
        const batch = [text(sam, { id: 'b1' }), takeUpText(sam), text(sam, { id: 'b2' }), text(ruth, { id: 'b3' })]
        expect((await push(given.store, sam, batch)).map(({ result }) => result)).toEqual([
          'unknown-assessment',
          'stored',
          'stored',
          'invalid',
        ])
        expect((await pullAll(given.store, ruth)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
      })

      test('and leaving in one batch leaves nobody a member', async () => {
        await invite()
        const batch = [takeUpText(sam), actText(sam, 'leave', sam, LEAVING), text(sam, { id: 'late' })]
        expect((await push(given.store, sam, batch)).map(({ result }) => result)).toEqual([
          'stored',
          'stored',
          'quarantined',
        ])
        expect([await sees(sam), await offers(sam)]).toEqual([false, []])
      })

      test('is told in the audit, as the inviting and the ending are', async () => {
        await invite()
        await takeUp(sam)
        await endOf(bo)
        expect((await lines())?.slice(1)).toEqual([
          [bo.user, 'invited-agency'],
          ['sam', 'taken-up'],
          [bo.user, 'ended-agency'],
        ])
      })

      test('is over with the invitation; whoever took it up stays', async () => {
        await invite()
        await takeUp(sam)
        await endOf(bo)
        expect(await takeUp(ana)).toEqual(['unknown-assessment'])
        expect([await sees(sam), await sees(ana)]).toEqual([true, false])
        const again = ['invite-harbour', 'end-harbour']
        await invite(ruth, 'invite-again', again)
        expect(await takeUp(ana)).toEqual(['unknown-assessment'])
        expect(await takeUp(ana, takingUp(HARBOUR, 'invite-again'))).toEqual(['stored'])
      })

      test('of two who end and take up at once, the order of storing decides, and the list says the same', async () => {
        await invite()
        const [taken] = await Promise.all([takeUp(sam), endOf(ruth)])
        expect(await sees(sam)).toBe(taken[0] === 'stored')
        expect((await members(ruth))?.agencies).toEqual([])
      })
    })

    describe('without an open invitation of one’s own agency', () => {
      const asNothing = async (by: Session, value: unknown = takingUp()) => {
        const of = async (assessment: string) => [
          await push(given.store, by, [takeUpText(by, value, assessment), text(by, { id: 'e9', assessment })]),
          await pullPage(given.store, by, assessment),
        ]
        expect(await of('a1')).toEqual(await of('a9'))
        expect(await sees(by)).toBe(false)
        expect(await pullAll(given.store, ruth)).toHaveLength(3)
      }

      test.each<[string, Session, unknown]>([
        ['by another agency', kim, takingUp({ id: 'visiting', name: 'Health visiting' })],
        ['by another agency, in the name of the invited one', kim, takingUp()],
        ['by an administrator of the invited one', ada, takingUp()],
        ['for another agency than one’s own', sam, takingUp({ id: 'visiting', name: 'Health visiting' })],
        ['by an invitation that was never made', sam, takingUp(HARBOUR, 'another')],
        ['by what cannot be read', sam, { act: 'take-up' }],
      ])('gets exactly what an id that does not exist gets: %s', async (_, by, value) => {
        await invite()
        await asNothing(by, value)
        expect((await lines())?.filter(([, what]) => what === 'refused').map(([who]) => who)).toEqual([by.user])
        expect((await members(ruth))?.withoutEffect).toEqual([])
      })

      test('for a colleague, under another’s name, or naming an entry of the record: the same', async () => {
        await invite()
        const asAna = { ...sam, authors: ana.authors }
        for (const sent of [
          actText(sam, 't1', ana, takingUp()),
          actText(asAna, 't2', sam, takingUp()),
          actText(sam, 't3', sam, takingUp(), ['invite-bo']),
        ]) {
          expect((await push(given.store, sam, [sent])).map(({ result }) => result)).toEqual(['unknown-assessment'])
        }
        expect(await sees(sam)).toBe(false)
      })

      test('under the id of an entry that is there: the same', async () => {
        await invite()
        const sent = actText(sam, 'e1', sam, takingUp())
        expect(await push(given.store, sam, [sent])).toEqual([{ result: 'unknown-assessment', id: 'e1' }])
        expect(await sees(sam)).toBe(false)
      })

      test('from a device that was revoked: the same, and nobody sees it there', async () => {
        await invite()
        await given.keeping.revokeDevice(sam.device)
        expect(await takeUp(sam)).toEqual(['unknown-assessment'])
        expect(await sees(sam)).toBe(false)
      })
    })

    describe('somebody who was a member once', () => {
      test('is offered nothing, and what they send is kept apart: only a personal invitation brings them back', async () => {
        await invite()
        await takeUp(sam)
        await push(given.store, ruth, [actText(ruth, 'end-sam', sam, ENDING, ['take-up-sam'])])
        const again = actText(sam, 'again', sam, takingUp())
        expect((await push(given.store, sam, [again])).map(({ result }) => result)).toEqual(['quarantined'])
        expect([await offers(sam), await sees(sam)]).toEqual([[], false])
        await push(given.store, ruth, [actText(ruth, 'back', sam, inviting(sam), ['take-up-sam', 'end-sam'])])
        expect(await sees(sam)).toBe(true)
        expect((await members(ruth))?.members.find(({ user }) => user === 'sam')?.takenUpFor).toBeNull()
      })
    })

    describe('ending the invitation', () => {
      test('is for the owner and whoever invited: another’s has no effect', async () => {
        await invite(ruth)
        await endOf(bo)
        expect((await members(ruth))?.withoutEffect).toEqual([{ entry: 'end-harbour', why: 'not-the-owner' }])
        expect(await offers(sam)).toHaveLength(1)
        await endOf(ruth, 'end-2')
        expect(await offers(sam)).toEqual([])
      })
    })
  })
}
