import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountClient } from '../../../src/app/account/account-client.ts'
import { accountService } from '../../../src/app/account/account-service.ts'
import { askServer } from '../../../src/app/account/ask-server.ts'
import { acceptWithPasskey, hasPasskeys, signInWithPasskey } from '../../../src/app/account/passkeys.ts'
import { acceptInvitationSchema, signInSchema } from '../../../src/sync/api.ts'

const BESIDE = { email: 'asha@midwifery.example', password: 'a long password indeed', device: 'phone' }
const CHALLENGE = 'AAAAAAAAAAAAAAAAAAAAAA'
const BYTES = new Uint8Array([0, 0, 0]).buffer
const WRITTEN = 'AAAA'
const KEY = { id: WRITTEN, rawId: BYTES, type: 'public-key', getClientExtensionResults: () => ({ appid: true }) }
const SHOWN = { id: WRITTEN, rawId: WRITTEN, type: 'public-key', clientExtensionResults: {} }
const USED = { ...SHOWN, response: { clientDataJSON: WRITTEN, authenticatorData: WRITTEN, signature: WRITTEN } }
const MADE = { ...SHOWN, response: { clientDataJSON: WRITTEN, attestationObject: WRITTEN } }
const SESSION = {
  user: {
    id: 'user-1',
    name: 'Asha Rahman',
    role: 'Midwife',
    agency: { id: 'ag-1', name: 'Midwifery' },
    access: 'practitioner',
  },
  device: 'device-1',
  expiresAt: '2026-06-15T20:00:00.000Z',
}

/** What the browser's own sheet answers. */
const get = vi.fn()
const create = vi.fn()
beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', class {})
  vi.stubGlobal('navigator', { credentials: { get, create } })
  get.mockResolvedValue({
    ...KEY,
    response: { clientDataJSON: BYTES, authenticatorData: BYTES, signature: BYTES, userHandle: null },
  })
  create.mockResolvedValue({
    ...KEY,
    response: { clientDataJSON: BYTES, attestationObject: BYTES, getTransports: () => ['internal'] },
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

/** The app before a server whose answers are these; anything else is answered with `{}`. */
async function anApp(answers: Readonly<Record<string, { status?: number; body: unknown }>>) {
  const sent: { path: string; body: unknown }[] = []
  const client = accountClient(
    askServer((async (path: string, init: RequestInit = {}) => {
      sent.push({ path, body: JSON.parse(String(init.body)) })
      const { status = 200, body } = answers[path] ?? { body: {} }
      return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
    }) as typeof fetch),
    'http://localhost:8080',
  )
  const memory = { read: async () => null, write: async () => true }
  const author = { id: 'author-1', name: 'Asha', role: 'Midwife', agency: 'Midwifery' }
  const account = await accountService(client, memory, { author, device: 'device-1' })
  return { client, account, sent }
}

const cancelled = () => Promise.reject(new DOMException('The operation was not allowed', 'NotAllowedError'))

it('knows whether the browser has passkeys', () => {
  expect(hasPasskeys()).toBe(true)
  vi.unstubAllGlobals()
  expect(hasPasskeys()).toBe(false)
})

describe('signing in with a passkey', () => {
  const OPTIONS = { body: { options: { challenge: CHALLENGE, userVerification: 'required' } } }

  it('asks what to ask for, then the person, then signs in, with no more than the server reads', async () => {
    const { sent, ...app } = await anApp({ '/api/sign-in/passkey': OPTIONS, '/api/sign-in': { body: SESSION } })
    expect(await signInWithPasskey(app, BESIDE)).toEqual({ ok: true })
    expect(get.mock.lastCall?.[0].publicKey).toMatchObject({ userVerification: 'required' })
    const { email, password, device } = BESIDE
    const wanted = { email, password, passkey: USED, device: { id: 'device-1', name: device } }
    expect(sent.slice(0, 2)).toEqual([
      { path: '/api/sign-in/passkey', body: {} },
      { path: '/api/sign-in', body: wanted },
    ])
    expect(signInSchema.safeParse(wanted).success).toBe(true)
  })

  it.each([
    ['is cancelled, refused or too late', cancelled],
    ['finds none', async () => null],
    ['gives what is no passkey', async () => ({ ...KEY, id: '', response: {} })],
  ])('sends nothing when it %s', async (_, answer) => {
    get.mockImplementation(answer)
    const { sent, ...app } = await anApp({ '/api/sign-in/passkey': OPTIONS })
    expect(await signInWithPasskey(app, BESIDE)).toEqual({ ok: false, problem: 'no-passkey' })
    expect(sent.map(({ path }) => path)).toEqual(['/api/sign-in/passkey'])
  })

  it('asks nobody for a passkey when the server does not answer', async () => {
    const { sent, ...app } = await anApp({ '/api/sign-in/passkey': { status: 502, body: {} } })
    expect(await signInWithPasskey(app, BESIDE)).toMatchObject({ ok: false })
    expect([get.mock.calls, sent.length]).toEqual([[], 1])
  })

  it('says that there is no network', async () => {
    const offline = (async () => {
      throw new TypeError('Failed to fetch')
    }) as typeof fetch
    const { account } = await anApp({})
    const client = accountClient(askServer(offline), '')
    expect(await signInWithPasskey({ account, client }, BESIDE)).toEqual({ ok: false, problem: 'no-answer' })
  })
})

describe('an invitation with a passkey', () => {
  const BY = { name: 'Asha Rahman', password: 'a long password indeed' }
  const OPTIONS = {
    body: {
      options: {
        rp: { name: 'Linnet' },
        user: { id: WRITTEN, name: 'asha@midwifery.example', displayName: '' },
        challenge: CHALLENGE,
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      },
    },
  }

  it('asks what to make, has it made, and sets the account up with it', async () => {
    const { client, sent } = await anApp({ '/api/invitations/a%2Fb/passkey': OPTIONS })
    expect(await acceptWithPasskey(client, 'a/b', BY)).toEqual({ ok: true })
    expect(sent).toEqual([
      { path: '/api/invitations/a%2Fb/passkey', body: {} },
      { path: '/api/invitations/a%2Fb', body: { ...BY, passkey: MADE } },
    ])
    expect(acceptInvitationSchema.safeParse(sent[1]?.body).success).toBe(true)
  })

  it('is not used up when it is cancelled', async () => {
    create.mockImplementation(cancelled)
    const { client, sent } = await anApp({ '/api/invitations/token/passkey': OPTIONS })
    expect(await acceptWithPasskey(client, 'token', BY)).toEqual({ ok: false, problem: 'no-passkey' })
    expect(sent.map(({ path }) => path)).toEqual(['/api/invitations/token/passkey'])
  })

  it('hears that the passkey was not taken', async () => {
    const refused = { status: 422, body: { problem: 'passkey-not-right' } }
    const { client } = await anApp({ '/api/invitations/token/passkey': OPTIONS, '/api/invitations/token': refused })
    expect(await acceptWithPasskey(client, 'token', BY)).toEqual({ ok: false, problem: 'passkey-not-right' })
  })
})
