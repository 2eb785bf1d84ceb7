import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

export interface RunningServer {
  readonly url: string
  /** Where the built app is served from; another edition can be laid there before the next start. */
  readonly dist: string
  /** The folder of what it keeps. */
  readonly data: string
  /** Ends the process. The port stays ours, so that `start` serves the same address again. */
  stop(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

/** The app's own server, as `npm start` runs it after the build, on a port of its own. */
export async function runServer(): Promise<RunningServer> {
  const server = aServer()
  await server.start()
  return server
}

/** The same, not started yet: it has no address before. */
export function aServer(): RunningServer {
  const home = mkdtempSync(join(tmpdir(), 'linnet-server-'))
  const dist = join(home, 'dist')
  cpSync(join(ROOT, 'dist'), dist, { recursive: true })
  let port = 0
  let process_: ChildProcess | undefined
  const stop = async () => {
    const running = process_
    process_ = undefined
    if (!running || running.exitCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGKILL')
    await ended
  }
  const start = async () => {
    const started = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), join(ROOT, 'src/server/main.ts')],
      {
        cwd: home,
        env: { ...process.env, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    process_ = started
    port = await portOf(started)
  }
  return {
    dist,
    data: join(home, 'data'),
    get url() {
      return `http://localhost:${port}`
    },
    stop,
    start,
    remove: async () => {
      await stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const port = /"url":"http:\/\/localhost:(\d+)"/.exec(said)?.[1]
      if (port) resolve(Number(port))
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
}
