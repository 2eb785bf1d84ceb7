import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { stop } from '../../src/server/stop.ts'

/** A server whose one request waits until the test answers it. */
async function aServerAtWork() {
  const server = createServer()
  server.listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const asked = get({ port, host: 'localhost' })
  const ended = new Promise<string>((done) => {
    asked.on('response', (response: IncomingMessage) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => done(body))
      response.on('error', () => done('cut off'))
    })
    asked.on('error', () => done('cut off'))
  })
  const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse]
  return { server, response, ended, port }
}

test('a request in flight is answered before the store is closed', async () => {
  const { server, response, ended, port } = await aServerAtWork()
  const steps: string[] = []
  const stopped = stop({
    server,
    endStreams: () => steps.push('streams'),
    closeStores: async () => void steps.push('stores'),
    patience: 60_000,
  })
  const refused = await new Promise((done) => get({ port, host: 'localhost' }).on('error', () => done('refused')))
  steps.push(`a new one is ${refused}`)
  response.end('stored')
  steps.push(`answered ${await ended}`)
  expect(await stopped).toBe('finished')
  expect(steps).toEqual(['streams', 'a new one is refused', 'answered stored', 'stores'])
})

test('a request that never ends is cut off, and the store is closed all the same', async () => {
  const { server, ended } = await aServerAtWork()
  let closed = false
  const closeStores = async () => {
    closed = true
  }
  expect(await stop({ server, endStreams: () => {}, closeStores, patience: 20 })).toBe('cut-off')
  expect([closed, await ended]).toEqual([true, 'cut off'])
})
