import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface StaticFile {
  raw: Buffer
  gzip: Buffer | undefined
  brotli: Buffer | undefined
  type: string
  etag: string
  /** Its name holds a hash of its content, so it never changes. */
  immutable: boolean
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.ttf', '.txt'])

/** Every file under a folder, by its path on the web ("/assets/x.js"). Brotli comes from a `.br` file made by the build. */
export function readFiles(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  if (!existsSync(folder)) return files
  for (const path of filesUnder(folder)) {
    if (path.endsWith('.br')) continue
    const url = `/${relative(folder, path).split(sep).join('/')}`
    files.set(url, readFile(path, url))
  }
  return files
}

function readFile(path: string, url: string): StaticFile {
  const raw = readFileSync(path)
  const small = COMPRESSIBLE.has(extname(path)) && raw.length > 512
  return {
    raw,
    gzip: small ? gzipSync(raw, { level: 9 }) : undefined,
    brotli: small && existsSync(`${path}.br`) ? readFileSync(`${path}.br`) : undefined,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(raw).digest('base64url').slice(0, 27)}"`,
    immutable: url.startsWith('/assets/'),
  }
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? filesUnder(join(folder, e.name)) : [join(folder, e.name)],
  )
}
