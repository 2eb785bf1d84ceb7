import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]

/** A Chromium on this machine: the one that `LINNET_CHROMIUM` names, the system's, or Playwright's own. */
export function findBrowser(env: Record<string, string | undefined> = process.env): string | undefined {
  const named = env.LINNET_CHROMIUM
  if (named) return existsSync(named) ? named : undefined
  return [...SYSTEM, chromium.executablePath()].find((path) => existsSync(path))
}

/** The same, where a test cannot go on without one. */
export function browserPath(): string {
  const found = findBrowser()
  if (!found)
    throw new Error(
      'No Chromium was found. Install one (Debian: apt-get install chromium), or name it in LINNET_CHROMIUM.',
    )
  return found
}
