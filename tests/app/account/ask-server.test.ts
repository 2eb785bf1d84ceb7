import { expect, test } from 'vitest'
import { anything, askServer } from '../../../src/app/account/ask-server.ts'

function counting() {
  const said: (string | null)[] = []
  const ask = (async (_: string, init: RequestInit) => {
    said.push(new Headers(init.headers).get('x-linnet-as'))
    return Response.json({})
  }) as unknown as typeof fetch
  return { said, ask }
}

test('what is one account’s own affair is asked as that one', async () => {
  const { said, ask } = counting()
  const asRuth = askServer(ask, () => ({ user: 'ruth', device: 'phone' }))
  expect(await asRuth('/api/notices', anything)).toEqual({ ok: true, body: {} })
  expect(said).toEqual(['ruth phone'])
})

test('a store that is connected with nobody asks nothing', async () => {
  const { said, ask } = counting()
  const asNobody = askServer(ask, () => null)
  expect(await asNobody('/api/notices', anything)).toEqual({ ok: false, code: 'signed-out', retryAfter: null })
  expect(said).toEqual([])
})
