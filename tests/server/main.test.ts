import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { aBuiltApp, aFolder, type Folder, SCRIPT } from './a-built-app.ts'

const MAIN = resolve('src/server/main.ts')
const TSX = import.meta.resolve('tsx')
const running = new Set<ReturnType<typeof spawn>>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

/** The real server in a process of its own. */
function started(folder: Folder, env: Record<string, string> = { PORT: '0' }) {
  const child = spawn(process.execPath, ['--import', TSX, MAIN], { cwd: folder.path, env: { PATH: '', ...env } })
  running.add(child)
  let out = ''
  let err = ''
  let heard = () => {}
  child.stdout.on('data', (chunk) => {
    out += chunk
    heard()
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const events = () =>
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, string>)
  return {
    child,
    ended: new Promise<{ code: number | null; err: string; events: string[] }>((done) => {
      child.on('close', (code) => done({ code, err, events: events().map((e) => e.event ?? '') }))
    }),
    ready: new Promise<URL>((done) => {
      heard = () => {
        const url = events().find((e) => e.event === 'ready')?.url
        if (url) done(new URL(url))
      }
    }),
  }
}

/** Sends the path exactly as it is written. */
const raw = (url: URL, path: string): Promise<[number | undefined, string]> =>
  new Promise((done, fail) => {
    const ask = request({ host: 'localhost', port: url.port, path }, (answer) => {
      let body = ''
      answer.on('data', (chunk) => {
        body += chunk
      })
      answer.on('end', () => done([answer.statusCode, body]))
    })
    ask.on('error', fail)
    ask.end()
  })

describe('the server', () => {
  it('serves what was built, nothing outside of it, and stops when it is told to', async () => {
    const folder = aFolder()
    aBuiltApp(folder)
    folder.write('data/assets/assets/old-1.js', 'old')
    const server = started(folder)
    const url = await server.ready
    expect(await raw(url, '/assets/main-2.js')).toEqual([200, SCRIPT])
    expect(await raw(url, '/assets/old-1.js')).toEqual([200, 'old'])
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/..\\secret.txt']) {
      expect([
        [400, ''],
        [404, 'Not found'],
      ]).toContainEqual(await raw(url, path))
    }
    server.child.kill('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, err: '', events: ['ready', 'stopping'] })
  }, 20_000)

  it('keeps records in its folder, is ready, and refuses the folder to another by name', async () => {
    const folder = aFolder()
    aBuiltApp(folder)
    const server = started(folder)
    const url = await server.ready
    expect([await raw(url, '/health'), await raw(url, '/ready')]).toEqual([
      [200, '{"ok":true}'],
      [200, '{"ok":true}'],
    ])
    expect(existsSync(folder.at('data/records/records.db'))).toBe(true)
    expect(await started(folder).ended).toEqual({
      code: 1,
      err: `Another Linnet, process ${server.child.pid}, uses the folder data/records. Stop it first, or give this one a folder of its own: LINNET_DATA=other-folder npm start\n`,
      events: [],
    })
  }, 20_000)

  it('says what to do when its database is away, without the password', async () => {
    const folder = aFolder()
    aBuiltApp(folder)
    const DATABASE_URL = 'postgres://linnet:s3cret@127.0.0.1:1/linnet'
    expect(await started(folder, { PORT: '0', DATABASE_URL }).ended).toEqual({
      code: 1,
      err: 'The database named by DATABASE_URL cannot be used: ECONNREFUSED.\n',
      events: [],
    })
  }, 20_000)

  it('says what to do when nothing was built', async () => {
    expect(await started(aFolder()).ended).toEqual({
      code: 1,
      err: 'There is no built app in dist. Run "npm run build" first.\n',
      events: [],
    })
  }, 20_000)

  it('says what to do when a setting is wrong', async () => {
    const { code, err } = await started(aFolder(), { PORT: 'http' }).ended
    expect([code, err]).toEqual([1, 'PORT is not usable. It takes a number from 0 to 65535.\n'])
  }, 20_000)

  it('says what to do when the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, done))
    const { port } = other.address() as AddressInfo
    const folder = aFolder()
    aBuiltApp(folder)
    const ended = await started(folder, { PORT: String(port) }).ended
    other.close()
    expect(ended).toEqual({
      code: 1,
      err: `Port ${port} is taken by another program. Stop it, or choose another: PORT=8081 npm start\n`,
      events: [],
    })
  }, 20_000)

  it('runs on without an archive, and says so', async () => {
    const folder = aFolder()
    aBuiltApp(folder)
    folder.write('data/assets', 'a file where a folder should be')
    const server = started(folder)
    expect((await raw(await server.ready, '/assets/main-2.js'))[0]).toBe(200)
    server.child.kill('SIGINT')
    expect(await server.ended).toEqual({ code: 0, err: '', events: ['archive-unavailable', 'ready', 'stopping'] })
  }, 20_000)
})
