import { beforeEach, expect, test } from 'vitest'
import { invite } from '../../../src/server/accounts/invitations.ts'
import { sessionSchema } from '../../../src/sync/api.ts'
import { TestPasskey } from '../accounts/a-passkey.ts'
import { anAgency, PASSWORD } from '../accounts/accounts-builders.ts'
import { type Api, anApi, HOST, tokenIn, told } from './an-api.ts'

const DEVICE = { id: 'phone', name: 'work phone' }
const EMAIL = 'ruth@example.org'
let api: Api
let key: TestPasskey
beforeEach(() => {
  api = anApi()
  key = new TestPasskey(HOST)
})

async function anInvitation(): Promise<string> {
  const agency = await anAgency(api.parts, 'Northgate Midwives')
  const given = { agency: agency.id, email: EMAIL, role: 'midwife', access: 'practitioner' as const, by: null }
  return `/api/invitations/${(await api.parts.db.run(() => invite(api.parts, given))).token}`
}
async function asked(path: string): Promise<{ challenge: string }> {
  const answer = await api.ask('POST', path, { body: {} })
  return ((await answer.json()) as { options: { challenge: string } }).options
}
async function withAccount(): Promise<void> {
  const path = await anInvitation()
  const body = { name: 'Ruth Abara', password: PASSWORD, passkey: key.make(await asked(`${path}/passkey`)) }
  expect(await told(await api.ask('POST', path, { body }))).toEqual([200, {}])
}
const signIn = (passkey: object, over = {}) =>
  api.ask('POST', '/api/sign-in', { body: { email: EMAIL, password: PASSWORD, passkey, device: DEVICE, ...over } })

test('from an invitation to a session with a passkey, and to a new password', async () => {
  await withAccount()
  const signed = await signIn(key.use(await asked('/api/sign-in/passkey')))
  expect(sessionSchema.parse(await signed.json()).user.name).toBe('Ruth Abara')
  const passkey = key.use(await asked('/api/sign-in/passkey'))
  const body = { current: PASSWORD, password: 'a new and longer one', passkey }
  expect((await api.ask('POST', '/api/password', { as: tokenIn(signed), body })).status).toBe(200)
})

test('what a browser adds of its own does no harm, and what is no passkey is not readable', async () => {
  await withAccount()
  const used = key.use(await asked('/api/sign-in/passkey'))
  const more = { ...used, authenticatorAttachment: 'platform', clientExtensionResults: { credProps: {} } }
  expect((await signIn(more)).status).toBe(200)
  for (const passkey of [{}, { ...used, id: 'not base64url!' }, { ...used, type: 'password' }]) {
    expect(await told(await signIn(passkey))).toEqual([400, { problem: 'not-readable' }])
  }
})

test('beside a password there is either a code or a passkey', async () => {
  await withAccount()
  const used = key.use(await asked('/api/sign-in/passkey'))
  expect((await signIn(used, { code: '123456' })).status).toBe(400)
  const body = { email: EMAIL, password: PASSWORD, device: DEVICE }
  expect((await api.ask('POST', '/api/sign-in', { body })).status).toBe(400)
})

test('an account that is not there, and a passkey that is not its own, get one answer to the byte', async () => {
  await withAccount()
  const answers = []
  for (const [passkey, over] of [
    [key, { email: 'nobody@example.org' }],
    [key, { password: 'a wrong password' }],
    [new TestPasskey(HOST), {}],
  ] as const) {
    const answer = await signIn(passkey.use(await asked('/api/sign-in/passkey')), over)
    answers.push([answer.status, await answer.text(), [...answer.headers]])
  }
  expect(answers[0]?.slice(0, 2)).toEqual([401, '{"problem":"not-recognised"}'])
  expect([answers[1], answers[2]]).toEqual([answers[0], answers[0]])
})

test('behind a proxy a passkey is of the address at which browsers reach the server', async () => {
  api = anApi({ origin: 'https://linnet.example.org' })
  key = new TestPasskey('https://linnet.example.org')
  await withAccount()
  expect((await signIn(key.use(await asked('/api/sign-in/passkey')))).status).toBe(200)
})

test('so many are asked for from one address, and no more', async () => {
  for (let n = 0; n < 300; n++) await asked('/api/sign-in/passkey')
  const answer = await api.ask('POST', '/api/sign-in/passkey', { body: {} })
  expect([answer.headers.get('retry-after'), await told(answer)]).toEqual(['900', [429, { problem: 'too-many' }]])
})

test('nothing of a passkey is written to the log', async () => {
  await withAccount()
  const used = key.use(await asked('/api/sign-in/passkey'))
  await signIn(used)
  expect(api.events.map(([event]) => event)).toEqual(['invitation-used', 'signed-in'])
  for (const secret of [used.id, used.response.signature, EMAIL])
    expect(JSON.stringify(api.events)).not.toContain(secret)
})
