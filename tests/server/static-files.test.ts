import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readFiles } from '../../src/server/static-files.ts'
import { aBuiltApp, aFolder, SCRIPT } from './a-built-app.ts'

const LONG = 'x'.repeat(513)

describe('the files of a folder', () => {
  it('are found by their path on the web, without the compressed twins', () => {
    expect([...readFiles(aBuiltApp(aFolder())).keys()].sort()).toEqual([
      '/assets/main-2.js',
      '/index.html',
      '/manifest.webmanifest',
      '/sw.js',
    ])
  })

  it('are none when the folder is not there', () => {
    expect(readFiles(aFolder().at('gone'))).toEqual(new Map())
  })

  it.each([
    ['a.html', 'text/html; charset=utf-8'],
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.json', 'application/json; charset=utf-8'],
    ['a.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['a.svg', 'image/svg+xml'],
    ['a.png', 'image/png'],
    ['a.ttf', 'font/ttf'],
    ['a.txt', 'text/plain; charset=utf-8'],
    ['a.exe', 'application/octet-stream'],
    ['a', 'application/octet-stream'],
  ])('%s is %s', (name, type) => {
    const folder = aFolder()
    folder.write(name, 'content')
    expect(readFiles(folder.path).get(`/${name}`)?.type).toBe(type)
  })

  it('never change when they are assets, and have a mark of their content', () => {
    const folder = aFolder()
    folder.write('assets/a.js', 'one')
    folder.write('deep/assets/a.js', 'one')
    folder.write('b.js', 'two')
    const files = readFiles(folder.path)
    expect([...files].map(([path, f]) => [path, f.immutable]).sort()).toEqual([
      ['/assets/a.js', true],
      ['/b.js', false],
      ['/deep/assets/a.js', false],
    ])
    expect(files.get('/assets/a.js')?.etag).toBe(files.get('/deep/assets/a.js')?.etag)
    expect(files.get('/assets/a.js')?.etag).not.toBe(files.get('/b.js')?.etag)
    expect(files.get('/b.js')?.etag).toMatch(/^"[\w-]{27}"$/)
  })

  it('are compressed when that is worth it', () => {
    const folder = aFolder()
    folder.write('long.js', LONG)
    folder.write('short.js', 'x')
    folder.write('short.js.br', 'made by the build')
    folder.write('long.png', LONG)
    const files = readFiles(folder.path)
    const ways = (path: string) => [files.get(path)?.gzip !== undefined, files.get(path)?.brotli !== undefined]
    expect([ways('/long.js'), ways('/short.js'), ways('/long.png')]).toEqual([
      [true, false],
      [false, false],
      [false, false],
    ])
    expect(gunzipSync(files.get('/long.js')?.gzip ?? Buffer.of()).toString()).toBe(LONG)
    const app = readFiles(aBuiltApp(aFolder()))
    expect(app.get('/assets/main-2.js')?.raw.toString()).toBe(SCRIPT)
    expect(app.get('/assets/main-2.js')?.brotli).toBeDefined()
  })
})
