import { beforeEach, describe, expect, test } from 'vitest'
import type { AuditParts } from '../../src/server/audit/append.ts'
import type { RecordKeeping } from '../../src/server/records/record-keeping.ts'
import type { ServerRecordStore, Session } from '../../src/server/records/record-store.ts'
import type { RecordTasks } from '../../src/server/records/record-tasks.ts'
import { breakGlass, noticesFor, sawNotice } from '../../src/server/sharing/broken-glass.ts'
import { lookedAt, tellOf } from '../../src/server/sharing/looked-at.ts'
import { membersOf } from '../../src/server/sharing/members-of.ts'
import { decideQuarantined, quarantineOf } from '../../src/server/sharing/quarantine-review.ts'
import { AT, answerOf, bo, cleo, pullAll, pullPage, push, ruth, text } from '../server/records/records-builders.ts'
import { actText, ENDING, handingOver, inviting } from './server-membership-acts.ts'

export interface OpenedSharing {
  store: ServerRecordStore
  keeping: RecordKeeping
  tasks: RecordTasks
  auditing: AuditParts
  /** Lets time go by. */
  passes(ms: number): void
}

const HOUR = 60 * 60 * 1000
const REASON = 'Mother at the emergency department, nobody reachable'

/** What is done with one record beside push and pull, on every database. */
export function sharingContract(name: string, open: () => Promise<OpenedSharing>): void {
  describe(name, () => {
    let given: OpenedSharing
    beforeEach(async () => {
      given = await open()
      await push(given.store, ruth, [text(ruth), actText(ruth, 'invite-bo', bo, inviting(bo))], ['a1'])
    })
    const dan: Session = { user: 'dan', device: 'dans-phone', authors: [] }
    const members = (by: Session, of = 'a1') => given.tasks.run(by, () => membersOf(given.auditing, by, of))
    const looked = async (by: Session, of = 'a1') =>
      await given.tasks.run(by, () => lookedAt(given.auditing, by, of, Number.MAX_SAFE_INTEGER))
    const lines = async (by: Session) => (await looked(by))?.lines.map(({ who, what }) => [who, what]).reverse()
    const tell = (by: Session, id: string, of = 'a1') =>
      given.tasks.run(by, () => tellOf(given.auditing, by, of, { what: 'exported', id }))
    let glasses = 0
    const breaking = (by: Session, assessment = 'a1') =>
      given.tasks.run(by, () =>
        breakGlass(given.auditing, by, { id: `glass-${++glasses}`, assessment, reason: REASON }),
      )
    const notices = (by: Session) => given.tasks.run(by, () => noticesFor(by))
    const kept = (by: Session) => given.tasks.run(by, () => quarantineOf(given.auditing, by, 'a1'))
    const decide = async (by: Session, id: string, decision: 'take-in' | 'leave') =>
      (await given.tasks.run(by, () => decideQuarantined(given.auditing, by, id, { decision, reason: 'looked at' })))
        ?.answer ?? null
    const sees = async (by: Session) => (await pullPage(given.store, by)).result === 'page'

    describe('the list of members', () => {
      test('tells members who sees the record, since when, for what and on what basis', async () => {
        await push(given.store, bo, [actText(bo, 'n1', ruth, ENDING)])
        const list = {
          owner: ruth.user,
          members: [
            {
              user: bo.user,
              since: AT,
              invitedBy: ruth.user,
              purpose: 'joint-assessment',
              lawfulBasis: 'public-task-safeguarding',
              takenUpFor: null,
            },
            { user: ruth.user, since: AT, invitedBy: null, purpose: null, lawfulBasis: null, takenUpFor: null },
          ],
          agencies: [],
          withoutEffect: [{ entry: 'n1', why: 'not-the-owner' }],
        }
        expect([await members(ruth), await members(bo)]).toEqual([list, list])
      })

      test('is nobody else’s: neither a stranger’s nor a former member’s nor a revoked device’s', async () => {
        await push(given.store, ruth, [actText(ruth, 'end', bo, ENDING)])
        expect([await members(cleo), await members(bo), await members(cleo, 'a9')]).toEqual([null, null, null])
        await given.keeping.revokeDevice(ruth.device)
        expect(await members(ruth)).toBeNull()
      })
    })

    describe('the audit', () => {
      test('tells members who invited, ended and handed over, and who was refused', async () => {
        await push(given.store, bo, [actText(bo, 'n1', ruth, ENDING)])
        await pullPage(given.store, cleo)
        await push(given.store, cleo, [text(cleo), text(cleo, { id: 'e9' })])
        await members(cleo)
        await members(cleo)
        await push(given.store, ruth, [actText(ruth, 'hand', bo, handingOver(bo))])
        const own = await lines(bo)
        expect(own).toEqual([
          [ruth.user, 'invited'],
          [bo.user, 'without-effect'],
          ['cleo', 'refused'],
          ['cleo', 'refused'],
          [ruth.user, 'handed-over'],
        ])
        expect(await looked(cleo)).toBeNull()
        expect((await lines(ruth))?.at(-1)).toEqual(['cleo', 'refused'])
      })

      test.each<[string, () => Promise<unknown>]>([
        ['sends to it', () => push(given.store, cleo, [text(cleo, { id: 'e9' })])],
        ['begins it anew', () => push(given.store, cleo, [], ['a1'])],
        ['begins it anew and sends to it', () => push(given.store, cleo, [text(cleo, { id: 'e9' })], ['a1'])],
        ['asks for its members', () => members(cleo)],
        ['asks for what was kept apart', () => kept(cleo)],
      ])('tells members of somebody who is no member and %s', async (_, trying) => {
        await trying()
        await trying()
        expect((await lines(ruth))?.filter(([, what]) => what === 'refused')).toEqual([['cleo', 'refused']])
      })

      test('tells nothing of members who begin again what is theirs', async () => {
        await push(given.store, ruth, [], ['a1'])
        await push(given.store, bo, [], ['a1'])
        expect((await lines(ruth))?.map(([, what]) => what)).toEqual(['invited'])
      })

      test('notes what a device did with the record once, however often it says so', async () => {
        expect([await tell(bo, 't1'), await tell(bo, 't1'), await tell(bo, 't2')]).toEqual([true, true, true])
        expect([await tell(cleo, 't3'), await tell(cleo, 't3', 'a9')]).toEqual([false, false])
        const exported = (await lines(ruth))?.filter(([, what]) => what === 'exported')
        expect(exported).toHaveLength(2)
      })
    })

    describe('breaking the glass', () => {
      test('opens the record for four hours to reading alone, and ends by itself', async () => {
        expect(await sees(cleo)).toBe(false)
        const until = new Date(Date.parse(AT) + 4 * HOUR).toISOString()
        expect(await breaking(cleo)).toEqual({ until })
        expect(await pullAll(given.store, cleo)).toHaveLength(2)
        expect(await push(given.store, cleo, [text(cleo, { id: 'e9' })])).toEqual([
          { result: 'unknown-assessment', id: 'e9' },
        ])
        expect(answerOf(await given.store.mine(cleo)).assessments).toEqual([])
        expect(await members(cleo)).toBeNull()
        given.passes(4 * HOUR - 1)
        expect(await sees(cleo)).toBe(true)
        given.passes(1)
        expect(await sees(cleo)).toBe(false)
      })

      test('is told to the owner until they say that they know, and to every member in the audit', async () => {
        await breaking(cleo)
        const until = new Date(Date.parse(AT) + 4 * HOUR).toISOString()
        const [notice] = await notices(ruth)
        expect(notice).toEqual({
          id: `glass-${glasses}`,
          what: 'broke-glass',
          assessment: 'a1',
          who: 'cleo',
          reason: REASON,
          at: AT,
          until,
        })
        expect([await notices(bo), await notices(cleo)]).toEqual([[], []])
        const saw = (by: Session, id = notice?.id ?? '') => given.tasks.run(by, () => sawNotice(given.auditing, by, id))
        expect([await saw(bo), await saw(cleo), await saw(ruth, 'glass-0')]).toEqual([false, false, false])
        expect(await notices(ruth)).toHaveLength(1)
        expect([await saw(ruth), await saw(ruth)]).toEqual([true, true])
        expect(await notices(ruth)).toEqual([])
        expect((await looked(bo))?.lines.find(({ what }) => what === 'broke-glass')).toMatchObject({
          who: 'cleo',
          detail: { reason: REASON, until },
        })
        expect((await lines(bo))?.filter(([, what]) => what === 'glass-seen')).toEqual([[ruth.user, 'glass-seen']])
      })

      test('has an export noted that was made meanwhile and is told after the end, and answers as for what is not there', async () => {
        await breaking(cleo)
        given.passes(4 * HOUR)
        expect([await tell(cleo, 't8'), await tell(cleo, 't8')]).toEqual([false, false])
        const exported = (await looked(ruth))?.lines.filter(({ what }) => what === 'exported')
        expect(exported).toMatchObject([{ who: 'cleo', detail: { device: cleo.device } }])
        await given.keeping.revokeDevice(cleo.device)
        expect(await tell(cleo, 't9')).toBe(false)
        expect((await lines(ruth))?.filter(([, what]) => what === 'exported')).toHaveLength(1)
      })

      test('is told to the new owner after a hand-over', async () => {
        await breaking(cleo)
        await push(given.store, ruth, [actText(ruth, 'hand', bo, handingOver(bo))])
        expect([(await notices(ruth)).length, (await notices(bo)).length]).toEqual([0, 1])
      })

      test('opens nothing that is not there, nothing on a revoked device, and nothing for a member', async () => {
        expect(await breaking(cleo, 'a9')).toBeNull()
        expect(await breaking(bo)).toEqual({ until: null })
        await given.keeping.revokeDevice(cleo.device)
        expect(await breaking(cleo)).toBeNull()
        expect(await sees(cleo)).toBe(false)
        expect(await notices(ruth)).toEqual([])
      })

      test('by a device that is revoked afterwards opens nothing any more', async () => {
        await breaking(cleo)
        await given.keeping.revokeDevice(cleo.device)
        expect(await sees(cleo)).toBe(false)
      })

      test('of one record opens no other', async () => {
        await push(given.store, bo, [text(bo, { assessment: 'a2' })], ['a2'])
        await breaking(cleo)
        expect((await pullPage(given.store, cleo, 'a2')).result).toBe('unknown-assessment')
      })
    })

    describe('what was kept apart', () => {
      /** Bo was ended, and sends what he had. */
      const keptApart = async (...entries: string[]) => {
        await push(given.store, ruth, [actText(ruth, 'end', bo, ENDING, ['invite-bo'])])
        await push(given.store, bo, entries)
        return (await kept(ruth)) ?? []
      }

      test('is shown to the owner, word for word, and to nobody else', async () => {
        const late = text(bo, { id: 'late' })
        expect(await keptApart(late)).toEqual([
          {
            id: expect.any(String),
            entry: 'late',
            by: bo.user,
            why: 'membership-ended',
            receivedAt: AT,
            text: late,
            left: false,
          },
        ])
        expect([await kept(bo), await kept(cleo), await kept(dan)]).toEqual([null, null, null])
        await push(given.store, ruth, [actText(ruth, 'invite-cleo', cleo, inviting(cleo))])
        expect([await kept(cleo), await sees(cleo)]).toEqual([null, true])
      })

      test('is taken in word for word as its author’s, with the next number, once', async () => {
        const late = text(bo, { id: 'late' })
        const [one] = await keptApart(late)
        expect(await decide(ruth, one?.id ?? '', 'take-in')).toEqual({ result: 'taken-in', seq: 4 })
        expect((await pullAll(given.store, ruth)).at(-1)).toMatchObject({ seq: 4, text: late })
        expect(await kept(ruth)).toEqual([])
        expect(await decide(ruth, one?.id ?? '', 'take-in')).toEqual({ result: 'taken-in', seq: 4 })
        expect(await pullAll(given.store, ruth)).toHaveLength(4)
        expect(await push(given.store, ruth, [text(ruth, { id: 'e5' })])).toMatchObject([{ result: 'stored', seq: 5 }])
        expect((await lines(ruth))?.filter(([, what]) => what === 'taken-in')).toHaveLength(1)
      })

      test('is received for whoever sent it once it was taken in, and never kept apart a second time', async () => {
        const late = text(bo, { id: 'late' })
        const [one] = await keptApart(late)
        await decide(ruth, one?.id ?? '', 'take-in')
        const again = [late, text(bo, { id: 'late', value: 'otherwise' }), text(bo, { id: 'later' })]
        expect((await push(given.store, bo, again)).map(({ result }) => result)).toEqual([
          'duplicate',
          'quarantined',
          'quarantined',
        ])
        expect((await kept(ruth))?.map(({ entry }) => entry).sort()).toEqual(['late', 'later'])
      })

      test('may be left where it is, and be taken in later', async () => {
        const [one] = await keptApart(text(bo, { id: 'late' }))
        expect(await decide(ruth, one?.id ?? '', 'leave')).toEqual({ result: 'left' })
        expect(await kept(ruth)).toEqual([{ ...one, left: true }])
        expect(await pullAll(given.store, ruth)).toHaveLength(3)
        expect(await decide(ruth, one?.id ?? '', 'take-in')).toMatchObject({ result: 'taken-in' })
        expect((await lines(ruth))?.slice(-2)).toEqual([
          [ruth.user, 'left-apart'],
          [ruth.user, 'taken-in'],
        ])
      })

      test('is taken in after what it supersedes, and beside nothing that has its id', async () => {
        await push(given.store, ruth, [text(ruth, { id: 'e7' })])
        const entries = await keptApart(
          text(bo, { id: 'late-1' }),
          text(bo, { id: 'late-2', supersedes: ['late-1'] }),
          text(bo, { id: 'e7' }),
        )
        const idOf = (entry: string) => entries.find((each) => each.entry === entry)?.id ?? ''
        expect(await decide(ruth, idOf('late-2'), 'take-in')).toEqual({ result: 'missing-parent', missing: ['late-1'] })
        expect(await decide(ruth, idOf('e7'), 'take-in')).toEqual({ result: 'conflict' })
        expect(await decide(ruth, idOf('late-1'), 'take-in')).toMatchObject({ result: 'taken-in' })
        expect(await decide(ruth, idOf('late-2'), 'take-in')).toMatchObject({ result: 'taken-in' })
        expect((await kept(ruth))?.map(({ entry, left }) => [entry, left])).toEqual([['e7', false]])
      })

      test('changes no membership when it is taken in', async () => {
        const [one] = await keptApart(actText(bo, 'sly', cleo, inviting(cleo)))
        expect(await decide(ruth, one?.id ?? '', 'take-in')).toMatchObject({ result: 'taken-in' })
        expect(await sees(cleo)).toBe(false)
        expect((await members(ruth))?.withoutEffect).toEqual([{ entry: 'sly', why: 'taken-in' }])
      })

      test('is decided by nobody but the owner', async () => {
        const [one] = await keptApart(text(bo, { id: 'late' }))
        for (const by of [bo, cleo, dan]) expect(await decide(by, one?.id ?? '', 'take-in')).toBeNull()
        expect(await decide(ruth, 'no such id', 'take-in')).toBeNull()
        await given.keeping.revokeDevice(ruth.device)
        expect(await decide(ruth, one?.id ?? '', 'take-in')).toBeNull()
      })
    })
  })
}
