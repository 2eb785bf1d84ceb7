import { beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '../../src/server/accounts/account-parts.ts'
import type { AccountDatabase } from '../../src/server/accounts/task.ts'
import { auditHeads, auditOf, chainOf, type Deed, remember, rememberOnceADay } from '../../src/server/audit/audit.ts'
import { headLine, readHeads, verifyAudit } from '../../src/server/audit/verify.ts'
import { accountParts, type TestParts } from '../server/accounts/accounts-builders.ts'

const READ: Deed = { assessment: 'a1', user: 'ruth', device: 'phone', what: 'read' }

/** The audit, on every database. `tamper` does with the database what nobody may. */
export function auditContract(
  name: string,
  open: () => Promise<{ accounts: AccountDatabase; tamper(sql: string): Promise<void> }>,
): void {
  describe(name, () => {
    let parts: TestParts
    let tamper: (sql: string) => Promise<void>
    beforeEach(async () => {
      const opened = await open()
      parts = accountParts(opened.accounts)
      tamper = opened.tamper
    })
    const did = (over: Partial<Deed> = {}) => parts.db.run(() => remember(parts, { ...READ, ...over }))
    const chain = () => parts.db.run(() => chainOf('a1'))
    const verified = async (kept = '') => (await verifyAudit(parts.db, readHeads(kept) ?? [])).faults
    const heads = async () => (await parts.db.run(auditHeads)).map(headLine).join('\n')

    test('remembers who did what, in the order in which it was done, one chain for each record', async () => {
      await did()
      await did({ user: 'bo', what: 'refused' })
      await did({ assessment: 'a2' })
      expect((await chain()).map(({ seq, user, what }) => [seq, user, what])).toEqual([
        [1, 'ruth', 'read'],
        [2, 'bo', 'refused'],
      ])
      expect(await parts.db.run(() => auditOf('a1'))).toMatchObject([{ what: 'refused' }, { what: 'read' }])
      expect(await verified()).toEqual([])
    })

    test('has no gap and no fork when many write at once', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, n) => did({ user: `user-${n}` })))
      expect((await chain()).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
      expect(await verified()).toEqual([])
    })

    test('remembers the same of one device once a day', async () => {
      const reading = (over: Partial<Deed> = {}) => parts.db.run(() => rememberOnceADay(parts, { ...READ, ...over }))
      await reading()
      await reading()
      await reading({ device: 'tablet' })
      await reading({ what: 'refused' })
      parts.passes(DAY)
      await reading()
      expect((await chain()).map(({ device, what }) => `${device} ${what}`)).toEqual([
        'phone read',
        'tablet read',
        'phone refused',
        'phone read',
      ])
    })

    test.each([
      ['changed', `UPDATE audit SET user_id = 'eve' WHERE seq = 2`, 'a1: row 2 is not as it was written'],
      [
        'stamped anew',
        `UPDATE audit SET at = '2026-01-01T00:00:00.000Z' WHERE seq = 3`,
        'a1: row 3 is not as it was written',
      ],
      ['removed', 'DELETE FROM audit WHERE seq = 2', 'a1: has 2 rows and should have 3'],
      ['cut off', 'DELETE FROM audit WHERE seq = 3', 'a1: has 2 rows and should have 3'],
      ['left without its head', 'DELETE FROM audit_heads', 'a1: has 3 rows and should have 0'],
    ])('that was %s is found', async (_, sql, fault) => {
      for (const user of ['ruth', 'bo', 'cleo']) await did({ user })
      await tamper(sql)
      expect(await verified()).toEqual([fault])
    })

    test('whose end, or all of it, was taken away with its head is found against what was kept elsewhere', async () => {
      for (const user of ['ruth', 'bo', 'cleo']) await did({ user })
      const kept = await heads()
      const [, second] = await chain()
      await tamper(`DELETE FROM audit WHERE seq = 3; UPDATE audit_heads SET count = 2, head = '${second?.hash}'`)
      expect([await verified(), await verified(kept)]).toEqual([[], ['a1: rows 3 to 3 are missing at the end']])
      await tamper('DELETE FROM audit; DELETE FROM audit_heads')
      expect(await verified(kept)).toEqual(['a1: rows 1 to 3 are missing at the end'])
    })

    test('that has grown since is whole against what was kept', async () => {
      await did()
      const kept = await heads()
      await did({ user: 'bo' })
      expect(await verified(kept)).toEqual([])
      expect(readHeads('no head')).toBeNull()
    })
  })
}
