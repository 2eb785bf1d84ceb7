import { gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { LIMITS } from '../../../src/sync/limits.ts'
import { mineResponseSchema, pullResponseSchema, pushResponseSchema } from '../../../src/sync/protocol.ts'
import { limitsTold } from '../../../src/sync/reading-seal.ts'
import { aPerson, aSession, type Person } from '../accounts/accounts-builders.ts'
import { hashOf, text } from '../records/records-builders.ts'
import { type Api, anApi, ruthsSession, told } from './an-api.ts'

const AUTHOR = { id: 'author-1', name: 'Ruth Abara', role: 'midwife', agency: 'Northgate' }
const by = { user: '', device: 'phone', authors: [AUTHOR] }
let api: Api
let ruth: Person
let token: string
beforeEach(async () => {
  api = anApi()
  ;({ ruth, token } = await ruthsSession(api))
})
const named = (as = token) => api.ask('POST', '/api/authors', { as, body: AUTHOR })
const pushing = (entries: readonly string[], { begin = ['a1'], as = token } = {}) =>
  api.ask('POST', '/api/push', { as, body: { begin, entries } })
const pulling = (as = token) => api.ask('POST', '/api/pull', { as, body: { assessment: 'a1', after: null } })

test('what was pushed is there for whoever pulls, by the texts of the wire', async () => {
  await named()
  const entry = text(by)
  const pushed = pushResponseSchema.parse(await (await pushing([entry])).json())
  expect(pushed.results).toMatchObject([{ result: 'stored', seq: 1, hash: hashOf(entry) }])
  const pulled = pullResponseSchema.parse(await (await pulling()).json())
  expect(pulled).toMatchObject({ result: 'page', entries: [{ seq: 1, text: entry }] })
  const mine = mineResponseSchema.parse(await (await api.ask('GET', '/api/assessments', { as: token })).json())
  expect(mine.assessments).toEqual([{ assessment: 'a1', head: 1 }])
})

test('the list of what is one’s own tells for how long it may be read without contact', async () => {
  const reading = { sealsAfterHours: 24, erasedAfterDays: 7 }
  const { parts } = api
  api = anApi({ accounts: parts, reading })
  const mine = await (await api.ask('GET', '/api/assessments', { as: token })).json()
  expect(limitsTold(mineResponseSchema.parse(mine).reading)).toEqual(reading)
  const before = mineResponseSchema.parse({ epoch: 'e', assessments: [] })
  expect(limitsTold(before.reading)).toBeNull()
  expect(mineResponseSchema.parse({ epoch: 'e', assessments: [], reading: 'broken' }).assessments).toEqual([])
})

test('what is pulled goes through a narrow line as gzip, where the device can read that', async () => {
  await named()
  await pushing([text(by)])
  const pulled = await api.ask('POST', '/api/pull', {
    as: token,
    body: { assessment: 'a1', after: null },
    headers: { 'accept-encoding': 'gzip' },
  })
  expect(pulled.headers.get('content-encoding')).toBe('gzip')
  const page = JSON.parse(gunzipSync(Buffer.from(await pulled.arrayBuffer())).toString()) as unknown
  expect(page).toEqual(await (await pulling()).json())
})

test('an entry is its author’s only: one that nobody has named, or another has, is not taken', async () => {
  const results = async (answer: Promise<Response>) =>
    pushResponseSchema.parse(await (await answer).json()).results.map((each) => each.result)
  expect(await results(pushing([text(by)]))).toEqual(['invalid'])
  await named()
  expect(await results(pushing([text(by)]))).toEqual(['stored'])
  const bo = await aSession(api.parts, await aPerson(api.parts, ruth.agency, { name: 'Bo Lind' }))
  expect((await named(bo)).status).toBe(409)
  expect(await results(pushing([text(by, { id: 'e2', assessment: 'a2' })], { begin: ['a2'], as: bo }))).toEqual([
    'invalid',
  ])
})

test('a revoked device is still heard, and what it sends is kept apart; it is shown nothing', async () => {
  await named()
  await pushing([text(by)])
  const [device] = ((await (await asAdministrator('GET', '/api/agency/devices')).json()) as Devices).devices
  expect(device).toMatchObject({ name: 'work phone', user: { id: ruth.user, name: 'Ruth Abara' }, revoked: false })
  expect((await asAdministrator('POST', '/api/agency/devices/revoke', { id: device?.id })).status).toBe(200)
  expect(await (await api.ask('GET', '/api/session', { as: token })).json()).toMatchObject({ revoked: true })
  expect(await (await pushing([text(by, { id: 'e2' })])).json()).toMatchObject({
    results: [{ result: 'quarantined', why: 'device-revoked' }],
  })
  expect(await told(await pulling())).toEqual([200, { result: 'unknown-assessment' }])
  expect(await (await api.ask('GET', '/api/assessments', { as: token })).json()).toMatchObject({ assessments: [] })
})

describe('a request over the limits', () => {
  const TOO_LARGE = [413, { problem: 'too-large' }]
  test.each([
    ['entries', { begin: [], entries: Array.from({ length: LIMITS.batchEntries + 1 }, () => '') }],
    ['beginnings', { begin: Array.from({ length: LIMITS.begins + 1 }, (_, n) => `a${n}`), entries: [] }],
    ['bytes', { begin: [], entries: Array.from({ length: 5 }, () => 'é'.repeat(LIMITS.batchBytes / 10 + 1)) }],
  ])('in %s is told so, that the device splits it', async (_, body) => {
    expect(await told(await api.ask('POST', '/api/push', { as: token, body }))).toEqual(TOO_LARGE)
  })

  test('is cut off, whatever it says of its length', async () => {
    const huge = '"'.repeat(3 * LIMITS.batchBytes)
    expect(await told(await api.ask('POST', '/api/push', { as: token, body: huge }))).toEqual(TOO_LARGE)
    const lies = { as: token, body: huge, headers: { 'content-length': '10' } }
    expect((await api.ask('POST', '/api/push', lies)).status).not.toBe(200)
    expect(await told(await api.ask('POST', '/api/pull', { as: token, body: 'x'.repeat(70_000) }))).toEqual(TOO_LARGE)
  })

  test('but not one of them is taken: the largest batch whose every character is escaped', async () => {
    const entries = Array.from({ length: 4 }, () => '"'.repeat(LIMITS.batchBytes / 4))
    const answer = await api.ask('POST', '/api/push', { as: token, body: { begin: [], entries } })
    expect(await answer.json()).toMatchObject({ results: entries.map(() => ({ result: 'invalid' })) })
  })
})

describe('a request that cannot be read', () => {
  test.each<[string, RequestInit]>([
    ['no body', {}],
    ['half a body', { body: '{"begin":[],"entr' }],
    ['another type', { body: '{"begin":[],"entries":[]}', headers: { 'content-type': 'text/plain' } }],
    ['a form', { body: 'begin=a1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['another shape', { body: '{"begin":"a1","entries":[]}' }],
    ['an entry that is no text', { body: '{"begin":[],"entries":[{}]}' }],
    ['an id that no store can hold', { body: '{"begin":["a\\u0000"],"entries":[]}' }],
    ['a list', { body: '[]' }],
    ['nothing in JSON', { body: 'null' }],
    ['brackets without end', { body: '['.repeat(100_000) }],
    ['bytes that are no text', { body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]) }],
  ])('is told so: %s', async (_, init) => {
    const answer = await api.app.request('http://localhost:8080/api/push', {
      method: 'POST',
      ...init,
      headers: {
        'x-linnet': '1',
        cookie: `__Host-linnet=${token}`,
        'content-type': 'application/json',
        ...(init.headers as object),
      },
    })
    expect(await told(answer)).toEqual([400, { problem: 'not-readable' }])
  })
})

test('a store that is away is told so, with a time to come back', async () => {
  const away = async () => ({ ok: false, reason: 'unavailable' }) as const
  const { store } = api
  const { parts } = api
  api = anApi({ accounts: parts, store: { ...store, push: away, pull: away, mine: away } })
  for (const answer of [await pushing([]), await pulling(), await api.ask('GET', '/api/assessments', { as: token })]) {
    expect([answer.headers.get('retry-after'), await told(answer)]).toEqual(['5', [503, { problem: 'unavailable' }]])
  }
})

interface Devices {
  devices: { id: string }[]
}
async function asAdministrator(method: string, path: string, body?: unknown): Promise<Response> {
  const given = { name: `Ada Min${++administrators}`, access: 'administrator' as const }
  const as = await aSession(api.parts, await aPerson(api.parts, ruth.agency, given), 'desk')
  const answer = await api.ask(method, path, { as, ...(body !== undefined && { body }) })
  if (method !== 'GET') return answer
  const all = (await answer.json()) as { devices: { user: { id: string } }[] }
  return Response.json({ devices: all.devices.filter((each) => each.user.id === ruth.user) })
}
let administrators = 0
