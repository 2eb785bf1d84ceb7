import type { Page } from 'playwright-core'
import { SeveralPeople } from '../tests/journeys/harness/several-people.ts'
import { type Spread, spread } from './statistics.ts'

const WORDS = 'NET-11'
const TIMES = 12

/**
 * Milliseconds from leaving a field on one device to the colleague's answer on the screen of another, without anybody doing
 * anything there: saved, sent, stored, told live, pulled, taken in and shown. Both browsers and the server share this machine.
 */
export async function measureArrival(): Promise<{ arrivalMs: Spread }> {
  const people = new SeveralPeople()
  try {
    const { asha, sam } = await people.share()
    await sam.hand.open(WORDS)
    const card = await asha.hand.open(WORDS)
    const field = card.getByRole('textbox').first()
    const times: number[] = []
    for (let n = 0; n < TIMES; n++) {
      const said = `He said so on day ${n}`
      const seen = seenAt(sam.hand.page, said)
      await field.fill(said)
      await asha.hand.page.waitForTimeout(300)
      times.push(-(await leftAt(asha.hand.page)) + (await seen))
    }
    return { arrivalMs: spread(times) }
  } finally {
    await people.end()
  }
}

const leftAt = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const at = Date.now()
    ;(document.activeElement as HTMLElement | null)?.blur()
    return at
  })

/** When these words are first on the page. */
const seenAt = (page: Page, words: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((done, fail) => {
        const watch = new MutationObserver(() => {
          if (!document.body.textContent?.includes(wanted)) return
          watch.disconnect()
          done(Date.now())
        })
        watch.observe(document.body, { subtree: true, childList: true, characterData: true })
        setTimeout(() => fail(new Error('It did not arrive')), 60_000)
      }),
    words,
  )
