import { build } from 'vite'
import { ensureBrowser } from './install-browser.ts'

/** Before the first journey: a browser, and the app as `npm start` builds it. */
export default async function setUpJourneys(): Promise<void> {
  ensureBrowser()
  // Vitest has set this for its own tests; the app is built as it is served.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  await build({ logLevel: 'warn' })
  if (before === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = before
}
