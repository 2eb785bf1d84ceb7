import type { Page } from 'playwright-core'
import { aDevice, TABLET } from '../tests/journeys/harness/device.ts'
import { Practitioner, questionOf } from '../tests/journeys/harness/practitioner.ts'
import { runServer } from '../tests/journeys/harness/server.ts'
import { loadedScripts, neededKb } from './scripts.ts'
import { type Spread, spread } from './statistics.ts'

export interface BrowserFigures {
  /**
   * Kilobytes of gzip, of every script that the first question needs on the first visit of all, with setting up and the
   * judge of the passphrase.
   */
  scriptsBeforeFirstQuestionKb: number
  /** Milliseconds from a key to the paint that shows its letter, with the processor slowed down four times. */
  keystrokeToPaintMs: Spread
  /** What of that the page took for the key and for the frame, without the wait for the frame; a frame is 16.7. */
  keystrokeWorkMs: Spread
  /** From a key to the paint, without slowing down. */
  keystrokeToPaintUnslowedMs: Spread
  /** Milliseconds from "Saving" to "Saved on this device", which is said once the answer is on the disk and was read back. */
  answerDurableMs: Spread
  /** Milliseconds from choosing the largest worked case in the list to its list of steps. */
  reopenMs: Spread
  /** Milliseconds from "Hide screen" to the paint of the neutral page. */
  hideMs: Spread
  /** Milliseconds from "Make the PDF" to the link that saves it, the first one with the engine's loading. */
  pdfMs: Spread
  /** Megabytes of JavaScript in use with that case open at its longest step, after a collection. */
  heapMb: number
}

const TYPED = 'He says he stopped in the spring and has not used since then, most days'

export async function measureBrowser(): Promise<BrowserFigures> {
  const server = await runServer()
  const device = await aDevice(TABLET)
  try {
    const hand = new Practitioner(device.page())
    const scripts = loadedScripts(hand.page)
    await hand.page.goto(server.url)
    await hand.setUp()
    await toFirstQuestion(hand)
    const scriptsBeforeFirstQuestionKb = neededKb(await scripts())

    await hand.page.getByRole('button', { name: 'Linnet', exact: true }).click()
    await hand.loadCase(/father on methadone/)
    await hand.passInterruption()
    const reopenMs = await measureReopening(hand)
    await hand.openStep('ANA')
    await hand.open('ANA-04')
    const unslowed = await measureTyping(hand, 'ANA-04')
    const session = await hand.page.context().newCDPSession(hand.page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const slowed = await measureTyping(hand, 'ANA-04')
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    const answerDurableMs = await measureSaving(hand, 'ANA-04')
    await hand.openStep('CON')
    await hand.press('Show every question')
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const pdfMs = await measurePdf(hand)
    const hideMs = await measureHiding(hand)
    return {
      scriptsBeforeFirstQuestionKb,
      keystrokeToPaintMs: slowed.toPaint,
      keystrokeWorkMs: slowed.work,
      keystrokeToPaintUnslowedMs: unslowed.toPaint,
      answerDurableMs,
      reopenMs,
      hideMs,
      pdfMs,
      heapMb: Math.round(usedSize / 1e5) / 10,
    }
  } finally {
    await device.remove()
    await server.remove()
  }
}

async function toFirstQuestion(hand: Practitioner): Promise<void> {
  await hand.startAssessment()
  await hand.openStep('START')
  await hand.page.getByRole('radio').first().waitFor()
}

/**
 * From the key to the letter on the screen (`toPaint`: the wait for the frame included, up to 16.7 ms by chance), and what
 * of that the page itself took (`work`: the event with all that follows from it, and the frame): under 16.7 ms it makes the
 * next frame.
 */
async function measureTyping(hand: Practitioner, question: string): Promise<{ toPaint: Spread; work: Spread }> {
  const field = hand.card(questionOf(question)).getByRole('textbox').first()
  await field.fill('')
  await hand.page.evaluate(() => {
    const times: { toPaint: number; work: number }[] = []
    Object.assign(window, { keystrokes: times })
    let handled = 0
    // The last to hear of the letter: the page has been rendered by then.
    addEventListener('input', () => {
      handled = performance.now()
    })
    addEventListener(
      'keydown',
      () => {
        const start = performance.now()
        requestAnimationFrame(() => {
          const frame = performance.now()
          const event = handled - start
          // The task after the frame: by then the letter is painted.
          const channel = new MessageChannel()
          channel.port1.onmessage = () => {
            const painted = performance.now()
            times.push({ toPaint: painted - start, work: event + painted - frame })
          }
          channel.port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  await field.pressSequentially(TYPED, { delay: 60 })
  const times = await hand.page.evaluate(
    () => (window as unknown as { keystrokes: { toPaint: number; work: number }[] }).keystrokes,
  )
  return { toPaint: spread(times.map((t) => t.toPaint)), work: spread(times.map((t) => t.work)) }
}

async function measureSaving(hand: Practitioner, question: string): Promise<Spread> {
  const card = hand.card(questionOf(question))
  const field = card.getByRole('textbox').first()
  const times: number[] = []
  for (let n = 0; n < 25; n++) {
    await field.fill(`Worried before today, ${n}`)
    await hand.page.waitForTimeout(300)
    const ms = await field.evaluate(async (element) => {
      const status = element.closest('form')?.querySelector('.linnet-save')
      let start: number | null = null
      const saved = new Promise<number | null>((done, fail) => {
        const watch = new MutationObserver(() => {
          if (status?.textContent === 'Saving') start = performance.now()
          if (status?.textContent !== 'Saved on this device') return
          watch.disconnect()
          done(start === null ? null : performance.now() - start)
        })
        if (status) watch.observe(status, { subtree: true, childList: true, characterData: true })
        setTimeout(() => fail(new Error('The answer was not saved')), 10_000)
      })
      ;(element as HTMLElement).blur()
      return saved
    })
    // Where both words came in one paint there is nothing to measure between them.
    if (ms !== null) times.push(ms)
  }
  return spread(times)
}

async function measureReopening(hand: Practitioner): Promise<Spread> {
  const times: number[] = []
  for (let n = 0; n < 9; n++) {
    await hand.page.getByRole('button', { name: 'Linnet', exact: true }).click()
    await hand.page.locator('.nhsuk-task-list__link').filter({ hasText: 'Col' }).waitFor()
    await hand.page.waitForTimeout(200)
    times.push(await fromClickTo(hand.page, '.nhsuk-task-list__link', 'Col', 'Assessment'))
  }
  return spread(times)
}

/** Milliseconds from a click on the first element of that kind with those words to the paint of the heading. */
const fromClickTo = (page: Page, selector: string, words: string, heading: string): Promise<number> =>
  page.evaluate(
    async ([css, text, wanted]) => {
      const all = [...document.querySelectorAll<HTMLElement>(css ?? '')]
      const start = performance.now()
      all.find((e) => e.textContent?.includes(text ?? ''))?.click()
      while (document.querySelector('h1')?.textContent !== wanted) {
        if (performance.now() - start > 20_000) throw new Error(`${wanted} did not come`)
        await new Promise(requestAnimationFrame)
      }
      await new Promise(requestAnimationFrame)
      return performance.now() - start
    },
    [selector, words, heading],
  )

async function measureHiding(hand: Practitioner): Promise<Spread> {
  const times: number[] = []
  // The page loads itself anew once it is hidden: what was measured is told at once, not as an answer.
  let tell: (ms: number) => void = () => {}
  await hand.page.exposeFunction('tellHidden', (ms: number) => tell(ms))
  for (let n = 0; n < 20 && times.length < 5; n++) {
    const told = new Promise<number>((done) => {
      tell = done
    })
    const reloaded = hand.page.waitForEvent('load').then(() => null)
    await hand.page.evaluate(() => {
      const start = performance.now()
      document.querySelector<HTMLElement>('.linnet-band__hide')?.click()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        const page = window as unknown as { tellHidden(ms: number): void }
        port1.onmessage = () => page.tellHidden(performance.now() - start)
        port2.postMessage(null)
      })
      if (document.querySelector('h1')?.textContent !== 'The linnet') throw new Error('It is not hidden at once')
    })
    // Where it loaded itself anew before the paint was told, the next one is measured.
    const ms = await Promise.race([told, reloaded])
    if (ms !== null) times.push(ms)
    await reloaded
    await hand.press('Continue')
    await hand.unlock()
  }
  return spread(times)
}

async function measurePdf(hand: Practitioner): Promise<Spread> {
  await hand.toSteps()
  await hand.press('Export as PDF')
  await hand.sees('Export as PDF')
  const times: number[] = []
  for (let n = 0; n < 4; n++) {
    const start = performance.now()
    await hand.press('Make the PDF')
    await hand.page.getByText('Making the PDF').waitFor({ state: 'detached' })
    await hand.page.getByRole('link', { name: 'Save the PDF' }).waitFor()
    times.push(performance.now() - start)
  }
  return spread(times)
}
