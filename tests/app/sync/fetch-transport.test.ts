import { describe, expect, test } from 'vitest'
import { fetchTransport } from '../../../src/app/sync/fetch-transport.ts'
import { anEntry } from '../../storage/storage-builders.ts'

const NOW = Date.UTC(2026, 2, 2, 9)
const RUTH = { user: 'ruth 1', device: 'phone' }
interface Asked {
  path: string
  init: RequestInit
}
function answering(answer: () => Response | Promise<Response>) {
  const asked: Asked[] = []
  const doFetch = (async (path: string, init: RequestInit) => {
    asked.push({ path, init })
    return answer()
  }) as unknown as typeof fetch
  return {
    asked,
    transport: fetchTransport(
      () => RUTH,
      doFetch,
      () => NOW,
    ),
  }
}
const jsonAnswer =
  (body: unknown, init: ResponseInit = {}) =>
  () =>
    Response.json(body, init)

describe('what goes to the server', () => {
  test('a push: to this origin, with the cookie, marked as Linnet’s, following nobody elsewhere', async () => {
    const { asked, transport } = answering(jsonAnswer({ epoch: 'e', results: [] }))
    const { body } = await transport.push({ begin: ['a1'], entries: ['{}'] })
    expect(body).toEqual({ epoch: 'e', results: [] })
    expect(asked[0]?.path).toBe('/api/push')
    expect(asked[0]?.init).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      headers: { 'x-linnet': '1', 'content-type': 'application/json' },
      body: '{"begin":["a1"],"entries":["{}"]}',
    })
  })

  test('what is only read is a GET without a body', async () => {
    const { asked, transport } = answering(jsonAnswer({ epoch: 'e', assessments: [] }))
    await transport.mine()
    await transport.session()
    expect(asked.map(({ path, init }) => [path, init.method, init.body])).toEqual([
      ['/api/assessments', 'GET', undefined],
      ['/api/session', 'GET', undefined],
    ])
  })

  test('says whose session it is meant to be of, but where it asks whose it is', async () => {
    const { asked, transport } = answering(jsonAnswer({}))
    await transport.push({ begin: [], entries: [] })
    await transport.pull({ assessment: 'a1', after: null })
    await transport.mine()
    await transport.claimAuthor(anEntry().author)
    await transport.session()
    const said = asked.map(({ init }) => new Headers(init.headers).get('x-linnet-as'))
    expect(said).toEqual([...Array(4).fill('ruth%201 phone'), null])
  })

  test('an author is named with four fields and no more', async () => {
    const { asked, transport } = answering(jsonAnswer({}))
    const { author } = anEntry()
    const claimed = await transport.claimAuthor({ ...author, device: 'secret' } as never)
    expect(claimed).toMatchObject({ body: {}, problem: null })
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual(author)
  })
})

describe('what comes back', () => {
  test.each<[string, () => Response | Promise<Response>, object]>([
    ['no network', () => Promise.reject(new TypeError('failed')), { came: 'nothing' }],
    [
      'a page',
      () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
      { status: 200, body: 'html' },
    ],
    [
      'a redirect that is not followed',
      () => ({ status: 0, headers: new Headers(), text: async () => '' }) as Response,
      { status: 0, body: 'half' },
    ],
    [
      'an answer that breaks off',
      () =>
        ({
          status: 200,
          headers: new Headers({ 'content-type': 'application/json' }),
          text: () => Promise.reject(new TypeError('broken off')),
        }) as Response,
      { status: 200, body: 'half' },
    ],
    [
      'a problem with a wait',
      jsonAnswer({ problem: 'too-many' }, { status: 429, headers: { 'retry-after': '7' } }),
      { status: 429, body: 'problem', retryAfter: 7 },
    ],
  ])('%s', async (_, answer, read) => {
    const { transport } = answering(answer)
    expect(await transport.mine()).toMatchObject({ answer: read, body: null })
  })

  test('the problem of an author who is somebody else’s', async () => {
    const { transport } = answering(jsonAnswer({ problem: 'author-taken' }, { status: 409 }))
    expect(await transport.claimAuthor(anEntry().author)).toMatchObject({ problem: 'author-taken', body: null })
  })
})
