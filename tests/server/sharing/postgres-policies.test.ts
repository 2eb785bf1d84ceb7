import { expect, test } from 'vitest'
import { AT, bo, cleo, ruth } from '../records/records-builders.ts'
import { aPolicedRecord, DENIED } from './a-policed-record.ts'

const LATER = '2026-03-02T13:00:00.000Z'
const { client, undone } = aPolicedRecord()

/** What one statement does for somebody. */
const doing = (user: string, sql: string, { device = 'phone', now = AT, before = '' } = {}) =>
  undone(async () => {
    await client().query(
      `SELECT set_config('role', 'linnet_runtime', true), set_config('app.device_id', $1, true),
              set_config('app.user_id', $2, true), set_config('app.now', $3, true)`,
      [device, user, now],
    )
    if (before !== '') await client().query(before)
    return client().query(sql)
  })
const joining = (user: string, assessment = 'a1') =>
  `INSERT INTO members (assessment_id, user_id, joined_at) VALUES ('${assessment}', '${user}', 't')`
const ending = (user: string) => `UPDATE members SET ended_at = 't' WHERE user_id = '${user}' AND assessment_id = 'a1'`
const again = (user: string) => `UPDATE members SET ended_at = NULL WHERE user_id = '${user}' AND assessment_id = 'a1'`

test('members invite, and nobody else does; nobody invites themselves', async () => {
  expect([await doing(ruth.user, joining('dan')), await doing(bo.user, joining('dan'))]).toEqual([1, 1])
  for (const user of ['cleo', 'fay', 'dan', ''])
    expect([user, await doing(user, joining('dan'))]).toEqual([user, DENIED])
  expect(await doing(cleo.user, joining('cleo'))).toBe(DENIED)
  expect(await doing(ruth.user, joining('ruth', 'a2'))).toBe(DENIED)
  expect(await doing(bo.user, joining('dan'), { device: 'lost-phone' })).toBe(DENIED)
})

test('who was ended is brought back by members, and not by themselves', async () => {
  expect(await doing(bo.user, again('fay'))).toBe(1)
  expect([await doing('fay', again('fay')), await doing('cleo', again('fay'))]).toEqual([0, 0])
})

test('the owner ends others, everybody else themselves, and nobody the owner', async () => {
  expect([await doing(ruth.user, ending(bo.user)), await doing(bo.user, ending(bo.user))]).toEqual([1, 1])
  expect([await doing(ruth.user, ending(ruth.user)), await doing(bo.user, ending(ruth.user))]).toEqual([0, 0])
  expect([await doing('cleo', ending(bo.user)), await doing('fay', ending(bo.user))]).toEqual([0, 0])
  expect(await doing(ruth.user, ending(bo.user), { device: 'lost-phone' })).toBe(0)
})

test('a membership is never removed, and nobody else’s is shown to strangers', async () => {
  expect(await doing(ruth.user, 'DELETE FROM members')).toBe(DENIED)
  const seen = `SELECT FROM members WHERE assessment_id = 'a1'`
  expect([await doing(bo.user, seen), await doing('cleo', seen), await doing('fay', seen)]).toEqual([3, 0, 1])
  expect(await doing(bo.user, seen, { device: 'lost-phone' })).toBe(1)
})

test('only the owner hands over, and only to a member', async () => {
  const to = (user: string) => `UPDATE assessments SET owner_id = '${user}' WHERE id = 'a1'`
  expect(await doing(ruth.user, to(bo.user))).toBe(1)
  expect([
    await doing(bo.user, to(bo.user)),
    await doing(ruth.user, to('fay')),
    await doing(ruth.user, to('dan')),
  ]).toEqual([DENIED, DENIED, DENIED])
  expect(await doing('cleo', to('cleo'))).toBe(0)
})

test('broken glass shows entries until it ends, to whoever broke it, and lets nothing be added', async () => {
  const glass = (user: string, until = LATER) =>
    `INSERT INTO broken_glass (id, assessment_id, user_id, reason, broken_at, ends_at)
     VALUES ('g1', 'a1', '${user}', 'r', '${AT}', '${until}')`
  const seen = `SELECT FROM entries WHERE assessment_id = 'a1'`
  const before = glass('cleo')
  expect(await doing('cleo', seen)).toBe(0)
  expect(await doing('cleo', seen, { before })).toBe(1)
  expect(await doing('cleo', seen, { before, now: LATER })).toBe(0)
  expect(await doing('cleo', seen, { before, now: '' })).toBe(0)
  expect(await doing('cleo', glass('dan'))).toBe(DENIED)
  expect(await doing('cleo', glass('cleo'), { device: 'lost-phone' })).toBe(DENIED)
  const insert = `INSERT INTO entries VALUES ('a1', 'e9', 9, 'q', 's', 'h', 't', '{}')`
  expect(await doing('cleo', insert, { before })).toBe(DENIED)
  expect(await doing('cleo', joining('cleo'), { before })).toBe(DENIED)
  expect(await doing('cleo', `UPDATE assessments SET head = 9 WHERE id = 'a1'`, { before })).toBe(0)
  expect(await doing('cleo', `UPDATE broken_glass SET seen_at = 't'`, { before })).toBe(0)
  expect(await doing('cleo', `UPDATE broken_glass SET ends_at = '9'`, { before })).toBe(DENIED)
  expect(await doing('cleo', `DELETE FROM broken_glass`, { before })).toBe(DENIED)
})

test('what became of membership entries, the audit and decisions are for members and owners, and are only added', async () => {
  const act = `INSERT INTO membership_acts VALUES ('a1', 'e1', 1, 'bo', 'bo', 'leave', NULL)`
  expect([await doing(bo.user, act), await doing('cleo', act), await doing('fay', act)]).toEqual([1, DENIED, DENIED])
  const decision = (by: string) =>
    `INSERT INTO quarantine_decisions VALUES ('a1', 'e1', 'fay', 'h', 'leave', 'r', '${by}', 't')`
  expect(await doing(ruth.user, decision(ruth.user))).toBe(1)
  expect([await doing(bo.user, decision(bo.user)), await doing(ruth.user, decision(bo.user))]).toEqual([DENIED, DENIED])
  for (const table of ['membership_acts', 'quarantine_decisions', 'audit']) {
    for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      expect([sql, await doing(ruth.user, sql)]).toEqual([sql, DENIED])
    }
    expect([table, await doing('cleo', `SELECT FROM ${table}`)]).toEqual([table, 0])
    // Nor does whoever owns the tables see anything without the role.
    expect([table, (await client().query(`SELECT FROM ${table}`)).rowCount]).toEqual([table, 0])
  }
})

test('nobody makes functions of the administration’s', async () => {
  const made = 'CREATE FUNCTION sly() RETURNS text LANGUAGE sql RETURN 1::text'
  for (const role of ['linnet_keeper', 'linnet_runtime', 'linnet_audit']) {
    await client().query(`SET ROLE ${role}`)
    await expect(client().query(made), role).rejects.toMatchObject({ code: DENIED })
    await client().query('RESET ROLE')
  }
})
