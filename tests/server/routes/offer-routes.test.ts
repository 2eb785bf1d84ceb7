import { beforeEach, describe, expect, test } from 'vitest'
import { MEMBERS_SLOT, MEMBERSHIP_KIND } from '../../../src/domain/membership.ts'
import { endUser } from '../../../src/server/accounts/agencies.ts'
import { verifyAudit } from '../../../src/server/audit/verify-audit.ts'
import type { Access } from '../../../src/sync/api.ts'
import { agenciesSchema, membersSchema, offersSchema } from '../../../src/sync/sharing-api.ts'
import { anAgency, aPerson, aSession, type Person, who } from '../accounts/accounts-builders.ts'
import { text } from '../records/records-builders.ts'
import { type Api, anApi, ruthsSession, told } from './an-api.ts'
import { type Somebody, somebody } from './somebody.ts'

let api: Api
let ruth: Somebody
let harbour: Person['agency']
let sam: Somebody
beforeEach(async () => {
  api = anApi()
  const first = await ruthsSession(api)
  ruth = await somebody(api, first.ruth, 'Ruth Abara', first.token)
  harbour = await anAgency(api.parts, 'Harbour service')
  sam = await newPerson('Sam Okoro', harbour)
  await pushed(ruth, [text(ruth.by, { value: 'Kit Lowe' })], ['a1'])
  return () => api.hub.close()
})

async function newPerson(name: string, agency: Person['agency'], access: Access = 'practitioner'): Promise<Somebody> {
  const person = await aPerson(api.parts, agency, { name, access })
  return await somebody(api, person, name, await aSession(api.parts, person))
}
async function pushed(by: Somebody, entries: string[], begin: string[] = []) {
  const answer = await api.ask('POST', '/api/push', { as: by.token, body: { begin, entries } })
  return ((await answer.json()) as { results: { result: string }[] }).results.map(({ result }) => result)
}
const get = (by: Somebody, path: string) => api.ask('GET', path, { as: by.token })
const act = (by: Somebody, id: string, subject: string, value: object, assessment = 'a1') =>
  text(by.by, { id, assessment, kind: MEMBERSHIP_KIND, slot: { question: MEMBERS_SLOT, subject }, value })
const invite = (agency = harbour) =>
  pushed(ruth, [
    act(ruth, 'invite', agency.id, {
      act: 'invite-agency',
      agency,
      purpose: 'treatment-and-care',
      lawfulBasis: 'public-task-care',
      note: 'Kit Lowe, who was born in May',
    }),
  ])
const takeUp = (by: Somebody, agency = harbour, assessment = 'a1') =>
  pushed(by, [act(by, `take-up-${by.user}`, by.user, { act: 'take-up', agency, invitation: 'invite' }, assessment)])
const offersOf = async (by: Somebody) => offersSchema.parse(await (await get(by, '/api/agency/offers')).json())
const pulls = async (by: Somebody) =>
  await (await api.ask('POST', '/api/pull', { as: by.token, body: { assessment: 'a1', after: null } })).json()

describe('offering a record to an agency', () => {
  test('begins with the list of agencies, one’s own among them', async () => {
    const { agencies } = agenciesSchema.parse(await (await get(ruth, '/api/agencies')).json())
    expect(agencies).toEqual([harbour, ruth.agency])
  })

  test('tells its people who offers it and for what, and nothing of the family', async () => {
    await invite()
    const { offers, people } = await offersOf(sam)
    expect(offers).toMatchObject([{ assessment: 'a1', by: ruth.user, purpose: 'treatment-and-care', takenUpBy: [] }])
    expect(people).toEqual([{ id: ruth.user, name: 'Ruth Abara', role: 'midwife', agency: ruth.agency }])
    expect(JSON.stringify([offers, people])).not.toContain('Kit')
    expect(await pulls(sam)).toEqual({ result: 'unknown-assessment' })
  })

  test('is taken up by one of them, whom members then see, with the agency that is invited', async () => {
    await invite()
    expect(await takeUp(sam)).toEqual(['stored'])
    expect(await pulls(sam)).toMatchObject({ result: 'page', entries: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] })
    expect((await offersOf(sam)).offers).toEqual([])
    const answer = membersSchema.parse(await (await get(ruth, '/api/assessments/a1/members')).json())
    expect([answer.agencies.map(({ agency }) => agency), answer.named]).toEqual([[harbour.id], [harbour]])
    expect(answer.members.find(({ user }) => user === sam.user)).toMatchObject({
      takenUpFor: harbour.id,
      invitedBy: ruth.user,
    })
    expect(answer.people.map(({ name }) => name)).toEqual(['Ruth Abara', 'Sam Okoro'])
    expect(await verifyAudit(api.tasks, api.auditing.signer)).toMatchObject({ faults: [] })
  })

  test('goes by the agency of the account, also after somebody has changed to another', async () => {
    await invite(ruth.agency)
    expect((await offersOf(sam)).offers).toEqual([])
    expect(await takeUp(sam, ruth.agency)).toEqual(['unknown-assessment'])
    const bo = await newPerson('Bo Lind', ruth.agency, 'supervisor')
    expect(await takeUp(bo, ruth.agency)).toEqual(['stored'])
  })

  test('is none of an administrator’s: neither shown to them nor taken up', async () => {
    await invite()
    const ada = await newPerson('Ada Min', harbour, 'administrator')
    expect(await told(await get(ada, '/api/agency/offers'))).toEqual([403, { problem: 'not-allowed' }])
    const texts = [await takeUp(ada), await takeUp(ada, harbour, 'no such record')]
    expect(texts).toEqual([['unknown-assessment'], ['unknown-assessment']])
    expect(await pulls(ada)).toEqual({ result: 'unknown-assessment' })
  })

  test('is told to a colleague with whoever has taken it up already', async () => {
    await invite()
    await takeUp(sam)
    const ana = await newPerson('Ana Rey', harbour)
    const { offers, people } = await offersOf(ana)
    expect(offers[0]?.takenUpBy).toEqual([sam.user])
    expect(people.map(({ name }) => name)).toEqual(['Ruth Abara', 'Sam Okoro'])
  })

  test('is nothing to whoever’s account has ended, or whose device was revoked', async () => {
    await invite()
    const ana = await newPerson('Ana Rey', harbour)
    await api.parts.db.run(() => endUser(api.parts, harbour.id, ana.user))
    expect((await get(ana, '/api/agency/offers')).status).toBe(401)
    await api.keeping.revokeDevice((await who(api.parts, sam.token))?.session.device ?? '')
    expect((await offersOf(sam)).offers).toEqual([])
    expect(await takeUp(sam)).toEqual(['unknown-assessment'])
  })
})
