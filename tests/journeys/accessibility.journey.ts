import { describe, expect, it } from 'vitest'
import { recordWords } from '../../src/report/words.ts'
import { isTooWide, keptByBrowser, violationsOn } from './harness/axe.ts'
import { PHONE, TABLET } from './harness/device.ts'
import { type Practitioner, questionOf } from './harness/practitioner.ts'
import { aStage } from './harness/stage.ts'

type Found = Record<string, unknown>

async function look(hand: Practitioner, name: string, found: Found): Promise<void> {
  const wrong = await violationsOn(hand.page)
  if (wrong.length > 0) found[name] = wrong
  const kept = await keptByBrowser(hand.page)
  if (kept.length > 0) found[`${name}, kept by the browser`] = kept
}

const stepNames = (hand: Practitioner) => hand.page.locator('.nhsuk-task-list__link').allTextContents()

describe('axe on a phone', () => {
  const stage = aStage(PHONE)

  it('finds nothing on the pages before and around an assessment', async () => {
    const found: Found = {}
    const hand = stage.hand()
    await hand.page.goto(stage.server.url)
    await hand.sees('Set up this device')
    await look(hand, 'set-up', found)
    await hand.press('Set up')
    await look(hand, 'set-up with problems', found)
    await hand.setUp()
    await look(hand, 'empty list', found)
    await hand.page.getByRole('button', { name: 'This device' }).click()
    await hand.sees('This device')
    await look(hand, 'this device', found)
    await hand.page.getByRole('button', { name: 'Linnet', exact: true }).click()
    await hand.press('Try an invented case')
    await hand.page
      .getByRole('button', { name: /Load this case/ })
      .first()
      .waitFor()
    await look(hand, 'cases', found)
    await hand.press('Hide screen')
    await hand.sees('The linnet')
    await look(hand, 'hidden', found)
    await hand.press('Continue')
    await hand.sees('Linnet is locked')
    await look(hand, 'lock', found)
    await hand.page.getByLabel('Passphrase').fill('not this one')
    await hand.press('Unlock')
    await hand.page
      .getByRole('alert')
      .getByText(/does not open it/)
      .waitFor()
    await look(hand, 'lock with a wrong passphrase', found)
    expect(found).toEqual({})
  })

  it('finds nothing on any step of a family of four with every question shown, offline, nor on check and export', async () => {
    const found: Found = {}
    const hand = await stage.setUpThenOffline()
    await hand.loadCase(/father on methadone/)
    await look(hand, 'before you go on', found)
    await hand.passInterruption()
    await hand.toSteps()
    await look(hand, 'task list', found)
    for (const name of await stepNames(hand)) {
      await hand.toSteps()
      await hand.page.getByRole('button', { name, exact: true }).click()
      await hand.sees(name)
      const all = hand.page.getByRole('button', { name: 'Show every question' })
      if (await all.isVisible()) await all.click()
      const hidden = hand.page.getByRole('button', { name: 'I have left, or I am alone: show them now' })
      if (await hidden.isVisible()) await hidden.click()
      await look(hand, name, found)
    }
    await hand.press('Note')
    await look(hand, 'note', found)
    await hand.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await hand.toSteps()
    await hand.press('Check answers')
    await hand.sees('Check answers')
    await look(hand, 'check answers', found)
    await hand.exportPdf()
    await look(hand, 'export', found)
    expect(found).toEqual({})
  })

  it('finds nothing where a date cannot be read', async () => {
    const found: Found = {}
    const hand = await stage.setUp()
    await hand.startAssessment()
    const card = await hand.open('START-08')
    await card.getByLabel('Day').first().fill('41')
    await card.getByLabel('Month').first().fill('2')
    await card.getByLabel('Year').first().fill('2026')
    await hand.press('Continue')
    await hand.page.getByRole('alert').getByText('Some of what you typed cannot be read yet').waitFor()
    await look(hand, 'a step with a problem', found)
    expect(found).toEqual({})
  })
})

describe('on the narrowest phone', () => {
  const stage = aStage({ width: 320, height: 640, touch: true })

  it('nothing has to be read by scrolling sideways, with text at 100 % and at 200 %', async () => {
    const hand = await stage.setUp()
    await hand.loadCase(/mother in recovery/)
    const wide: string[] = []
    const measure = async (name: string) => {
      for (const size of ['100%', '200%']) {
        await hand.page.evaluate((s) => {
          document.documentElement.style.fontSize = s
        }, size)
        if (await isTooWide(hand.page)) wide.push(`${name} at ${size}`)
      }
    }
    await measure('before you go on')
    await hand.passInterruption()
    await hand.toSteps()
    await measure('list of steps')
    for (const name of await stepNames(hand)) {
      await hand.toSteps()
      await hand.page.getByRole('button', { name, exact: true }).click()
      await hand.sees(name)
      const all = hand.page.getByRole('button', { name: 'Show every question' })
      if (await all.isVisible()) await all.click()
      await measure(name)
    }
    await hand.toSteps()
    await hand.press('Check answers')
    await hand.sees('Check answers')
    await measure('check answers')
    expect(wide).toEqual([])
  })
})

describe('by keyboard alone', () => {
  const stage = aStage(TABLET)

  it('every step can be reached, from the list and by Continue, to the end', async () => {
    const hand = await stage.setUp()
    await hand.loadCase(/mother in recovery/)
    await hand.passInterruption()
    await hand.toSteps()
    const names = await stepNames(hand)
    for (const name of names) {
      await tabTo(hand, name)
      await hand.page.keyboard.press('Enter')
      await hand.sees(name)
      await tabTo(hand, 'Back to the list of steps')
      await hand.page.keyboard.press('Enter')
      await hand.sees('Assessment')
    }
    await tabTo(hand, names[0] ?? '')
    await hand.page.keyboard.press('Enter')
    const seen: string[] = []
    for (let here = names[0] ?? ''; here !== 'Check answers'; ) {
      seen.push(here)
      await tabTo(hand, 'Continue')
      await hand.page.keyboard.press('Enter')
      await hand.page.waitForFunction((left) => document.querySelector('h1')?.textContent !== left, here)
      here = (await hand.page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    }
    expect(seen.toSorted()).toEqual(names.toSorted())
  })

  it('a question is answered, left open with a reason, and saved', async () => {
    const hand = await stage.setUp()
    await hand.startAssessment()
    await hand.openStep('START')
    await tabTo(hand, 'Midwife')
    await hand.page.keyboard.press('Space')
    await hand.page.getByText('Saved on this device').first().waitFor()
    const card = hand.card(questionOf('START-03'))
    const forms = card.getByRole('checkbox').first()
    while (!(await forms.isVisible())) {
      await tabTo(hand, 'Next question')
      await hand.page.keyboard.press('Enter')
    }
    await tabTo(hand, 'Leave this open, and say why')
    await hand.page.keyboard.press('Enter')
    const [blank] = questionOf('START-03').blanks
    await tabTo(hand, blank ? recordWords.blanks[blank] : '')
    await hand.page.keyboard.press('Space')
    await card.getByText('Saved on this device').waitFor()
  })
})

/** Presses Tab until what has that name has the focus; nothing may be out of reach. */
async function tabTo(hand: Practitioner, name: string): Promise<void> {
  for (let n = 0; n < 400; n++) {
    await hand.page.keyboard.press('Tab')
    const focused = await hand.page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      const labelled = element instanceof HTMLInputElement ? element.labels?.[0] : element
      return labelled?.textContent?.trim()
    })
    if (focused === name) return
  }
  throw new Error(`Tab never came to ${name}`)
}
