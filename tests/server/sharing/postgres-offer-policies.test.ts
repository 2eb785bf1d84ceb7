import { expect, test } from 'vitest'
import { AT, bo, cleo, push, ruth, text } from '../records/records-builders.ts'
import { aPolicedRecord, DENIED } from './a-policed-record.ts'

const { client, undone } = aPolicedRecord(async ({ store, keeping }) => {
  await push(store, cleo, [text(cleo, { assessment: 'a2' })])
  await keeping.admit('a1', 'eve')
})

interface Asking {
  agency?: string
  device?: string
  /** Done before by Bo, a member. */
  before?: string[]
}

/** What one statement does for somebody of an agency. */
const doing = (user: string, sql: string, { agency = 'harbour', device = 'phone', before = [] }: Asking = {}) =>
  undone(async () => {
    await becoming(bo.user, 'phone', 'north')
    for (const each of before) await client().query(each)
    await becoming(user, device, agency)
    return client().query(sql)
  })
const becoming = (user: string, device: string, agency: string) =>
  client().query(
    `SELECT set_config('role', 'linnet_runtime', true), set_config('app.user_id', $1, true),
            set_config('app.device_id', $2, true), set_config('app.agency_id', $3, true), set_config('app.now', $4, true)`,
    [user, device, agency, AT],
  )

const inviting = (by: string, assessment = 'a1', agency = 'harbour') =>
  `INSERT INTO agency_invitations (assessment_id, agency_id, invited_by, purpose, lawful_basis, invited_at, decided_by)
   VALUES ('${assessment}', '${agency}', '${by}', 'oversight', 'public-task-care', 't', 'i1')`
const ENDING = `UPDATE agency_invitations SET ended_at = 't', decided_by = 'x' WHERE agency_id = 'harbour'`
const again = (by: string) =>
  `UPDATE agency_invitations SET ended_at = NULL, decided_by = 'y', invited_by = '${by}' WHERE agency_id = 'harbour'`
const joining = (user: string, agency: string | null = 'harbour', assessment = 'a1') =>
  `INSERT INTO members (assessment_id, user_id, joined_at, taken_up_for)
   VALUES ('${assessment}', '${user}', 't', ${agency === null ? 'NULL' : `'${agency}'`})`
const invited = { before: [inviting(bo.user)] }

test('members invite agencies in their own name, and nobody else does', async () => {
  expect([await doing(bo.user, inviting(bo.user)), await doing(ruth.user, inviting(ruth.user))]).toEqual([1, 1])
  expect(await doing(bo.user, inviting(ruth.user))).toBe(DENIED)
  expect(await doing(bo.user, inviting(bo.user, 'a2'))).toBe(DENIED)
  expect(await doing(bo.user, inviting(bo.user), { device: 'lost-phone' })).toBe(DENIED)
  for (const user of ['cleo', 'fay', 'sam', '']) {
    expect([user, await doing(user, inviting(user))]).toEqual([user, DENIED])
  }
})

test('nobody of an invited agency reads anything of the record before they have taken it up', async () => {
  for (const table of ['entries', 'assessments', 'members', 'membership_acts', 'audit', 'quarantine']) {
    const where = table === 'assessments' ? `id = 'a1'` : table === 'audit' ? 'true' : `assessment_id = 'a1'`
    const seen = `SELECT FROM ${table} WHERE ${where}`
    expect([table, await doing('sam', seen, invited)]).toEqual([table, 0])
  }
  expect(await doing('sam', `INSERT INTO entries VALUES ('a1', 'e9', 9, 'q', 's', 'h', 't', '{}')`, invited)).toBe(
    DENIED,
  )
  expect(await doing('sam', `UPDATE assessments SET head = 9 WHERE id = 'a1'`, invited)).toBe(0)
})

test('an invitation is shown to members and to the invited agency, while it is open, and to nobody else', async () => {
  const seen = 'SELECT FROM agency_invitations'
  expect([await doing(ruth.user, seen, invited), await doing('sam', seen, invited)]).toEqual([1, 1])
  expect(await doing('kim', seen, { ...invited, agency: 'visiting' })).toBe(0)
  expect(await doing('ada', seen, { ...invited, agency: '' })).toBe(0)
  expect(await doing('sam', seen, { ...invited, device: 'lost-phone' })).toBe(0)
  expect(await doing('sam', seen, { before: [inviting(bo.user), ENDING] })).toBe(0)
  expect((await client().query(seen)).rowCount).toBe(0)
})

test('whoever is of the invited agency makes themselves a member, for it, and nobody else', async () => {
  expect(await doing('sam', joining('sam'), invited)).toBe(1)
  expect(await doing('sam', joining('ana'), invited)).toBe(DENIED)
  expect(await doing('sam', joining('sam', null), invited)).toBe(DENIED)
  expect(await doing('sam', joining('sam', 'visiting'), invited)).toBe(DENIED)
  expect(await doing('sam', joining('sam', 'harbour', 'a2'), invited)).toBe(DENIED)
  expect(await doing('sam', joining('sam'), { ...invited, device: 'lost-phone' })).toBe(DENIED)
})

test('nobody else does: not without an invitation, after its end, for another agency, or after a membership of one’s own', async () => {
  expect(await doing('sam', joining('sam'))).toBe(DENIED)
  expect(await doing('sam', joining('sam'), { before: [inviting(bo.user), ENDING] })).toBe(DENIED)
  expect(await doing('kim', joining('kim'), { ...invited, agency: 'visiting' })).toBe(DENIED)
  expect(await doing('kim', joining('kim', 'visiting'), { ...invited, agency: 'visiting' })).toBe(DENIED)
  expect(await doing('ada', joining('ada'), { ...invited, agency: '' })).toBe(DENIED)
  const back = `UPDATE members SET ended_at = NULL, taken_up_for = 'harbour' WHERE user_id = 'fay'`
  expect(await doing('fay', back, invited)).toBe(0)
})

test('the owner and whoever invited end it, members invite again in their own name, and it is never removed', async () => {
  expect([await doing(ruth.user, ENDING, invited), await doing(bo.user, ENDING, invited)]).toEqual([1, 1])
  for (const user of ['eve', 'sam', 'fay', 'cleo'])
    expect([user, await doing(user, ENDING, invited)]).toEqual([user, 0])
  const ended = { before: [inviting(bo.user), ENDING] }
  expect([await doing('eve', again('eve'), ended), await doing('sam', again('sam'), ended)]).toEqual([1, 0])
  expect(await doing('eve', again('bo'), ended)).toBe(DENIED)
  for (const sql of ['DELETE FROM agency_invitations', 'TRUNCATE agency_invitations']) {
    expect(await doing(ruth.user, sql, invited)).toBe(DENIED)
  }
  expect(await doing(bo.user, `UPDATE agency_invitations SET agency_id = 'visiting'`, invited)).toBe(DENIED)
})
