import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/create-app.ts'
import { SECURITY_HEADERS } from '../../src/server/security-headers.ts'
import { readFiles } from '../../src/server/static-files.ts'
import { aBuiltApp, aFolder, SCRIPT, SHELL } from './a-built-app.ts'

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

let ready = true
function anApp() {
  const folder = aFolder()
  const dist = aBuiltApp(folder)
  const archived = aFolder()
  archived.write('assets/old-1.js', 'old')
  archived.write('assets/main-2.js', 'an earlier main')
  const app = createApp({
    files: readFiles(dist),
    archived: readFiles(archived.path),
    isReady: async () => ready,
    api: new Hono(),
  })
  return (path: string, init: RequestInit = {}) => app.request(`http://localhost${path}`, init)
}
const get = anApp()

describe('every answer', () => {
  it.each<[string, string, RequestInit]>([
    ['the shell', '/', { headers: HTML }],
    ['an asset', '/assets/main-2.js', {}],
    ['a missing asset', '/assets/gone.js', {}],
    ['a method that is not taken', '/', { method: 'POST' }],
    ['health', '/health', {}],
    ['nothing changed', '/', { method: 'HEAD', headers: HTML }],
  ])('carries the security headers: %s', async (_what, path, init) => {
    const { headers } = await get(path, init)
    expect(Object.fromEntries(Object.keys(SECURITY_HEADERS).map((name) => [name, headers.get(name)]))).toEqual(
      SECURITY_HEADERS,
    )
  })

  it('carries them also when nothing has changed', async () => {
    const etag = (await get('/assets/main-2.js')).headers.get('etag') ?? ''
    const again = await get('/assets/main-2.js', { headers: { 'if-none-match': etag } })
    expect([again.status, again.headers.get('x-frame-options')]).toEqual([304, 'DENY'])
  })

  it('allows nothing from anywhere but this origin, and no inline script', () => {
    const policy = SECURITY_HEADERS['content-security-policy'] ?? ''
    const sources = policy.split('; ').map((d) => d.split(' ').slice(1))
    expect(policy).toContain("default-src 'none'")
    expect(sources.flat().filter((s) => !["'none'", "'self'", "'script'", 'sw'].includes(s))).toEqual([])
  })
})

describe('the shell', () => {
  it.each(['/', '/a/3f9c', '/a/3f9c/SAF', '/cases', '/hidden'])('is given to somebody who goes to %s', async (path) => {
    const answer = await get(path, { headers: HTML })
    expect([answer.status, await answer.text()]).toEqual([200, SHELL])
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  })

  it.each(['GET', 'HEAD'])(
    'is there for a probe of the address itself by %s, which accepts anything',
    async (method) => {
      const answer = await get('/', { method, headers: { accept: '*/*' } })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    },
  )

  it.each<[string, RequestInit]>([
    ['/assets/gone.js', { headers: HTML }],
    ['/assets/gone', { headers: HTML }],
    ['/gone.css', { headers: HTML }],
    ['/fonts/gone.woff2', { headers: HTML }],
    ['/a/3f9c', { headers: { accept: '*/*' } }],
    ['/a/3f9c', {}],
    ['/api/entries', { headers: { accept: 'application/json' } }],
  ])('is not given for %s %j', async (path, init) => {
    const answer = await get(path, init)
    expect([answer.status, await answer.text()]).toEqual([404, 'Not found'])
  })

  it('is not given when there is none', async () => {
    const empty = createApp({ files: new Map(), archived: new Map(), isReady: async () => true, api: new Hono() })
    expect((await empty.request('http://localhost/', { headers: HTML })).status).toBe(404)
  })
})

describe('a file', () => {
  it('is served from its exact path, to be kept for ever when its name holds a hash', async () => {
    const answer = await get('/assets/main-2.js')
    expect(await answer.text()).toBe(SCRIPT)
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-length')).toBe(String(SCRIPT.length))
  })

  it.each(['/sw.js', '/index.html', '/manifest.webmanifest'])('is asked for again each time: %s', async (path) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  })

  it.each<[string, string | null]>([
    ['gzip, deflate, br', 'br'],
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['gzip; q=0, br; q=0.0', null],
    ['brotli', null],
    ['identity', null],
    ['', null],
  ])('is sent to one who accepts %j as %j', async (accepted, encoding) => {
    const answer = await get('/assets/main-2.js', { headers: { 'accept-encoding': accepted } })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const read = encoding === 'br' ? brotliDecompressSync : encoding === 'gzip' ? gunzipSync : (b: Buffer) => b
    expect([answer.headers.get('content-encoding'), read(bytes).toString()]).toEqual([encoding, SCRIPT])
    expect(answer.headers.get('content-length')).toBe(String(bytes.length))
    expect(answer.headers.get('vary')).toBe('accept-encoding')
  })

  it('is not sent again to one who has it', async () => {
    const etag = (await get('/sw.js')).headers.get('etag') ?? ''
    const again = await get('/sw.js', { headers: { 'if-none-match': `"other", ${etag}` } })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    const other = await get('/sw.js', { headers: { 'if-none-match': '"other"' } })
    expect(other.status).toBe(200)
  })

  it('is described without being sent on HEAD', async () => {
    const answer = await get('/assets/main-2.js', { method: 'HEAD' })
    expect([answer.status, await answer.text(), answer.headers.get('content-length')]).toEqual([
      200,
      '',
      String(SCRIPT.length),
    ])
    expect((await get('/assets/gone.js', { method: 'HEAD' })).status).toBe(404)
  })

  it('of an earlier edition is still served, and never in place of one of this edition', async () => {
    const old = await get('/assets/old-1.js')
    expect([await old.text(), old.headers.get('cache-control')]).toEqual(['old', 'public, max-age=31536000, immutable'])
    expect(await (await get('/assets/main-2.js')).text()).toBe(SCRIPT)
  })
})

describe('what is not served', () => {
  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%5c..%5cpackage.json',
    '/assets/../../secret.txt',
    '/assets/%00main-2.js',
    '/assets/main-2.js%00.png',
    '/assets/main-2.js.br',
    '/assets/',
    '//etc/passwd',
    '/__proto__',
    '/constructor',
    '/%E0%A4%A',
  ])('is anything at %s', async (path) => {
    const answer = await get(path)
    expect([answer.status, await answer.text()]).toEqual([404, 'Not found'])
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is taken by %s', async (method) => {
    const answer = await get('/assets/main-2.js', { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('a server that is asked how it is', () => {
  it('says that it is alive, and whether it can serve', async () => {
    const asked = async () => {
      const [health, readiness] = [await get('/health'), await get('/ready')]
      return [health.status, await health.json(), readiness.status, await readiness.json()]
    }
    expect(await asked()).toEqual([200, { ok: true }, 200, { ok: true }])
    ready = false
    expect(await asked()).toEqual([200, { ok: true }, 503, { ok: false }])
    ready = true
  })
})
