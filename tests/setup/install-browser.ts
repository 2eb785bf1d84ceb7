import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findBrowser } from './find-browser.ts'

const MINUTE = 60_000

/** The ways to get a Chromium, in the order in which they are tried. */
const WAYS: readonly { says: string; command: string; args: string[]; limit: number }[] = [
  {
    says: 'Playwright’s own Chromium, by download',
    command: process.execPath,
    args: [
      join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js'),
      'install',
      'chromium',
    ],
    limit: 4 * MINUTE,
  },
  { says: 'Debian’s package lists', command: 'apt-get', args: ['update', '-qq'], limit: 3 * MINUTE },
  {
    says: 'Debian’s Chromium',
    command: 'apt-get',
    args: ['install', '-y', '-qq', 'chromium'],
    limit: 10 * MINUTE,
  },
]

/** Finds a browser for the journeys, or installs one. The error says what to install. */
export function ensureBrowser(): void {
  if (findBrowser()) return
  for (const { says, command, args, limit } of WAYS) {
    console.log(`No Chromium was found. Trying: ${says}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
    spawnSync(command, args, { stdio: 'inherit', timeout: limit, env })
    if (findBrowser()) return
  }
  throw new Error(
    'No Chromium was found, and none could be installed. Install one (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium), or name one in LINNET_CHROMIUM.',
  )
}
