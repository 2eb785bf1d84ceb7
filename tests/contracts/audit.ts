import { beforeEach, describe, expect, test } from 'vitest'
import { type AuditParts, appendLine } from '../../src/server/audit/append.ts'
import { type AuditLine, chainOf, hashOfLine, NO_HASH } from '../../src/server/audit/audit-line.ts'
import { readKeptHeads, writeKeptHeads } from '../../src/server/audit/kept-heads.ts'
import { readChain, readHeads } from '../../src/server/audit/read-audit.ts'
import { newSigner } from '../../src/server/audit/signer.ts'
import { verifyAudit } from '../../src/server/audit/verify-audit.ts'
import type { RecordTasks } from '../../src/server/records/record-tasks.ts'

export interface OpenedAudit {
  tasks: RecordTasks
  parts: AuditParts
  /** What somebody does who has the database in their hands. */
  tamper(sql: string): Promise<void>
}

const CHAIN = chainOf('a1')

/** The audit on every database: what is added to it, and what is found when somebody meddles with it. */
export function auditContract(name: string, open: () => Promise<OpenedAudit>): void {
  describe(name, () => {
    let given: OpenedAudit
    let tamper: OpenedAudit['tamper']
    const add = (what: 'opened' | 'exported', who: string, chain = CHAIN, once?: string) =>
      given.tasks.runAs('linnet_audit', () =>
        appendLine(given.parts, { chain, who, what, detail: { device: 'phone' }, ...(once && { once }) }),
      )
    const lines = async () => (await readChain(given.tasks, CHAIN)).lines
    const faults = async (kept?: string) => {
      const heads = kept === undefined ? [] : (readKeptHeads(kept, given.parts.signer) ?? [])
      return (await verifyAudit(given.tasks, given.parts.signer, heads)).faults.map(({ fault, number }) => [
        fault,
        number,
      ])
    }
    const heads = async () => writeKeptHeads('2026-03-02', await readHeads(given.tasks), given.parts.signer)
    /** As somebody would who knows how the chain is made, and has not the key. */
    const stamped = async (changed: readonly AuditLine[]) => {
      let before = NO_HASH
      let sql = `DELETE FROM audit WHERE chain = '${CHAIN}';`
      changed.forEach((line, n) => {
        const anew = { ...line, number: n + 1, before }
        before = hashOfLine(anew)
        sql += `INSERT INTO audit (chain, number, at, who, what, detail, once, before, hash) VALUES ('${CHAIN}', ${n + 1},
          '${line.at}', '${line.who}', '${line.what}', '${line.detail}', NULL, '${anew.before}', '${before}');`
      })
      await tamper(
        `${sql} UPDATE audit_heads SET count = ${changed.length}, hash = '${before}' WHERE chain = '${CHAIN}'`,
      )
    }
    beforeEach(async () => {
      given = await open()
      tamper = given.tamper
      for (const who of ['ruth', 'bo', 'cleo', 'dan']) await add('opened', who)
      await add('opened', 'ruth', chainOf('a2'))
    })

    test('is whole as it was written, and says how much of it there is', async () => {
      expect(await verifyAudit(given.tasks, given.parts.signer)).toEqual({ chains: 2, lines: 5, faults: [] })
      expect((await lines()).map(({ number }) => number)).toEqual([1, 2, 3, 4])
    })

    test('has each line after the other without a gap, however many write at once', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, n) => add('exported', `user-${n}`)))
      expect((await lines()).map(({ number }) => number)).toEqual(Array.from({ length: 24 }, (_, n) => n + 1))
      expect(await faults()).toEqual([])
    })

    test('has once what is noted once, however many write at once', async () => {
      await Promise.all(Array.from({ length: 8 }, () => add('opened', 'ruth', CHAIN, 'today')))
      expect(await lines()).toHaveLength(5)
    })

    test('goes on, and what was kept of an earlier day still fits', async () => {
      const kept = await heads()
      await add('exported', 'bo')
      expect(await faults(kept)).toEqual([])
    })

    test.each([
      ['who', `who = 'nobody'`],
      ['who, to nobody', 'who = NULL'],
      ['what', `what = 'left'`],
      ['when', `at = '2020-01-01T00:00:00.000Z'`],
      ['the detail', `detail = '{}'`],
      ['under which name', `once = 'x'`],
    ])('shows an edit of %s', async (_, change) => {
      await tamper(`UPDATE audit SET ${change} WHERE chain = '${CHAIN}' AND number = 2`)
      expect(await faults()).toEqual([['edited', 2]])
    })

    test('shows an edit with its hash made anew', async () => {
      const line = (await lines())[1]
      if (!line) throw new Error('there is no such line')
      const hash = hashOfLine({ ...line, who: 'nobody' })
      await tamper(`UPDATE audit SET who = 'nobody', hash = '${hash}' WHERE chain = '${CHAIN}' AND number = 2`)
      expect(await faults()).toEqual([['not-joined', 3]])
    })

    test.each([
      [
        1,
        [
          ['missing', 1],
          ['not-joined', 2],
        ],
      ],
      [
        3,
        [
          ['missing', 3],
          ['not-joined', 4],
        ],
      ],
      [4, [['cut-off', 3]]],
    ])('shows that line %i was removed', async (number, found) => {
      await tamper(`DELETE FROM audit WHERE chain = '${CHAIN}' AND number = ${number}`)
      expect(await faults()).toEqual(found)
    })

    test('shows that two lines have changed places', async () => {
      await tamper(`UPDATE audit SET number = 99 WHERE chain = '${CHAIN}' AND number = 2;
        UPDATE audit SET number = 2 WHERE chain = '${CHAIN}' AND number = 3;
        UPDATE audit SET number = 3 WHERE chain = '${CHAIN}' AND number = 99`)
      expect((await faults()).map(([fault]) => fault)).toContain('edited')
    })

    test('shows that a line was moved to another chain', async () => {
      await tamper(`UPDATE audit SET chain = '${chainOf('a2')}', number = 2 WHERE chain = '${CHAIN}' AND number = 4`)
      expect((await faults()).map(([fault]) => fault).sort()).toEqual(['cut-off', 'cut-off', 'edited', 'not-joined'])
    })

    test('shows that the end was cut off, and the head made to fit', async () => {
      await stamped((await lines()).slice(0, 2))
      expect(await faults()).toEqual([['not-signed', 2]])
    })

    test('shows that the whole chain was written anew, with every hash in order', async () => {
      const changed = (await lines()).map((line) => (line.who === 'cleo' ? { ...line, who: 'nobody' } : line))
      await stamped(changed)
      expect(await faults()).toEqual([['not-signed', 4]])
    })

    test('shows that a line was added by somebody else', async () => {
      const all = await lines()
      const last = all.at(-1)
      if (!last) throw new Error('there is no line')
      await stamped([...all, { ...last, who: 'mallory' }])
      expect(await faults()).toEqual([['not-signed', 5]])
    })

    test('shows by what was kept elsewhere that it was put back to an earlier day, signature and all', async () => {
      const head = (await readHeads(given.tasks)).find(({ chain }) => chain === CHAIN)
      if (!head) throw new Error('the chain has no head')
      await add('exported', 'dan')
      const kept = await heads()
      await tamper(`DELETE FROM audit WHERE chain = '${CHAIN}' AND number = 5;
        UPDATE audit_heads SET count = 4, hash = '${head.hash}', signature = '${head.signature}' WHERE chain = '${CHAIN}'`)
      expect(await faults()).toEqual([])
      expect(await faults(kept)).toEqual([['not-as-kept', 5]])
    })

    test('shows by what was kept elsewhere that a whole chain is gone', async () => {
      const kept = await heads()
      await tamper(`DELETE FROM audit WHERE chain = '${CHAIN}'; DELETE FROM audit_heads WHERE chain = '${CHAIN}'`)
      expect(await faults()).toEqual([])
      expect(await faults(kept)).toEqual([
        ['cut-off', 0],
        ['not-as-kept', 4],
      ])
    })

    test('shows that a head is gone, or signed with another key', async () => {
      const other = newSigner()
      await tamper(`UPDATE audit_heads SET signature = '${other.sign('x')}' WHERE chain = '${CHAIN}'`)
      expect(await faults()).toEqual([['not-signed', 4]])
      await tamper(`DELETE FROM audit_heads WHERE chain = '${CHAIN}'`)
      expect(await faults()).toEqual([['cut-off', 4]])
    })

    test('takes nothing for kept that this server has not signed', async () => {
      const kept = await heads()
      const other = newSigner()
      expect(readKeptHeads(kept, given.parts.signer)).toHaveLength(2)
      expect(readKeptHeads(kept, other)).toBeNull()
      expect(readKeptHeads(kept.replace('"count":4', '"count":3'), given.parts.signer)).toBeNull()
      expect(readKeptHeads('not JSON', given.parts.signer)).toBeNull()
    })
  })
}
