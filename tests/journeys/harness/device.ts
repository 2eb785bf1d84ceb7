import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { TestRunner } from 'vitest'
import { browserPath } from '../../setup/find-browser.ts'

export interface Screen {
  width: number
  height: number
  touch?: boolean
}

export const TABLET: Screen = { width: 820, height: 1180, touch: true }
export const PHONE: Screen = { width: 360, height: 740, touch: true }

export interface Device {
  /** The folder of the browser's own files. */
  readonly disk: string
  page(): Page
  /** Ends the browser at once, as when the battery is pulled: nothing on the page gets a word in. */
  kill(): Promise<void>
  /** Ends the browser in an orderly way. */
  close(): Promise<void>
  /** Opens the browser again on the same disk. */
  open(): Promise<Page>
  remove(): Promise<void>
}

/** A browser with a disk of its own. */
export async function aDevice(screen: Screen): Promise<Device> {
  const disk = mkdtempSync(join(tmpdir(), 'linnet-device-'))
  let context: BrowserContext | undefined
  const open = async () => {
    context = await chromium.launchPersistentContext(disk, {
      executablePath: browserPath(),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
      viewport: { width: screen.width, height: screen.height },
      hasTouch: screen.touch ?? false,
      isMobile: screen.touch ?? false,
      acceptDownloads: true,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    })
    context.setDefaultTimeout(30_000)
    return context.pages()[0] ?? (await context.newPage())
  }
  await open()
  const page = () => {
    const first = context?.pages()[0]
    if (!first) throw new Error('The browser is not open')
    return first
  }
  return {
    disk,
    page,
    close: async () => context?.close(),
    open,
    kill: async () => {
      await killed(page())
      await context?.close().catch(() => undefined)
    },
    remove: async () => {
      if (TestRunner.getCurrentTest()?.result?.state === 'fail') await tell(context?.pages() ?? [])
      await context?.close().catch(() => undefined)
      rmSync(disk, { recursive: true, force: true })
    },
  }
}

/** What stood on the screens when a journey failed. */
async function tell(pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    const text = await page
      .locator('body')
      .ariaSnapshot({ timeout: 2000 })
      .catch((reason: Error) => reason.message)
    console.error(`On the screen at ${page.url()}:\n${text.slice(0, SCREENFUL)}`)
  }
}
const SCREENFUL = 3000

/** The browser's own process, by its number, with SIGKILL. */
async function killed(page: Page): Promise<void> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (!session) throw new Error('The browser cannot be asked which process it is')
  const gone = new Promise<void>((resolve) => page.context().once('close', () => resolve()))
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const main = processInfo.find((p) => p.type === 'browser')
  if (!main) throw new Error('The browser does not say which process it is')
  process.kill(main.id, 'SIGKILL')
  await gone
}
