import { describe, expect, it } from 'vitest'
import type { AccountClient } from '../../../src/app/account/account-client.ts'
import { accountService } from '../../../src/app/account/account-service.ts'
import type { SessionBody, SignIn } from '../../../src/sync/api.ts'
import type { Account } from '../../../src/sync/sync-store.ts'
import type { Refusal } from '../../../src/ui/account/account-ports.ts'

const AUTHOR = { id: 'author-1', name: 'Asha Rahman', role: 'Midwife', agency: 'Community midwifery' }
const FIELDS = {
  email: ' asha@midwifery.example ',
  password: 'a long password indeed',
  code: '123 456',
  device: 'phone',
}
const session = (user: string, device = 'device-1'): SessionBody => ({
  user: {
    id: user,
    name: 'Asha Rahman',
    role: 'Midwife',
    agency: { id: 'ag-1', name: 'Community midwifery' },
    access: 'practitioner',
  },
  device,
  expiresAt: '2026-06-15T20:00:00.000Z',
})
const SIGNED_IN = {
  is: 'signed-in',
  name: 'Asha Rahman',
  role: 'Midwife',
  agency: 'Community midwifery',
  access: 'practitioner',
  revoked: false,
}

interface Answers {
  session?: Awaited<ReturnType<AccountClient['session']>>
  signIn?: { ok: true; body: SessionBody } | Refusal
  author?: { ok: true } | Refusal
  signOut?: { ok: true } | Refusal
}

async function aService(remembered: Account | null, answers: Answers = {}, keeps = true) {
  const asked: string[] = []
  const sent: SignIn[] = []
  let kept = remembered
  const answer = <T>(name: string, given: T) => {
    asked.push(name)
    return Promise.resolve(given)
  }
  const client = {
    session: () => answer('session', answers.session ?? { ok: true, body: session('user-1') }),
    signIn: (wanted: SignIn) => {
      sent.push(wanted)
      return answer('sign-in', answers.signIn ?? { ok: true, body: session('user-1') })
    },
    nameAuthor: () => answer('author', answers.author ?? { ok: true }),
    signOut: () => answer('sign-out', answers.signOut ?? { ok: true }),
  } as unknown as AccountClient
  const memory = {
    read: async () => kept,
    write: async (account: Account) => {
      if (keeps) kept = account
      return keeps
    },
  }
  const service = await accountService(client, memory, { author: AUTHOR, device: 'device-1' })
  return { service, asked, sent, kept: () => kept }
}

const CONNECTED: Account = { user: 'user-1', name: 'Asha Rahman', agency: 'Community midwifery', device: 'phone' }

describe('a store that was never connected', () => {
  it('asks no server for anything', async () => {
    const { service, asked } = await aService(null)
    await service.check()
    expect([service.current(), asked]).toEqual([{ is: 'local' }, []])
  })

  it('is connected by signing in, and says as whom it recorded before it remembers that', async () => {
    const { service, asked, kept } = await aService(null)
    expect(await service.signIn(FIELDS)).toEqual({ ok: true })
    expect([asked, kept(), service.current()]).toEqual([['sign-in', 'author'], CONNECTED, SIGNED_IN])
  })

  it('sends a code or a passkey, never both', async () => {
    const { service, sent } = await aService(null)
    const { code: _, ...beside } = FIELDS
    const passkey = {
      id: 'cGFzc2tleQ',
      rawId: 'cGFzc2tleQ',
      type: 'public-key' as const,
      response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' },
      clientExtensionResults: {},
    }
    await service.signIn(FIELDS)
    await service.signIn({ ...beside, passkey })
    const always = {
      email: 'asha@midwifery.example',
      password: FIELDS.password,
      device: { id: 'device-1', name: 'phone' },
    }
    expect(sent).toEqual([
      { ...always, code: '123456' },
      { ...always, passkey },
    ])
  })
})

describe('the session of this browser', () => {
  it('may be used when it is of the store’s own account on this device', async () => {
    const { service } = await aService(CONNECTED)
    expect(service.current()).toEqual({ is: 'signed-out' })
    await service.check()
    expect(service.current()).toEqual(SIGNED_IN)
  })

  it.each([
    ['of another person', { ok: true as const, body: session('user-2') }],
    ['of the same person by another store', { ok: true as const, body: session('user-1', 'device-2') }],
    ['over', { ok: false as const, problem: 'signed-out' as const }],
  ])('is not used when it is %s', async (_, answer) => {
    const { service } = await aService(CONNECTED, { session: answer })
    await service.check()
    expect(service.current()).toEqual({ is: 'signed-out' })
  })

  it('is as it was while the server cannot be reached', async () => {
    const answers: Answers = {}
    const { service } = await aService(CONNECTED, answers)
    await service.check()
    answers.session = { ok: false, problem: 'no-answer' }
    await service.check()
    expect(service.current()).toEqual(SIGNED_IN)
  })
})

describe('signing in', () => {
  it.each<[string, Answers, Refusal]>([
    [
      'as another person than before',
      { signIn: { ok: true, body: session('user-2') } },
      { ok: false, problem: 'another-account' },
    ],
    [
      'to a store whose entries another account has sent',
      { author: { ok: false, problem: 'recorded-by-another' } },
      { ok: false, problem: 'recorded-by-another' },
    ],
  ])('%s is refused, and the session ends', async (_, answers, refusal) => {
    const { service, asked, kept } = await aService(CONNECTED, answers)
    expect(await service.signIn(FIELDS)).toEqual(refusal)
    expect([asked.at(-1), kept(), service.current()]).toEqual(['sign-out', CONNECTED, { is: 'signed-out' }])
  })

  it('does not count when the device could not remember it', async () => {
    const { service, asked } = await aService(null, {}, false)
    expect(await service.signIn(FIELDS)).toEqual({ ok: false, problem: 'trouble' })
    expect([asked.at(-1), service.current()]).toEqual(['sign-out', { is: 'local' }])
  })
})

describe('coming back from an agency’s own sign-in', () => {
  const BY_PROVIDER: Account = { ...CONNECTED, provider: 'ag-1' }
  const named = (user: string, device?: string) => ({
    ok: true as const,
    body: { ...session(user, device), deviceName: 'phone' },
  })
  const WHO = { user: 'user-1', name: 'Asha Rahman', role: 'Midwife', agency: 'Community midwifery' }

  it('a store that was never connected is connected when its user has said yes, and not before', async () => {
    const { service, asked, kept } = await aService(null, { session: named('user-1') })
    expect(await service.arrive('provider')).toEqual({ is: 'to-confirm', ...WHO })
    expect([asked, kept(), service.current()]).toEqual([['session'], null, { is: 'local' }])
    expect(await service.confirm('user-1')).toEqual({ is: 'connected' })
    expect([asked, kept(), service.current()]).toEqual([['session', 'session', 'author'], BY_PROVIDER, SIGNED_IN])
    expect([service.provider(), service.deviceName()]).toEqual(['ag-1', 'phone'])
  })

  it('what was shown is what is confirmed: with another session meanwhile nothing is connected', async () => {
    const answers: Answers = { session: named('user-1') }
    const { service, kept } = await aService(null, answers)
    await service.arrive('provider')
    for (const other of [named('user-2'), named('user-1', 'device-2'), { ok: false, problem: 'signed-out' } as const]) {
      answers.session = other
      expect(await service.confirm('user-1')).toEqual({ is: 'nobody' })
    }
    expect([kept(), service.current()]).toEqual([null, { is: 'local' }])
  })

  it('the own account of a connected store needs no question', async () => {
    const { service, asked, kept } = await aService(CONNECTED, { session: named('user-1') })
    expect(await service.arrive('provider')).toEqual({ is: 'connected' })
    expect([asked, kept(), service.current()]).toEqual([['session', 'author'], BY_PROVIDER, SIGNED_IN])
  })

  it('a session that began with a password is not taken for one of the provider', async () => {
    const { service, kept } = await aService(CONNECTED, { session: named('user-1') })
    expect(await service.arrive('unknown')).toEqual({ is: 'connected' })
    expect([kept(), service.provider()]).toEqual([CONNECTED, undefined])
  })

  it('another account is refused, and its session ends', async () => {
    const { service, asked, kept } = await aService(CONNECTED, { session: named('user-2') })
    const refusal = { ok: false, problem: 'another-account' }
    expect(await service.arrive('provider')).toEqual({ is: 'refused', refusal })
    expect([asked, kept(), service.current()]).toEqual([['session', 'sign-out'], CONNECTED, { is: 'signed-out' }])
  })

  it.each([null, CONNECTED])('the session of another practitioner’s store is left alone: %j', async (remembered) => {
    const { service, asked, kept } = await aService(remembered, { session: named('user-1', 'device-2') })
    expect(await service.arrive('provider')).toEqual({ is: 'of-another-store' })
    expect([asked, kept()]).toEqual([['session'], remembered])
  })

  it('nobody is signed in, or the server was not reached: nothing changes', async () => {
    const answers: Answers = { session: { ok: false, problem: 'signed-out' } }
    const { service, asked, kept } = await aService(CONNECTED, answers)
    expect(await service.arrive('provider')).toEqual({ is: 'nobody' })
    answers.session = { ok: false, problem: 'no-answer' }
    expect(await service.arrive('provider')).toEqual({ is: 'refused', refusal: answers.session })
    expect([asked, kept()]).toEqual([['session', 'session'], CONNECTED])
  })

  it('a password afterwards takes its place', async () => {
    const { service, kept } = await aService(BY_PROVIDER)
    await service.signIn(FIELDS)
    expect([kept(), service.provider()]).toEqual([CONNECTED, undefined])
  })
})

describe('signing out', () => {
  it('ends the session, and the store stays connected with its account', async () => {
    const { service, kept } = await aService(CONNECTED)
    await service.check()
    expect(await service.signOut()).toEqual({ ok: true })
    expect([service.current(), kept()]).toEqual([{ is: 'signed-out' }, CONNECTED])
  })

  it('is not said to be done when the server was not reached', async () => {
    const { service } = await aService(CONNECTED, { signOut: { ok: false, problem: 'no-answer' } })
    await service.check()
    expect(await service.signOut()).toEqual({ ok: false, problem: 'no-answer' })
    expect(service.current()).toEqual(SIGNED_IN)
  })
})
