import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with the page as it stands, each with the places; best practices included. */
export async function violationsOn(page: Page): Promise<{ rule: string; at: string[] }[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return violations.map((v) => ({ rule: v.id, at: v.nodes.map((n) => n.target.join(' ')).slice(0, 5) }))
}

/** True when the page can only be read by scrolling sideways. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Controls whose content the browser may write to the disk in the clear, to bring the tab back. */
export const keptByBrowser = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')]
      .filter((control) => control.form?.autocomplete !== 'off')
      .map((control) => control.id),
  )
