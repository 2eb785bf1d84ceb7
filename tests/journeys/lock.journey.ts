import { describe, expect, it } from 'vitest'
import { PHONE, TABLET } from './harness/device.ts'
import { type Practitioner, questionOf } from './harness/practitioner.ts'
import { aStage } from './harness/stage.ts'

const WORDS = 'START-06'
const opening = (hand: Practitioner) => hand.page.getByRole('textbox', { name: questionOf(WORDS).text })

/** In the middle of a sentence, with the caret before its last word. */
async function inMidSentence(hand: Practitioner): Promise<string> {
  await hand.startAssessment()
  await hand.open(WORDS)
  await opening(hand).fill('')
  await opening(hand).pressSequentially('He came back on Friday')
  for (let n = 0; n < 'Friday'.length; n++) await hand.page.keyboard.press('ArrowLeft')
  return hand.page.url()
}

async function expectSamePlace(hand: Practitioner, url: string): Promise<void> {
  await hand.sees('Before you start')
  expect(hand.page.url()).toBe(url)
  await hand.page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
  await hand.page.keyboard.type('late ')
  expect(await opening(hand).inputValue()).toBe('He came back on late Friday')
}

describe('locking on a phone', () => {
  const stage = aStage(PHONE)

  it('hides the screen behind a page about birds; Back shows the lock, and unlocking the same word', async () => {
    const hand = await stage.setUp()
    const url = await inMidSentence(hand)
    await hand.press('Hide screen')
    await hand.sees('The linnet')
    await hand.page.waitForFunction(() => document.title === 'Linnet')
    // Keys and record are out of memory when the page has come anew.
    await hand.page.getByRole('button', { name: 'Continue' }).waitFor()
    expect(new URL(hand.page.url()).pathname).toBe('/hidden')
    expect(await hand.page.locator('body').textContent()).not.toContain('Friday')

    await hand.page.goBack()
    await hand.sees('Linnet is locked')
    expect(await hand.page.locator('body').textContent()).not.toContain('Friday')
    await hand.unlock()
    await expectSamePlace(hand, url)
  })

  it('goes on from the page about birds when it was closed there', async () => {
    const hand = await stage.setUp()
    const url = await inMidSentence(hand)
    await hand.press('Hide screen')
    await hand.sees('The linnet')
    await hand.press('Continue')
    await hand.unlock()
    await expectSamePlace(hand, url)
  })

  it('hides the screen from within a note, and the note is still there', async () => {
    const hand = await stage.setUp()
    await hand.startAssessment()
    await hand.press('Note')
    const note = hand.page.getByRole('dialog')
    await note.getByLabel('Smelled').check()
    await note.getByLabel('What was it?').fill('Something burnt, in the hall')
    await note.getByRole('button', { name: 'Hide screen' }).click()
    await hand.sees('The linnet')
    await hand.press('Continue')
    await hand.unlock()
    expect(await note.getByLabel('What was it?').inputValue()).toBe('Something burnt, in the hall')
    await note.getByRole('button', { name: 'Save the note' }).click()
    await hand.page.getByText('The note is saved on this device').waitFor()
  })
})

describe('locking on a tablet', () => {
  const stage = aStage(TABLET)

  it('locks after five minutes without a touch, and keeps what was typed', async () => {
    const hand = await stage.setUp()
    await hand.underClock()
    const url = await inMidSentence(hand)
    await hand.page.clock.runFor('04:50')
    expect(await opening(hand).isVisible()).toBe(true)
    await hand.page.clock.runFor('00:15')
    await hand.sees('Linnet is locked')
    await hand.unlock()
    await expectSamePlace(hand, url)
  })

  it('locks when the clock of the device is set back', async () => {
    const hand = await stage.setUp()
    await hand.underClock()
    await hand.startAssessment()
    await hand.page.clock.setSystemTime(Date.now() - 3_600_000)
    await hand.page.clock.runFor('00:02')
    await hand.sees('Linnet is locked')
  })

  it('locks every tab when one is locked', async () => {
    const hand = await stage.setUp()
    const other = await hand.page.context().newPage()
    await other.goto(stage.server.url)
    await other.getByLabel('Passphrase').fill('copper lantern meadow seven')
    await other.getByRole('button', { name: 'Unlock' }).click()
    await other.getByRole('heading', { level: 1, name: 'Assessments' }).waitFor()
    await hand.page.getByRole('button', { name: 'Lock', exact: true }).click()
    await hand.sees('Linnet is locked')
    await other.getByRole('heading', { level: 1, name: 'Linnet is locked' }).waitFor()
  })

  it('says what is wrong with a passphrase, and opens by the recovery key to a new one', async () => {
    const hand = stage.hand()
    await hand.page.goto(stage.server.url)
    const key = await hand.setUp()
    await hand.page.reload()
    await hand.sees('Linnet is locked')
    await hand.page.getByLabel('Passphrase').fill('copper lantern meadow eight')
    await hand.press('Unlock')
    await hand.page
      .getByRole('alert')
      .getByText(/This passphrase does not open it/)
      .waitFor()
    await hand.press('Use the recovery key instead')
    await hand.page.getByLabel('Recovery key').fill(key)
    await hand.press('Unlock')
    await hand.sees('Choose a new passphrase')
    const change = hand.page.getByRole('button', { name: 'Change the passphrase' })
    const before = await change.boundingBox()
    await hand.page.getByLabel('New passphrase').fill('walnut harbour ticket plough')
    await hand.page.getByLabel('Passphrase again').fill('walnut harbour ticket plough')
    // The verdict comes in a moment later, and may move nothing from under a tap.
    await hand.page.getByText(/Strength: (Strong|Very strong)/).waitFor()
    expect(await change.boundingBox()).toEqual(before)
    await hand.press('Change the passphrase')
    await hand.sees('Assessments')
    await hand.page.reload()
    await hand.unlock('walnut harbour ticket plough')
  })
})
