import { Hono } from 'hono'
import type { ApiEnv } from './routes/api-env.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import type { StaticFile } from './static-files.ts'

export interface AppParts {
  files: ReadonlyMap<string, StaticFile>
  /** Assets of earlier editions, by the same paths. */
  archived: ReadonlyMap<string, StaticFile>
  /** True while requests can be served: the store answers, and the server is not stopping. */
  isReady(): Promise<boolean>
  /** Everything under `/api`. */
  api: Hono<ApiEnv>
}

/** Serves the app: exact paths, the shell for navigations only, and 404 for a missing asset. */
export function createApp({ files, archived, isReady, api }: AppParts): Hono {
  const app = new Hono()
  app.use('*', async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value)
  })
  app.get('/health', (c) => c.json({ ok: true }))
  app.get('/ready', async (c) => {
    const ready = await isReady()
    return c.json({ ok: ready }, ready ? 200 : 503, { 'cache-control': 'no-store' })
  })
  app.route('/api', api)
  app.on(['GET'], '*', (c) => {
    const path = c.req.path
    const shell = files.get('/index.html')
    // Also to a probe that accepts anything: the app is there.
    const exact = path === '/' ? shell : (files.get(path) ?? archived.get(path))
    if (exact) return send(exact, c.req.raw)
    const navigation =
      c.req.header('accept')?.includes('text/html') && !path.startsWith('/assets/') && !/\.[a-z0-9]+$/i.test(path)
    if (shell && navigation) return send(shell, c.req.raw)
    return c.text('Not found', 404)
  })
  app.all('*', (c) => c.text('Method not allowed', 405, { allow: 'GET, HEAD' }))
  return app
}

function send(file: StaticFile, request: Request): Response {
  const headers = new Headers({
    'content-type': file.type,
    etag: file.etag,
    vary: 'accept-encoding',
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (request.headers.get('if-none-match')?.includes(file.etag)) return new Response(null, { status: 304, headers })
  const accepted = request.headers.get('accept-encoding') ?? ''
  if (file.brotli && accepts(accepted, 'br')) return encoded(file.brotli, 'br')
  if (file.gzip && accepts(accepted, 'gzip')) return encoded(file.gzip, 'gzip')
  return body(file.raw)

  function encoded(bytes: Buffer, encoding: string): Response {
    headers.set('content-encoding', encoding)
    return body(bytes)
  }
  function body(bytes: Buffer): Response {
    headers.set('content-length', String(bytes.length))
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers })
  }
}

/** True when the header names the encoding, and not with a weight of nothing. */
const accepts = (header: string, encoding: string): boolean =>
  header.split(',').some((each) => {
    const [name, weight] = each.split(';').map((t) => t.trim())
    return name === encoding && !/^q=0(\.0*)?$/.test(weight ?? '')
  })
