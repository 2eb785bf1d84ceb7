import { expect, test } from 'vitest'
import { type AuditRow, auditHash, chainFault } from '../../../src/server/audit/audit-chain.ts'

/** A chain of as many rows. */
function aChain(length: number): AuditRow[] {
  const rows: AuditRow[] = []
  for (let seq = 1; seq <= length; seq++) {
    const row = {
      assessment: 'a1',
      seq,
      at: `2026-03-02T09:00:0${seq}.000Z`,
      user: 'ruth',
      device: 'phone',
      what: 'read' as const,
    }
    rows.push({ ...row, hash: auditHash(rows.at(-1)?.hash ?? '', row) })
  }
  return rows
}
const headOf = (rows: readonly AuditRow[]) => ({ assessment: 'a1', count: rows.length, head: rows.at(-1)?.hash ?? '' })
const changed = (rows: AuditRow[], n: number, over: Partial<AuditRow>) =>
  rows.map((row, at) => (at === n ? { ...row, ...over } : row))
/** As if nothing had been changed: every hash made anew. */
function madeAnew(rows: readonly AuditRow[]): AuditRow[] {
  let before = ''
  return rows.map((row, n) => {
    const hash = auditHash(before, { ...row, seq: n + 1 })
    before = hash
    return { ...row, seq: n + 1, hash }
  })
}
const chain = aChain(4)
const kept = [headOf(chain)]

test('a chain that is whole has no fault, also against a head of before', () => {
  expect([chainFault([], []), chainFault(chain, []), chainFault(chain, kept)]).toEqual([null, null, null])
  expect(chainFault(chain, [headOf(chain.slice(0, 2))])).toBeNull()
})

test.each<[string, Partial<AuditRow>]>([
  ['who', { user: 'bo' }],
  ['when', { at: '2026-03-02T08:00:00.000Z' }],
  ['what', { what: 'refused' }],
  ['on which device', { device: 'tablet' }],
  ['with which record', { assessment: 'a2' }],
  ['its hash', { hash: 'f'.repeat(64) }],
])('a row in which %s was changed is found', (_, over) => {
  expect(chainFault(changed(chain, 1, over), [])).toBe('row 2 is not as it was written')
})

test('a row that was taken out, or put elsewhere, is found', () => {
  const [a, b, c, d] = chain as [AuditRow, AuditRow, AuditRow, AuditRow]
  expect(chainFault([a, c, d], [])).toBe('row 2 is missing, or not in its place')
  expect(chainFault([a, { ...c, seq: 2 }, { ...b, seq: 3 }, d], [])).toBe('row 2 is not as it was written')
  expect(chainFault([b, c, d], [])).toBe('row 1 is missing, or not in its place')
})

test('an end that was cut off is found against the head', () => {
  expect(chainFault(chain.slice(0, 3), kept)).toBe('rows 4 to 4 are missing at the end')
  expect(chainFault([], kept)).toBe('rows 1 to 4 are missing at the end')
})

test('a chain that was made anew as a whole is found against a head that was kept elsewhere', () => {
  const forged = madeAnew(changed(chain, 1, { at: '2026-03-01T09:00:00.000Z' }))
  expect(chainFault(forged, [headOf(forged)])).toBeNull()
  expect(chainFault(forged, kept)).toBe('row 4 is another than was kept')
  const shorter = madeAnew(chain.filter((_, n) => n !== 1))
  expect(chainFault(shorter, kept)).toBe('rows 4 to 4 are missing at the end')
})
