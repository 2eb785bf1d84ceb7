import { beforeEach, describe, expect, test } from 'vitest'
import { problemSchema, sessionSchema } from '../../../src/sync/api.ts'
import { aPerson, aSession, NEXT_CODE, PASSWORD, type Person, shownBy } from '../accounts/accounts-builders.ts'
import { type Api, anApi, ruthsSession, tokenIn, told } from './an-api.ts'

const DEVICE = { id: 'phone', name: 'work phone' }
let api: Api
let ruth: Person
let token: string
beforeEach(async () => {
  api = anApi()
  ;({ ruth, token } = await ruthsSession(api))
})
const signingIn = (over: object = {}) => {
  const { address: _, ...shown } = shownBy(api.parts, ruth)
  return api.ask('POST', '/api/sign-in', { body: { ...shown, device: DEVICE, ...over } })
}

describe('signing in', () => {
  test('gives a cookie that scripts, other sites and other hosts never see, and tells who it is', async () => {
    const answer = await signingIn()
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-linnet=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const body = sessionSchema.parse(await answer.json())
    expect(body.user).toMatchObject({ id: ruth.user, agency: { name: 'Northgate Midwives' } })
    expect(await told(await api.ask('GET', '/api/session', { as: tokenIn(answer) }))).toEqual([200, body])
  })

  test('is refused in one way for everything that is wrong', async () => {
    const wrong = [{ email: 'nobody@example.org' }, { password: 'a wrong password' }, { code: '000000' }]
    const answers = []
    for (const over of wrong) {
      const answer = await signingIn(over)
      answers.push([answer.status, await answer.text(), [...answer.headers]])
    }
    expect(answers[0]?.slice(0, 2)).toEqual([401, '{"problem":"not-recognised"}'])
    expect([answers[1], answers[2]]).toEqual([answers[0], answers[0]])
  })

  test('is refused after too many tries, with how long to wait, and nobody who is signed in notices', async () => {
    for (let n = 0; n < 10; n++) await signingIn({ password: 'a wrong password' })
    const answer = await signingIn()
    expect([answer.headers.get('retry-after'), await told(answer)]).toEqual(['900', [429, { problem: 'too-many' }]])
    const push = { begin: ['a1'], entries: [] }
    expect((await api.ask('POST', '/api/push', { as: token, body: push })).status).toBe(200)
  })

  test('counts by the address that our own proxy wrote, not by one that was sent along', async () => {
    api = anApi({ proxies: 1 })
    ;({ ruth } = await ruthsSession(api))
    const from = (address: string, n: number) => {
      const body = { email: `p${n}@example.org`, password: 'wrong', code: '000000', device: DEVICE }
      return api.ask('POST', '/api/sign-in', { body, headers: { 'x-forwarded-for': `10.0.0.${n}, ${address}` } })
    }
    for (let n = 0; n < 50; n++) await from('192.0.2.1', n)
    expect((await from('192.0.2.1', 50)).status).toBe(429)
    expect((await from('192.0.2.2', 51)).status).toBe(401)
  })

  test('anew ends the session of the cookie before', async () => {
    const { address: _, ...shown } = shownBy(api.parts, ruth)
    const answer = await api.ask('POST', '/api/sign-in', { as: token, body: { ...shown, device: DEVICE } })
    expect(tokenIn(answer)).not.toBe(token)
    expect((await api.ask('GET', '/api/session', { as: token })).status).toBe(401)
  })

  test('writes no address, name, password, code or token to the log', async () => {
    await signingIn({ password: 'a wrong password' })
    const secrets = [ruth.email, 'Ruth', PASSWORD, 'a wrong password', ruth.secret, tokenIn(await signingIn())]
    expect(api.events.map(([event]) => event)).toEqual(['sign-in-refused', 'signed-in'])
    for (const secret of secrets) expect(JSON.stringify(api.events)).not.toContain(secret)
  })
})

describe('a request that is meant to be of one session', () => {
  const as = (user: string, device: string) => ({ 'x-linnet-as': `${user} ${device}` })
  const pushing = (headers: Record<string, string>) =>
    api.ask('POST', '/api/push', { as: token, headers, body: { begin: ['a1'], entries: [] } })

  test('is done when it is of it', async () => {
    const body = sessionSchema.parse(await (await api.ask('GET', '/api/session', { as: token })).json())
    expect((await pushing(as(ruth.user, body.device))).status).toBe(200)
  })

  test('is refused as signed out when somebody else, or another store, has signed in meanwhile', async () => {
    const body = sessionSchema.parse(await (await api.ask('GET', '/api/session', { as: token })).json())
    for (const other of [as('somebody-else', body.device), as(ruth.user, 'another-store'), { 'x-linnet-as': '' }]) {
      expect(await told(await pushing(other))).toEqual([401, { problem: 'signed-out' }])
    }
    // Nothing began in the name of whoever the cookie is of.
    expect(await told(await api.ask('GET', '/api/assessments', { as: token }))).toMatchObject([
      200,
      { assessments: [] },
    ])
  })
})

describe('a session', () => {
  test('that is ended opens nothing any more; ending it twice is harmless', async () => {
    const out = await api.ask('POST', '/api/sign-out', { as: token })
    expect([out.headers.get('set-cookie'), await told(out)]).toEqual([
      expect.stringMatching(/^__Host-linnet=; Max-Age=0/),
      [200, {}],
    ])
    expect(await told(await api.ask('GET', '/api/session', { as: token }))).toEqual([401, { problem: 'signed-out' }])
    expect(await told(await api.ask('POST', '/api/sign-out', { as: token }))).toEqual([200, {}])
    expect(await told(await api.ask('POST', '/api/sign-out'))).toEqual([200, {}])
  })

  test('ends with a new password, but for the one who chose it', async () => {
    const { code } = shownBy(api.parts, ruth)
    const body = { current: PASSWORD, password: 'a new and longer one', code }
    const answer = await api.ask('POST', '/api/password', { as: token, body })
    expect(answer.status).toBe(200)
    expect((await api.ask('GET', '/api/session', { as: token })).status).toBe(401)
    expect((await api.ask('GET', '/api/session', { as: tokenIn(answer) })).status).toBe(200)
    api.parts.passes(NEXT_CODE)
    expect(await told(await signingIn())).toEqual([401, { problem: 'not-recognised' }])
  })

  test('does not take a short password', async () => {
    const body = { current: PASSWORD, password: 'short', code: shownBy(api.parts, ruth).code }
    expect(await told(await api.ask('POST', '/api/password', { as: token, body }))).toEqual([
      422,
      { problem: 'weak-password' },
    ])
  })

  test.each(['', 'x', '..', 'null', `${'x'.repeat(5000)}`])('is none with the cookie %j', async (as) => {
    expect(await told(await api.ask('GET', '/api/session', { as }))).toEqual([401, { problem: 'signed-out' }])
  })

  test('is none where the database is away: that is said, and nobody is signed out', async () => {
    const away = { run: () => Promise.reject(Object.assign(new Error('no'), { code: 'ECONNREFUSED' })) }
    api = anApi({ accounts: { ...api.parts, db: away } })
    const answer = await api.ask('GET', '/api/session', { as: token })
    expect([answer.headers.get('retry-after'), answer.headers.get('cache-control'), await told(answer)]).toEqual([
      '5',
      'no-store',
      [503, { problem: 'unavailable' }],
    ])
  })

  test('is none where Linnet has a fault, which is logged without what was given', async () => {
    const broken = { run: () => Promise.reject(new Error('near "Ruth Abara"')) }
    api = anApi({ accounts: { ...api.parts, db: broken } })
    expect(await told(await api.ask('GET', '/api/session', { as: token }))).toEqual([
      500,
      { problem: 'server-trouble' },
    ])
    expect(api.events).toMatchObject([['request-failed', { method: 'GET', name: 'Error' }]])
    expect(JSON.stringify(api.events)).not.toContain('Ruth')
  })
})

describe('an author', () => {
  const author = { id: 'author-1', name: 'Ruth Abara', role: 'midwife', agency: 'Northgate' }
  test('is taken once, and refused to another account', async () => {
    const other = await aSession(api.parts, await aPerson(api.parts, ruth.agency, { name: 'Bo Lind' }))
    expect(await told(await api.ask('POST', '/api/authors', { as: token, body: author }))).toEqual([200, {}])
    expect(await told(await api.ask('POST', '/api/authors', { as: token, body: author }))).toEqual([200, {}])
    expect(await told(await api.ask('POST', '/api/authors', { as: other, body: author }))).toEqual([
      409,
      { problem: 'author-taken' },
    ])
  })
  test.each([{ id: '' }, { id: 'x\u0000' }, { name: 'x\ud800' }, { role: 7 }])('is refused with %j', async (over) => {
    const answer = await api.ask('POST', '/api/authors', { as: token, body: { ...author, ...over } })
    expect(await told(answer)).toEqual([400, { problem: 'not-readable' }])
  })
})

test('every problem is of the shape of a problem', async () => {
  const answer = await api.ask('GET', '/api/none')
  expect([answer.status, problemSchema.parse(await answer.json())]).toEqual([404, { problem: 'not-found' }])
})
