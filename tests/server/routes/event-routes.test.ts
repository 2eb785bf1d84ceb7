import { beforeEach, describe, expect, test } from 'vitest'
import { aPerson, aSession, type Person, who } from '../accounts/accounts-builders.ts'
import { heardFrom } from '../live/heard-events.ts'
import { text } from '../records/records-builders.ts'
import { type Api, anApi, ruthsSession, told } from './an-api.ts'

const AUTHOR = { id: 'author-1', name: 'Ruth Abara', role: 'midwife', agency: 'Northgate' }
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
  await api.ask('POST', '/api/authors', { as: token, body: AUTHOR })
  return () => api.hub.close()
})
const listening = async (as: string) => {
  const answer = await api.ask('GET', '/api/events', { as })
  return { answer, heard: heardFrom(answer) }
}
const ruthStores = (id: string, assessment = 'a1') => {
  const entries = [text({ user: '', device: 'phone', authors: [AUTHOR] }, { id, assessment })]
  return api.ask('POST', '/api/push', { as: token, body: { begin: [assessment], entries } })
}
const signOut = (as: string) => api.ask('POST', '/api/sign-out', { as })

describe('whoever listens', () => {
  test('is told every head at first, and each that moves, as numbers only', async () => {
    await ruthStores('e1')
    const { answer, heard } = await listening(token)
    expect([
      answer.status,
      ...['content-type', 'cache-control', 'x-accel-buffering'].map((h) => answer.headers.get(h)),
    ]).toEqual([200, 'text/event-stream', 'no-store', 'no'])
    await heard.told('a1', 1)
    await ruthStores('e2')
    await heard.told('a1', 2)
    await signOut(token)
    expect(await heard.toItsEnd()).toEqual([
      { assessment: 'a1', head: 1 },
      { assessment: 'a1', head: 2 },
    ])
  })

  test('is told of what is theirs only: from the day they are a member, until the day they are none', async () => {
    const { heard } = await listening(bos)
    await ruthStores('e1')
    await api.keeping.admit('a1', bo.user)
    await ruthStores('e2')
    await heard.told('a1', 2)
    await api.keeping.endMembership('a1', bo.user)
    await ruthStores('e3')
    await ruthStores('x1', 'a2')
    await signOut(bos)
    expect(await heard.toItsEnd()).toEqual([{ assessment: 'a1', head: 2 }])
  })

  test('on a revoked device is told nothing, from that moment', async () => {
    await api.keeping.admit('a1', bo.user)
    await ruthStores('e1')
    await api.keeping.admit('a1', bo.user)
    const { heard } = await listening(bos)
    await heard.told('a1', 1)
    const device = (await who(api.parts, bos))?.session.device ?? ''
    await api.keeping.revokeDevice(device)
    await ruthStores('e2')
    const after = await listening(bos)
    await ruthStores('e3')
    await signOut(bos)
    expect([await heard.toItsEnd(), await after.heard.toItsEnd()]).toEqual([[{ assessment: 'a1', head: 1 }], []])
  })

  test('hears the end of the session, and of the server', async () => {
    const [mine, theirs] = [await listening(token), await listening(bos)]
    await signOut(token)
    expect(await mine.heard.toItsEnd()).toEqual([])
    await api.hub.close()
    expect(await theirs.heard.toItsEnd()).toEqual([])
    expect(await told(await api.ask('GET', '/api/events', { as: bos }))).toEqual([503, { problem: 'unavailable' }])
  })

  test('and is not signed in is told so', async () => {
    expect(await told(await api.ask('GET', '/api/events', { as: 'none' }))).toEqual([401, { problem: 'signed-out' }])
  })

  test('in a ninth tab of one device ends the first', async () => {
    const tabs = []
    for (let n = 0; n < 9; n++) tabs.push(await listening(token))
    expect(await tabs[0]?.heard.toItsEnd()).toEqual([])
    await ruthStores('e1')
    await Promise.all(tabs.slice(1).map(({ heard }) => heard.told('a1', 1)))
  })

  test('and goes away is forgotten', async () => {
    const { heard } = await listening(token)
    await heard.cancel()
    await ruthStores('e1')
    const other = await listening(token)
    await other.heard.told('a1', 1)
  })
})
