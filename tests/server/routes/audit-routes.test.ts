import { beforeEach, expect, test } from 'vitest'
import { verifyAudit } from '../../../src/server/audit/verify.ts'
import { type AuditWhat, auditSchema } from '../../../src/sync/api.ts'
import { aPerson, aSession, type Person, who } from '../accounts/accounts-builders.ts'
import { text } from '../records/records-builders.ts'
import { type Api, anApi, ruthsSession, told } from './an-api.ts'

const author = (id: string, name: string) => ({ id, name, role: 'midwife', agency: 'Northgate' })
let api: Api
let ruth: Person
let token: string
let bo: Person
let bos: string
beforeEach(async () => {
  api = anApi()
  ;({ ruth, token } = await ruthsSession(api))
  bo = await aPerson(api.parts, ruth.agency, { name: 'Bo Lind' })
  bos = await aSession(api.parts, bo)
  await api.ask('POST', '/api/authors', { as: token, body: author('author-1', 'Ruth Abara') })
  await api.ask('POST', '/api/authors', { as: bos, body: author('author-2', 'Bo Lind') })
  await pushing(token, author('author-1', 'Ruth Abara'), 'e1', ['a1'])
  return () => api.hub.close()
})
const pushing = (as: string, by: ReturnType<typeof author>, id: string, begin: string[] = []) =>
  api.ask('POST', '/api/push', {
    as,
    body: { begin, entries: [text({ user: '', device: 'd', authors: [by] }, { id })] },
  })
const pulling = (as: string, after: string | null = null) =>
  api.ask('POST', '/api/pull', { as, body: { assessment: 'a1', after } })
async function audited(): Promise<[string | null, string][]> {
  const answer = await api.ask('POST', '/api/audit/list', { as: token, body: { assessment: 'a1' } })
  return auditSchema.parse(await answer.json()).rows.map(({ name, what }) => [name, what])
}

test('members see who was given the record, who was refused, and whose sending was kept apart', async () => {
  const bosEntry = () => pushing(bos, author('author-2', 'Bo Lind'), 'e2')
  await pulling(bos)
  await pulling(bos)
  await bosEntry()
  await api.keeping.admit('a1', bo.user)
  const { cursor } = (await (await pulling(bos)).json()) as { cursor: string }
  await pulling(bos, cursor)
  await api.keeping.revokeDevice((await who(api.parts, bos))?.session.device ?? '')
  await bosEntry()
  expect(await audited()).toEqual([
    ['Bo Lind', 'kept-apart'],
    ['Bo Lind', 'read'],
    ['Bo Lind', 'refused'],
  ])
  expect(await verifyAudit(api.parts.db, [])).toEqual({ chains: 1, faults: [] })
})

test.each([
  ['asks for it', () => pulling(bos)],
  ['sends to it', () => pushing(bos, author('author-2', 'Bo Lind'), 'e2')],
  ['begins it anew', () => pushing(bos, author('author-2', 'Bo Lind'), 'e2', ['a1'])],
])('somebody who is no member and %s is in the audit, and learns nothing by it', async (_, trying) => {
  expect((await trying()).status).toBe(200)
  expect(await audited()).toEqual([['Bo Lind', 'refused']])
})

test('the app says what only it can know: that a member opened or exported the record', async () => {
  const saying = (as: string, what: AuditWhat) =>
    api.ask('POST', '/api/audit', { as, body: { assessment: 'a1', what } })
  expect(await told(await saying(token, 'opened'))).toEqual([200, {}])
  expect(await told(await saying(token, 'exported'))).toEqual([200, {}])
  expect(await told(await saying(token, 'read'))).toEqual([400, { problem: 'not-readable' }])
  expect(await told(await saying(bos, 'opened'))).toEqual([404, { problem: 'not-found' }])
  expect(await audited()).toEqual([
    ['Ruth Abara', 'exported'],
    ['Ruth Abara', 'opened'],
  ])
})

test('nobody is given anything when it cannot be remembered', async () => {
  const { parts, store, keeping, hub } = api
  let left = 1
  const fails = { run: (task: never) => (left-- > 0 ? parts.db.run(task) : Promise.reject(new Error('no audit'))) }
  const other = anApi({ store, keeping, hub, accounts: { ...parts, db: fails as typeof parts.db } })
  const answer = await other.ask('POST', '/api/pull', { as: token, body: { assessment: 'a1', after: null } })
  expect(await told(answer)).toEqual([500, { problem: 'server-trouble' }])
})
