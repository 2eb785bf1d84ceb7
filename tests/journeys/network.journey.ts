import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { PartValue } from '../../src/domain/answer.ts'
import type { Part } from '../../src/domain/question.ts'
import { isTooWide, violationsOn } from './harness/axe.ts'
import { PHONE, TABLET } from './harness/device.ts'
import { type Practitioner, questionOf } from './harness/practitioner.ts'
import { aStage } from './harness/stage.ts'

/** People are chosen by the name that stands on the screen. */
const byName = (_part: Part, value: PartValue) => value as readonly string[]

const person = (hand: Practitioner, label: string, part: string, more: Record<string, PartValue> = {}) =>
  hand.answer({ question: 'NET-01', adds: true, parts: { label, part, ...more }, basis: 'said' })

async function openNetwork(hand: Practitioner): Promise<void> {
  await hand.openStep('NET')
  const show = hand.page.getByRole('button', { name: 'Show the network so far' })
  const shown = hand.page.getByRole('heading', { name: 'The network so far' })
  // The panel comes a moment after the step.
  await show.or(shown).first().waitFor()
  if (await show.isVisible()) await show.click()
  await shown.waitFor()
}

const rowOf = (page: Page, table: string, name: string) =>
  page
    .getByRole('table', { name: table, exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })

describe('the household on a tablet with no network', () => {
  const stage = aStage(TABLET)

  it('grows from people, ties and a check to a map with its table, and is there after the browser was started again', async () => {
    let hand = await stage.setUpThenOffline(byName)
    await hand.startAssessment()
    await hand.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: 'Kit' }, basis: 'said' })
    await person(hand, 'Jo', 'subject', { shape: 'circle' })
    await person(hand, 'Lee', 'other', { age: '25-64' })
    await hand.answer({ question: 'NET-03', about: 'Jo', parts: { tie: 'lives' }, basis: 'said' })
    await hand.answer({
      question: 'NET-03',
      about: 'Lee',
      parts: { tie: 'used-to-live', from: { on: '2023' }, to: { on: '2025-11' } },
      basis: 'said',
    })
    for (const about of ['Jo', 'Lee']) {
      const parts = { child: ['Kit'], relation: 'parent', responsibility: about === 'Jo' ? 'yes' : 'not-known' }
      await hand.answer({ question: 'NET-17', about, adds: true, parts, basis: 'said' })
    }
    await hand.answer({
      question: 'NET-18',
      about: 'Jo',
      adds: true,
      parts: { other: ['Lee'], kind: 'former-partner', ended: { on: '2025-11' }, 'ended-by': 'this-person' },
      basis: 'said',
    })

    const risk = (await hand.open('NET-06')).getByRole('group', { name: 'Lee', exact: true })
    const none = risk.getByRole('checkbox', { name: 'None found after a check' })
    expect(await none.isDisabled()).toBe(true)
    expect(await risk.getByText(/can be chosen once a check on this person is recorded/).isVisible()).toBe(true)
    await hand.answer({
      question: 'NET-08',
      about: 'Lee',
      adds: true,
      parts: { agency: 'police', checker: 'Asha Rahman', outcome: 'nothing-known' },
    })
    await hand.answer({ question: 'NET-06', about: 'Lee', parts: { risk: ['none-found'] }, basis: 'record' })

    await openNetwork(hand)
    await looksRight(hand)
    expect(await violationsOn(hand.page)).toEqual([])
    await stage.device.kill()

    await stage.device.open()
    hand = stage.hand(byName)
    await hand.page.goto(stage.server.url)
    await hand.unlock()
    await openNetwork(hand)
    await hand.press('I have left, or I am alone: show them now')
    await looksRight(hand)
  })

  async function looksRight({ page }: Practitioner): Promise<void> {
    const map = page.getByRole('img', { name: /^A map of 2 people and 1 child/ })
    for (const text of ['Jo', 'Lee', 'Kit', 'Two strokes across: former partners'])
      expect(await map.getByText(text, { exact: true }).count()).toBe(1)
    const lee = await page
      .getByRole('table', { name: 'Everybody in a table' })
      .locator('tbody')
      .filter({ has: page.getByRole('rowheader', { name: /^Lee/ }) })
      .textContent()
    expect(lee).toContain('Parent of Kit: parental responsibility not known')
    expect(lee).toContain('Former partner of Jo, ended November 2025 by Jo')
    expect(lee).toContain('Used to live here, since 2023, until November 2025')
    expect(lee).toContain('None found after a check')
    expect(await rowOf(page, 'Checks', 'Lee').textContent()).toContain('Nothing is known there')
    expect(await rowOf(page, 'Who came and who left', '2023').textContent()).toContain('Lee')
    expect(await page.getByText('Whether Jo has a partner is not recorded yet.').first().isVisible()).toBe(true)
  }
})

describe('the household on a phone', () => {
  const stage = aStage(PHONE)

  it('takes in a person by keyboard alone, and the map and the way to what is missing are reached by keyboard', async () => {
    const hand = await stage.setUp(byName)
    await hand.startAssessment()
    await hand.answer({ question: 'START-05', adds: true, parts: { what: 'unborn', label: 'Baby' }, basis: 'said' })
    await hand.open('NET-01')
    const { keyboard } = hand.page
    await tabTo(hand.page, 'Add a person')
    await keyboard.press('Enter')
    await tabTo(hand.page, 'Name, initials or what they are called in the family')
    await keyboard.type('Grandmother Ottoline Featherstonehaugh-Cholmondeley')
    await tabTo(hand.page, 'A parent or carer that this assessment is about')
    await keyboard.press('Space')
    await tabTo(hand.page, /^Done/)
    await keyboard.press('Enter')
    await hand.page.getByText('Grandmother Ottoline Featherstonehaugh-Cholmondeley').first().waitFor()

    await tabTo(hand.page, 'Show the network so far', 'Shift+Tab')
    await keyboard.press('Enter')
    await hand.page.getByRole('img', { name: /^A map of 1 person and 1 child/ }).waitFor()
    expect(await violationsOn(hand.page)).toEqual([])
    for (const size of ['100%', '200%']) {
      await hand.page.evaluate((s) => {
        document.documentElement.style.fontSize = s
      }, size)
      expect(await isTooWide(hand.page)).toBe(false)
    }
    await tabTo(hand.page, /The family map: scroll sideways/)
    await tabTo(hand.page, /Record it: .*lives, stays or comes here is not recorded yet/, 'Shift+Tab')
    await keyboard.press('Enter')
    await hand.page.waitForFunction((id) => document.activeElement?.id === id, 'NET-03')
    expect(await hand.card(questionOf('NET-03')).isVisible()).toBe(true)
  })
})

/** Presses a key until the focus is on what is named so. */
async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press(key)
    const here = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null
      return (at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '').trim()
    })
    if (typeof name === 'string' ? here === name : name.test(here)) return
  }
  throw new Error(`The focus never came to ${name}`)
}
