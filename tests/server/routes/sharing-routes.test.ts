import { beforeEach, describe, expect, test } from 'vitest'
import { MEMBERS_SLOT } from '../../../src/domain/membership.ts'
import { SERVER_CHAIN } from '../../../src/server/audit/audit-line.ts'
import { readChain } from '../../../src/server/audit/read-audit.ts'
import { verifyAudit } from '../../../src/server/audit/verify-audit.ts'
import {
  agencyPeopleSchema,
  foundPersonSchema,
  lookedSchema,
  membersSchema,
  noticesSchema,
  quarantineSchema,
} from '../../../src/sync/sharing-api.ts'
import { anAgency, aPerson, aSession, who } from '../accounts/accounts-builders.ts'
import { text } from '../records/records-builders.ts'
import { type Api, anApi, ruthsSession, told } from './an-api.ts'
import { type Somebody, somebody } from './somebody.ts'

let api: Api
let ruth: Somebody
let bo: Somebody
let cleo: Somebody
beforeEach(async () => {
  api = anApi()
  const first = await ruthsSession(api)
  ruth = await somebody(api, first.ruth, 'Ruth Abara', first.token)
  bo = await newPerson('Bo Lind')
  cleo = await newPerson('Cleo Vane', 'Southfield Drug Service')
  expect((await pushed(ruth, [text(ruth.by)], ['a1'])).results).toMatchObject([{ result: 'stored' }])
  return () => api.hub.close()
})

async function newPerson(name: string, agency?: string): Promise<Somebody> {
  const person = await aPerson(api.parts, agency ? await anAgency(api.parts, agency) : ruth.agency, { name })
  return await somebody(api, person, name, await aSession(api.parts, person))
}
async function pushed(by: Somebody, entries: string[], begin: string[] = []) {
  const answer = await api.ask('POST', '/api/push', { as: by.token, body: { begin, entries } })
  return (await answer.json()) as { results: { result: string }[] }
}
const get = (by: Somebody, path: string) => api.ask('GET', path, { as: by.token })
const post = (by: Somebody, path: string, body: unknown = {}) => api.ask('POST', path, { as: by.token, body })
const pulls = async (by: Somebody, assessment = 'a1') =>
  await (await post(by, '/api/pull', { assessment, after: null })).json()
const invitation = (of: Somebody, { id, ...person }: { id: string; name: string; role: string }) =>
  text(of.by, {
    id: `invite ${id}`,
    kind: 'membership',
    slot: { question: MEMBERS_SLOT, subject: id },
    value: {
      act: 'invite',
      user: { id, ...person, agency: 'Southfield Drug Service' },
      purpose: 'treatment-and-care',
      lawfulBasis: 'public-task-care',
    },
  })
const serverLines = async () => (await readChain(api.tasks, SERVER_CHAIN)).lines

describe('inviting a colleague of another agency', () => {
  test('begins with the address, goes by an entry, and ends with both in the list', async () => {
    const answer = await post(ruth, '/api/people', { email: ' Cleo.Vane@Example.org ' })
    const { user } = foundPersonSchema.parse(await answer.json())
    expect(user).toEqual({ id: cleo.user, name: 'Cleo Vane', role: 'midwife', agency: cleo.agency })
    expect(await pulls(cleo)).toEqual({ result: 'unknown-assessment' })
    expect((await pushed(ruth, [invitation(ruth, user)])).results).toMatchObject([{ result: 'stored' }])
    expect(await pulls(cleo)).toMatchObject({ result: 'page', entries: [{ seq: 1 }, { seq: 2 }] })
    const members = membersSchema.parse(await (await get(cleo, '/api/assessments/a1/members')).json())
    expect(members.owner).toBe(ruth.user)
    expect(members.members.find((each) => each.user === cleo.user)).toMatchObject({
      invitedBy: ruth.user,
      purpose: 'treatment-and-care',
      lawfulBasis: 'public-task-care',
    })
    expect(members.people.map(({ name, agency }) => [name, agency.name])).toEqual([
      ['Cleo Vane', 'Southfield Drug Service'],
      ['Ruth Abara', 'Northgate Midwives'],
    ])
  })

  test('an address that nobody has is not found, and so is one whose account has ended', async () => {
    expect(await told(await post(ruth, '/api/people', { email: 'nobody@example.org' }))).toEqual([
      404,
      { problem: 'not-found' },
    ])
    expect((await serverLines()).map(({ who, what }) => [who, what])).toEqual([[ruth.user, 'looked-up-person']])
  })

  test('is no way to try addresses: after thirty in a quarter of an hour one waits', async () => {
    for (let n = 0; n < 30; n++) await post(ruth, '/api/people', { email: `n${n}@example.org` })
    const answer = await post(ruth, '/api/people', { email: cleo.email })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '900'])
    expect((await post(bo, '/api/people', { email: cleo.email })).status).toBe(200)
  })

  test('the people of one’s own agency are listed, and nobody else’s', async () => {
    const names = async (by: Somebody) =>
      agencyPeopleSchema.parse(await (await get(by, '/api/agency/people')).json()).people.map(({ name }) => name)
    expect(await names(ruth)).toEqual(['Bo Lind', 'Ruth Abara'])
    expect(await names(cleo)).toEqual(['Cleo Vane'])
  })
})

describe('who looked', () => {
  test('is shown to members with names: opened, exported, refused', async () => {
    await pulls(ruth)
    await pulls(ruth)
    await post(ruth, '/api/assessments/a1/audit', { what: 'exported', id: 'x1' })
    await pulls(cleo)
    await get(cleo, '/api/assessments/a1/looked')
    const looked = lookedSchema.parse(await (await get(ruth, '/api/assessments/a1/looked')).json())
    const name = (id: string | null) => looked.people.find((each) => each.id === id)?.name
    expect(looked.lines.map((line) => [line.number, name(line.who), line.what])).toEqual([
      [4, 'Cleo Vane', 'refused'],
      [3, 'Cleo Vane', 'refused'],
      [2, 'Ruth Abara', 'exported'],
      [1, 'Ruth Abara', 'opened'],
    ])
    const below = await (await get(ruth, '/api/assessments/a1/looked?before=3')).json()
    expect(lookedSchema.parse(below).lines.map(({ number }) => number)).toEqual([2, 1])
    expect(await told(await get(ruth, '/api/assessments/a1/looked?before=all'))).toEqual([
      400,
      { problem: 'not-readable' },
    ])
  })

  test('notes opening again in a new session, and on the next day', async () => {
    await pulls(ruth)
    ruth.token = await aSession(api.parts, ruth)
    await pulls(ruth)
    api.parts.passes(20 * 60 * 60 * 1000)
    await pulls(ruth)
    const looked = lookedSchema.parse(await (await get(ruth, '/api/assessments/a1/looked')).json())
    expect(looked.lines.map(({ what }) => what)).toEqual(['opened', 'opened', 'opened'])
  })

  test('of what is not there is kept without its id, and a sign-in that failed without a name', async () => {
    await pulls(cleo, 'no such record')
    const shown = { email: ruth.email, password: 'not this one', code: '000000', device: { id: 'd', name: '' } }
    await api.ask('POST', '/api/sign-in', { body: shown })
    const lines = await serverLines()
    expect(lines.map(({ who, what }) => [who, what])).toEqual([
      [cleo.user, 'refused'],
      [null, 'sign-in-refused'],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/no such record|example\.org|Ruth|Cleo/)
  })

  test('is noted before anything is given: when it cannot be noted, nothing is', async () => {
    const { store, keeping, tasks, auditing, hub } = api
    const audit = { ...api.audit, opened: () => Promise.reject(new Error('no audit')) }
    const other = anApi({ store, keeping, tasks, auditing, hub, audit, accounts: api.parts })
    const answer = await other.ask('POST', '/api/pull', { as: ruth.token, body: { assessment: 'a1', after: null } })
    expect(await told(answer)).toEqual([500, { problem: 'server-trouble' }])
  })
})

describe('breaking the glass', () => {
  const REASON = 'Child at the emergency department, nobody can be reached'

  test('opens the record at once, and its owner is told with the name and the reason until they have seen it', async () => {
    const broken = await told(await post(cleo, '/api/break-glass', { assessment: 'a1', reason: `  ${REASON} ` }))
    expect(broken).toEqual([200, { until: new Date(api.parts.now() + 4 * 60 * 60 * 1000).toISOString() }])
    expect(await pulls(cleo)).toMatchObject({ result: 'page' })
    expect(api.events.map(([event]) => event)).toContain('broke-glass')
    expect(JSON.stringify(api.events)).not.toContain('emergency')
    const { notices, people } = noticesSchema.parse(await (await get(ruth, '/api/notices')).json())
    expect(notices).toMatchObject([{ what: 'broke-glass', assessment: 'a1', who: cleo.user, reason: REASON }])
    expect(people.map(({ name }) => name)).toEqual(['Cleo Vane'])
    expect((await post(ruth, `/api/notices/${notices[0]?.id}/seen`)).status).toBe(200)
    expect(await told(await get(ruth, '/api/notices'))).toEqual([200, { notices: [], people: [] }])
    api.parts.passes(4 * 60 * 60 * 1000)
    expect(await pulls(cleo)).toEqual({ result: 'unknown-assessment' })
  })

  test('asks for a reason that says something', async () => {
    for (const reason of ['', 'urgent', '                         urgent']) {
      expect((await post(cleo, '/api/break-glass', { assessment: 'a1', reason })).status).toBe(400)
    }
    expect(await pulls(cleo)).toEqual({ result: 'unknown-assessment' })
  })

  test('of an id that is not there answers as everything that is not there, and is no way to try ids', async () => {
    const wrong = await post(cleo, '/api/break-glass', { assessment: 'a9', reason: REASON })
    const nothing = await get(cleo, '/api/nothing')
    expect([wrong.status, await wrong.text(), [...wrong.headers]]).toEqual([
      nothing.status,
      await nothing.text(),
      [...nothing.headers],
    ])
    for (let n = 0; n < 19; n++) await post(cleo, '/api/break-glass', { assessment: `a${n + 10}`, reason: REASON })
    expect((await post(cleo, '/api/break-glass', { assessment: 'a1', reason: REASON })).status).toBe(429)
  })
})

test('what was kept apart is looked at by the owner and taken in, and whoever is connected is told', async () => {
  await api.keeping.admit('a1', bo.user)
  await api.keeping.endMembership('a1', bo.user)
  await pushed(bo, [text(bo.by, { id: 'late' })])
  const { entries, people } = quarantineSchema.parse(await (await get(ruth, '/api/assessments/a1/quarantine')).json())
  expect([entries.map(({ entry, by }) => [entry, by]), people.map(({ name }) => name)]).toEqual([
    [['late', bo.user]],
    ['Bo Lind'],
  ])
  const heads: number[] = []
  const signedIn = await who(api.parts, ruth.token)
  if (!signedIn) throw new Error('nobody is signed in')
  api.hub.join(signedIn, { tell: ({ head }) => heads.push(head), end: () => {} })
  const decided = await post(ruth, `/api/quarantine/${entries[0]?.id}`, {
    decision: 'take-in',
    reason: 'she was there',
  })
  expect(await told(decided)).toEqual([200, { result: 'taken-in', seq: 2 }])
  await expect.poll(() => heads, { timeout: 20_000 }).toContain(2)
  expect(await pulls(ruth)).toMatchObject({ entries: [{ seq: 1 }, { seq: 2, text: text(bo.by, { id: 'late' }) }] })
  expect(await verifyAudit(api.tasks, api.auditing.signer)).toMatchObject({ faults: [] })
})
