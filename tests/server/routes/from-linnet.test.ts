import { beforeEach, describe, expect, test } from 'vitest'
import { SECURITY_HEADERS } from '../../../src/server/security-headers.ts'
import { type Api, anApi, HOST, told } from './an-api.ts'

const REFUSED = [403, { problem: 'not-from-linnet' }]
let api: Api
beforeEach(() => {
  api = anApi()
})
const signingOut = (headers: Record<string, string>) => api.ask('POST', '/api/sign-out', { headers })

describe('what another site makes a browser send', () => {
  test('is refused without the header that a form cannot set', async () => {
    const bare = (headers: Record<string, string>) =>
      api.app.request(`${HOST}/api/sign-out`, { method: 'POST', headers })
    expect(await told(await bare({}))).toEqual(REFUSED)
    expect(await told(await bare({ 'x-linnet': '0' }))).toEqual(REFUSED)
    expect((await bare({ 'x-linnet': '1' })).status).toBe(200)
  })

  test.each([
    { origin: 'https://elsewhere.example.org' },
    { origin: 'http://localhost:8081' },
    { origin: 'null' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: HOST, 'sec-fetch-site': 'cross-site' },
  ])('is refused with %j', async (headers) => {
    expect(await told(await signingOut(headers))).toEqual(REFUSED)
  })

  test.each([{ origin: HOST }, { origin: HOST, 'sec-fetch-site': 'same-origin' }])(
    'is not what comes with %j',
    async (headers) => {
      expect((await signingOut(headers)).status).toBe(200)
    },
  )

  test('is measured by the address in public, where one is set', async () => {
    api = anApi({ origin: 'https://linnet.example.org' })
    expect((await signingOut({ origin: 'https://linnet.example.org' })).status).toBe(200)
    expect(await told(await signingOut({ origin: HOST }))).toEqual(REFUSED)
    expect(await told(await signingOut({ origin: 'http://linnet.example.org' }))).toEqual(REFUSED)
  })

  test('is refused on every path and by every method, before anything else is looked at', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      for (const path of ['/api/push', '/api/agency/invitations', '/api/none']) {
        const answer = await api.app.request(`${HOST}${path}`, { method })
        expect([method, path, await told(answer)]).toEqual([method, path, REFUSED])
      }
    }
  })
})

test('every answer is JSON, kept in no cache, with the security headers', async () => {
  const answers = [
    await api.ask('GET', '/api/session'),
    await api.ask('GET', '/api/none', { headers: { accept: 'text/html' } }),
    await api.ask('POST', '/api/sign-out'),
    await api.ask('POST', '/api/sign-in', { body: '{' }),
    await signingOut({ origin: 'https://elsewhere.example.org' }),
  ]
  for (const { headers } of answers) {
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['application/json', 'no-store'])
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name)).toBe(value)
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})
