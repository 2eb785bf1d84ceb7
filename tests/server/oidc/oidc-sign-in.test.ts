import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Agency } from '../../../src/server/accounts/agencies.ts'
import { setProvider } from '../../../src/server/accounts/identity-providers.ts'
import { invite } from '../../../src/server/accounts/invitations.ts'
import { Unavailable } from '../../../src/server/accounts/task.ts'
import { anAgency, aPerson, aSession } from '../accounts/accounts-builders.ts'
import { type Api, anApi, HOST, tokenIn, told } from '../routes/an-api.ts'
import { aProvider, CLIENT, type TestProvider, throughProvider } from './a-provider.ts'

const FAILED = '/#sign-in=not-recognised'
const AWAY = '/service/sign-in#sign-in=unavailable'
/** Nothing is known of whoever comes back like that: not even where they began. */
const LOST = '/service/sign-in#sign-in=not-recognised'
const RUTHS = 'the-subject-of-ruth'
let northgate: TestProvider
let elsewhere: TestProvider
beforeAll(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
  const back = `${HOST}/api/oidc/callback`
  ;[northgate, elsewhere] = [await aProvider(back), await aProvider(back)]
})
afterAll(async () => {
  await Promise.all([northgate.close(), elsewhere.close()])
})

let api: Api
let ours: Agency
let theirs: Agency
beforeEach(async () => {
  api = anApi()
  ours = await anAgency(api.parts, 'Northgate')
  theirs = await anAgency(api.parts, 'Elsewhere')
  await api.parts.db.run(() => setProvider({ agency: ours.id, issuer: northgate.issuer, ...CLIENT }))
  await api.parts.db.run(() => setProvider({ agency: theirs.id, issuer: elsewhere.issuer, ...CLIENT }))
  northgate.becomes(RUTHS)
  elsewhere.becomes(RUTHS)
})

/** Leaves for the provider. `cookie` is what the browser holds since. */
async function leaving(agency = ours, more = '') {
  const answer = await api.ask('GET', `/api/oidc/start?agency=${agency.id}&device=phone&deviceName=work${more}`)
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { answer, to: answer.headers.get('location') ?? '', cookie }
}
/** Comes back; an address of Linnet's, in a browser with these cookies. */
const comingBack = (url: string, cookie: string) =>
  api.ask('GET', url.slice(HOST.length), { headers: { cookie, 'sec-fetch-site': 'cross-site' } })
async function through(agency = ours, provider = northgate, more = '') {
  const left = await leaving(agency, more)
  return { url: await throughProvider(left.to, provider), cookie: left.cookie }
}
const anInvitation = async (agency = ours, email = 'ruth.abara@example.org') => {
  const given = { agency: agency.id, email, role: 'midwife', access: 'practitioner' as const, by: null }
  return (await api.parts.db.run(() => invite(api.parts, given))).token
}
/** Ruth has followed her invitation to her agency's provider. */
async function ruthIsBound(): Promise<string> {
  const { url, cookie } = await through(ours, northgate, `&invitation=${await anInvitation()}`)
  const token = tokenIn(await comingBack(url, cookie))
  const { user } = await sessionOf(token)
  return user.id
}
const sessionOf = async (token: string) =>
  (await (await api.ask('GET', '/api/session', { as: token })).json()) as { user: { id: string }; device: string }
async function expectRefused(answer: Promise<Response> | Response, where = FAILED) {
  const { status, headers } = await answer
  expect([status, headers.get('location')]).toEqual([302, where])
  expect(headers.get('set-cookie') ?? '').not.toMatch(/__Host-linnet=\w/)
}

describe('signing in with the provider of the agency', () => {
  test('leaves with a code challenge, a state and a nonce, and a cookie for the way back', async () => {
    const { answer, to } = await leaving()
    const { origin, searchParams } = new URL(to)
    expect([answer.status, origin, answer.headers.get('set-cookie')]).toEqual([
      302,
      northgate.issuer,
      expect.stringMatching(
        /^__Host-linnet-departure=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ])
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'linnet',
      redirect_uri: `${HOST}/api/oidc/callback`,
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  test('comes back with a session, to where it began; the first time by an invitation', async () => {
    const user = await ruthIsBound()
    const { url, cookie } = await through(ours, northgate, '&to=/a/3f9c%3Fstep%3DSAF')
    const answer = await comingBack(url, cookie)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/a/3f9c?step=SAF'])
    expect(answer.headers.getSetCookie().join()).toMatch(/__Host-linnet=[\w-]{43};.*HttpOnly; Secure; SameSite=Strict/)
    expect(await sessionOf(tokenIn(answer))).toMatchObject({
      user: { id: user, name: 'Ruth Abara', role: 'midwife', agency: { name: 'Northgate' } },
      device: 'phone',
      deviceName: 'work',
    })
  })

  test('ends the session that the browser had, though its cookie does not come along on the way back', async () => {
    await ruthIsBound()
    const another = await aSession(api.parts, await aPerson(api.parts, ours, { name: 'Bo Lind' }))
    const start = `/api/oidc/start?agency=${ours.id}&device=phone`
    const left = await api.ask('GET', start, { as: another })
    const cookie = (left.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const url = await throughProvider(left.headers.get('location') ?? '', northgate)
    expect((await api.ask('GET', '/api/session', { as: another })).status).toBe(200)
    expect((await comingBack(url, cookie)).status).toBe(302)
    expect((await api.ask('GET', '/api/session', { as: another })).status).toBe(401)
  })

  test('opens the account that a password opens too, when its holder is invited to it', async () => {
    const ruth = await aPerson(api.parts, ours)
    expect(await ruthIsBound()).toBe(ruth.user)
  })

  test.each(['//elsewhere.example.org', '/\\elsewhere.example.org', 'https://elsewhere.example.org', 'a', '/a/..//b'])(
    'goes back to the first page, not to %j',
    async (to) => {
      await ruthIsBound()
      const { url, cookie } = await through(ours, northgate, `&to=${encodeURIComponent(to)}`)
      expect((await comingBack(url, cookie)).headers.get('location')).toBe('/')
    },
  )
})

describe('whoever comes back', () => {
  test('and is nobody’s identity is not recognised, whatever address the provider gives them', async () => {
    await aPerson(api.parts, ours)
    const { url, cookie } = await through()
    await expectRefused(comingBack(url, cookie))
  })

  test('a second time is not recognised', async () => {
    await ruthIsBound()
    const { url, cookie } = await through()
    expect((await comingBack(url, cookie)).headers.get('location')).toBe('/')
    await expectRefused(comingBack(url, cookie), LOST)
  })

  test('without a state, with another, or after ten minutes is not recognised', async () => {
    await ruthIsBound()
    const { url, cookie } = await through()
    const without = new URL(url)
    without.searchParams.delete('state')
    await expectRefused(comingBack(without.href, cookie), LOST)
    const other = new URL(url)
    other.searchParams.set('state', 'x'.repeat(43))
    await expectRefused(comingBack(other.href, cookie), LOST)
    api.parts.passes(10 * 60_000)
    await expectRefused(comingBack(url, cookie), LOST)
  })

  test('in another browser is not recognised: nobody is signed in as somebody else by a link', async () => {
    await ruthIsBound()
    const { url } = await through()
    await expectRefused(comingBack(url, ''), LOST)
    await expectRefused(comingBack(url, (await leaving()).cookie), LOST)
  })

  test('with the code of another departure is not recognised', async () => {
    await ruthIsBound()
    const [one, other] = [await through(), await through()]
    const mixed = new URL(one.url)
    mixed.searchParams.set('code', new URL(other.url).searchParams.get('code') ?? '')
    await expectRefused(comingBack(mixed.href, one.cookie))
  })

  test('with the wrong nonce is not recognised', async () => {
    await ruthIsBound()
    const { to, cookie } = await leaving()
    const tampered = new URL(to)
    tampered.searchParams.set('nonce', 'x'.repeat(43))
    await expectRefused(comingBack(await throughProvider(tampered.href, northgate), cookie))
  })

  test('from the provider of another agency is not recognised, even under the same subject', async () => {
    await ruthIsBound()
    const { to, cookie } = await leaving()
    const astray = new URL(to)
    const url = await throughProvider(`${elsewhere.issuer}${astray.pathname}${astray.search}`, elsewhere)
    await expectRefused(comingBack(url, cookie))
    const their = await through(theirs, elsewhere)
    await expectRefused(comingBack(their.url, their.cookie))
  })

  test('to another agency that has the same provider is not recognised: an identity is of one agency’s user', async () => {
    await ruthIsBound()
    await api.parts.db.run(() => setProvider({ agency: theirs.id, issuer: northgate.issuer, ...CLIENT }))
    const { url, cookie } = await through(theirs, northgate)
    await expectRefused(comingBack(url, cookie))
  })

  test('with an error of the provider is not recognised', async () => {
    const { to, cookie } = await leaving()
    const state = new URL(to).searchParams.get('state')
    const iss = encodeURIComponent(northgate.issuer)
    await expectRefused(comingBack(`${HOST}/api/oidc/callback?error=access_denied&state=${state}&iss=${iss}`, cookie))
  })
})

describe('an invitation', () => {
  test('is used once', async () => {
    const invitation = await anInvitation()
    const [one, other] = [
      await through(ours, northgate, `&invitation=${invitation}`),
      await through(ours, northgate, `&invitation=${invitation}`),
    ]
    expect(tokenIn(await comingBack(one.url, one.cookie))).not.toBe('')
    await expectRefused(comingBack(other.url, other.cookie))
  })

  test('of another agency binds nobody', async () => {
    const { url, cookie } = await through(ours, northgate, `&invitation=${await anInvitation(theirs)}`)
    await expectRefused(comingBack(url, cookie))
  })

  test('of somebody else is not for an identity that has an account', async () => {
    await ruthIsBound()
    const other = await anInvitation(ours, 'bo@example.org')
    const { url, cookie } = await through(ours, northgate, `&invitation=${other}`)
    await expectRefused(comingBack(url, cookie))
  })
})

describe('nobody is sent to a provider, and the page from which they left says why, when', () => {
  test('it is away', async () => {
    await api.parts.db.run(() => setProvider({ agency: ours.id, issuer: 'http://localhost:1', ...CLIENT }))
    await expectRefused((await leaving(ours, '&to=/service/sign-in%23sign-in=done')).answer, AWAY)
    expect(api.events).toEqual([['sign-in-refused', { by: 'provider', why: 'unavailable' }]])
  })

  test('it was well a few minutes ago, and is away now', async () => {
    const closing = await aProvider(`${HOST}/api/oidc/callback`)
    await api.parts.db.run(() => setProvider({ agency: ours.id, issuer: closing.issuer, ...CLIENT }))
    expect((await leaving()).to).toContain(closing.issuer)
    await closing.close()
    const later = Date.now() + 2 * 60_000
    const now = vi.spyOn(Date, 'now').mockImplementation(() => later)
    const { answer } = await leaving(ours, '&to=/service/sign-in')
    now.mockRestore()
    await expectRefused(answer, AWAY)
  })

  test('the agency has none any more, or never had one', async () => {
    const agency = await anAgency(api.parts, 'Southgate')
    await expectRefused((await leaving(agency, '&to=/service/sign-in')).answer, '/service/sign-in#sign-in=not-found')
  })

  test('there were too many tries from this address', async () => {
    for (let n = 0; n < 50; n++) await api.ask('GET', `/api/oidc/start?agency=none&device=phone`)
    await expectRefused((await leaving(ours, '&to=/service/sign-in')).answer, '/service/sign-in#sign-in=too-many')
  })
})

test('the database is away: both ways lead back to the page for signing in', async () => {
  const { url, cookie } = await through()
  const trouble = '/service/sign-in#sign-in=server-trouble'
  for (const fault of [new Unavailable(), new Error('a fault')]) {
    vi.spyOn(api.parts.db, 'run').mockRejectedValue(fault)
    await expectRefused((await leaving()).answer, trouble)
    await expectRefused(comingBack(url, cookie), trouble)
    expect((await api.ask('GET', '/api/oidc/agencies')).headers.get('location')).toBeNull()
  }
  expect(api.events.map(([event]) => event)).toEqual(Array(3).fill('request-failed'))
})

test('the provider is told to ask anew who it is, when that is wished for', async () => {
  const asked = async (more: string) => new URL((await leaving(ours, more)).to).searchParams.get('prompt')
  expect([await asked(''), await asked('&anew=yes')]).toEqual([null, 'login'])
})

describe('anybody can ask which agencies have a provider', () => {
  const asking = () => api.ask('GET', '/api/oidc/agencies')

  test('and is told their names, and no others', async () => {
    await anAgency(api.parts, 'Southgate')
    expect(await told(await asking())).toEqual([
      200,
      {
        agencies: [
          { id: theirs.id, name: 'Elsewhere' },
          { id: ours.id, name: 'Northgate' },
        ],
      },
    ])
  })

  test('but not without end; and asking takes away none of the tries to sign in', async () => {
    for (let n = 0; n < 300; n++) await asking()
    const answer = await asking()
    expect([await told(answer), Number(answer.headers.get('retry-after'))]).toEqual([
      [429, { problem: 'too-many' }],
      15 * 60,
    ])
    expect((await leaving()).to).toContain(northgate.issuer)
  })
})

test('an invitation tells whether its agency has a provider', async () => {
  const provider = async (agency: Agency) => {
    const answer = await api.ask('GET', `/api/invitations/${await anInvitation(agency)}`)
    return ((await answer.json()) as { provider: boolean }).provider
  }
  expect([await provider(ours), await provider(await anAgency(api.parts, 'Southgate'))]).toEqual([true, false])
})

test('nothing of an identity, a state, a code or an invitation is in the log', async () => {
  const invitation = await anInvitation()
  const { url, cookie } = await through(ours, northgate, `&invitation=${invitation}`)
  await comingBack(url, cookie)
  await leaving(ours, `&invitation=${await anInvitation()}&device=`)
  const log = JSON.stringify(api.events)
  for (const secret of [RUTHS, 'ruth', 'Ruth', invitation, ...new URL(url).searchParams.values()])
    expect(log).not.toContain(secret)
})
