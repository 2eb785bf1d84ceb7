import { describe, expect, it } from 'vitest'
import { accountClient } from '../../../src/app/account/account-client.ts'
import { askServer } from '../../../src/app/account/ask-server.ts'
import type { AccountProblem } from '../../../src/ui/account/account-ports.ts'
import { anAgency, aPerson, aSession, shownBy } from '../../server/accounts/accounts-builders.ts'
import { anApi, HOST } from '../../server/routes/an-api.ts'

/** A browser before the server itself: it keeps the cookie, and the client never sees it. */
function aBrowser(api: ReturnType<typeof anApi>, token?: string) {
  let cookie = token
  const ask = (async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (cookie) headers.set('cookie', `__Host-linnet=${cookie}`)
    const answer = await api.app.request(`${HOST}${path}`, { ...init, headers })
    const given = /__Host-linnet=([\w-]*)/.exec(answer.headers.get('set-cookie') ?? '')
    if (given) cookie = given[1]
    return answer
  }) as typeof fetch
  return accountClient(askServer(ask), HOST)
}

async function asRuth(access: 'practitioner' | 'administrator' = 'practitioner') {
  const api = anApi()
  const ruth = await aPerson(api.parts, await anAgency(api.parts, 'Northgate Midwives'), { access })
  return { api, ruth, client: aBrowser(api, await aSession(api.parts, ruth)) }
}

describe('the client, with the server itself', () => {
  it('signs in, knows the session, says as whom it recorded, and signs out', async () => {
    const { api, ruth } = await asRuth()
    const client = aBrowser(api)
    expect(await client.session()).toEqual({ ok: false, problem: 'signed-out' })
    const { address: _, ...shown } = shownBy(api.parts, ruth)
    const signed = await client.signIn({ ...shown, device: { id: 'device-1', name: 'phone' } })
    expect(signed).toMatchObject({ ok: true, body: { user: { id: ruth.user }, device: 'device-1' } })
    const author = { id: 'author-1', name: 'Ruth', role: 'Midwife', agency: 'Northgate' }
    expect(await client.nameAuthor(author)).toEqual({ ok: true })
    expect(await client.session()).toEqual(signed)
    expect(await client.signOut()).toEqual({ ok: true })
    expect(await client.session()).toEqual({ ok: false, problem: 'signed-out' })
  })

  it('hears that what the store recorded was sent by another account', async () => {
    const { api, client } = await asRuth()
    const author = { id: 'author-1', name: 'Ruth', role: 'Midwife', agency: 'Northgate' }
    await client.nameAuthor(author)
    const other = await aPerson(api.parts, await anAgency(api.parts, 'Harbour service'), { name: 'Tom Hill' })
    const client2 = aBrowser(api, await aSession(api.parts, other))
    expect(await client2.nameAuthor(author)).toEqual({ ok: false, problem: 'recorded-by-another' })
  })

  it('invites somebody as an administrator, whose link opens an account once', async () => {
    const { api, client } = await asRuth('administrator')
    const invited = await client.invite({ email: 'tom@harbour.example', role: 'Drug worker', access: 'practitioner' })
    expect(invited).toMatchObject({ ok: true, link: expect.stringMatching(/^http:\/\/localhost:8080\/invitation#/) })
    const token = invited.ok ? (invited.link.split('#')[1] ?? '') : ''
    const guest = aBrowser(api)
    const found = await guest.invitation(token)
    expect(found).toMatchObject({
      ok: true,
      invitation: { email: 'tom@harbour.example', role: 'Drug worker', agency: 'Northgate Midwives' },
    })
    const weak = await guest.accept(token, { name: 'Tom', password: 'short', code: '123456' })
    expect(weak).toEqual({ ok: false, problem: 'weak-password' })
    expect(await guest.invitation('never-made')).toEqual({ ok: false, problem: 'not-found' })
  })

  it('may not administer as a practitioner', async () => {
    const { client } = await asRuth()
    expect(await client.devices()).toEqual({ ok: false, problem: 'not-allowed' })
  })

  it('lists the devices of the agency, and revokes one', async () => {
    const { client } = await asRuth('administrator')
    const listed = await client.devices()
    const [device] = listed.ok ? listed.devices : []
    expect(device?.revoked).toBe(false)
    expect(await client.revoke(device?.id ?? '')).toEqual({ ok: true })
    expect(await client.revoke('never-seen')).toMatchObject({ ok: false })
  })
})

describe('what came is not from the server', () => {
  const answering = (text: string, init: ResponseInit) =>
    accountClient(askServer((async () => new Response(text, init)) as typeof fetch), HOST)
  const json = { 'content-type': 'application/json' }

  it.each<[string, string, ResponseInit, AccountProblem]>([
    ['the page of a public network', '<html>Sign in</html>', { headers: { 'content-type': 'text/html' } }, 'not-ours'],
    ['half an answer', '{"user": {"id"', { headers: json }, 'trouble'],
    ['another shape', '{"hello": 1}', { headers: json }, 'trouble'],
    ['a code of a later version', '{"problem": "moon-phase"}', { status: 418, headers: json }, 'trouble'],
    ['a server that is down', 'Bad gateway', { status: 502 }, 'trouble'],
  ])('%s is never taken for a session', async (_, text, init, problem) => {
    expect(await answering(text, init).session()).toMatchObject({ ok: false, problem })
  })

  it('nothing at all is no answer', async () => {
    const broken = (async () => {
      throw new TypeError('Failed to fetch')
    }) as typeof fetch
    expect(await accountClient(askServer(broken), HOST).session()).toMatchObject({ ok: false, problem: 'no-answer' })
  })

  it('tells how long to wait', async () => {
    const client = answering('{"problem": "too-many"}', { status: 429, headers: { ...json, 'retry-after': '200' } })
    const answer = await client.signIn({ email: 'a@b', password: 'x', code: '123456', device: { id: 'd', name: 'n' } })
    expect(answer).toEqual({ ok: false, problem: 'too-many', waitMinutes: 4 })
  })
})
